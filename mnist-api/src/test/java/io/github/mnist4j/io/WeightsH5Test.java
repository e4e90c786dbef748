package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightsH5Test {
  /** Absolute; NumPy prints eight decimals. */
  private static final Offset<Float> PRINTED = Offset.offset(1e-8f);

  @TempDir Path folder;

  /** Layers without weights in every place: the library that writes HDF5 minds where they are. */
  private static Stream<NetworkSpec> networks() {
    Shape image = Shape.of(8, 8, 2);
    return Stream.of(
        TestLayers.lenet5(),
        TestLayers.network(Shape.of(4), Dense(3)),
        TestLayers.network(Shape.of(4), Dense(3).useBias(false), Dense(2)),
        TestLayers.network(image, Flatten(), Dense(3)),
        TestLayers.network(image, Dense(3), Flatten()),
        TestLayers.network(image, Conv2D(3, 3).useBias(false), MaxPool(2), Flatten(), Dropout(0.5)),
        TestLayers.network(image, Dropout(0.1), Conv2D(3, 3), Dropout(0.1), Conv2D(2, 1)),
        TestLayers.network(image, Flatten()));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void weights_come_back_bit_for_bit(NetworkSpec network) {
    Path file = folder.resolve("a.weights.h5");
    Weights weights = network.initialWeights();
    WeightsH5.write(file, network.layers(), weights);
    assertThat(WeightsH5.read(file, network.layers())).isEqualTo(weights);
  }

  /** Compared with what NumPy drew when the file was made: default_rng(1002). */
  @Test
  void what_keras_wrote_is_read() throws IOException {
    Path file = Files.write(folder.resolve("keras.weights.h5"), Golden.bytes("lenet5.weights.h5"));
    Weights weights = WeightsH5.read(file, TestLayers.lenet5().layers());
    float[] kernel = weights.get("layer0/kernel").data();
    assertThat(Arrays.copyOf(kernel, 3))
        .containsExactly(new float[] {0.02996093f, -0.45687786f, 0.37010288f}, PRINTED);
    double sum = 0;
    for (float value : kernel) {
      sum += value;
    }
    assertThat(sum).isCloseTo(-5.2161232813377865, within(1e-9));
    assertThat(weights.get("layer0/bias").data())
        .containsExactly(
            new float[] {
              0.19073659f, -0.14189151f, 0.15718192f, -0.24928613f, -0.34314638f, 0.3359527f
            },
            PRINTED);
    assertThat(weights.get("layer7/kernel").shape()).isEqualTo(Shape.of(84, 10));
  }

  @Test
  void groups_are_counted_by_class_as_keras_does() {
    assertThat(KerasGroups.of(TestLayers.lenet5().layers()))
        .extracting(KerasGroups.Vars::path)
        .containsExactly(
            "conv2d/vars", "conv2d_1/vars", "dense/vars", "dense_1/vars", "dense_2/vars");
  }

  @Test
  void an_older_file_is_replaced_and_nothing_is_left_behind() throws IOException {
    NetworkSpec network = TestLayers.network(Shape.of(4), Dense(3));
    Path file = Files.writeString(folder.resolve("a.weights.h5"), "old");
    WeightsH5.write(file, network.layers(), network.initialWeights());
    assertThat(WeightsH5.read(file, network.layers())).isEqualTo(network.initialWeights());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_folder_that_is_not_there_is_made() {
    NetworkSpec network = TestLayers.network(Shape.of(4), Dense(3));
    Path file = folder.resolve("runs/1/a.weights.h5");
    WeightsH5.write(file, network.layers(), network.initialWeights());
    assertThat(file).isNotEmptyFile();
  }
}
