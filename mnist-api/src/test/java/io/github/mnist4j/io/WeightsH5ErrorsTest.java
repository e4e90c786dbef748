package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsH5ErrorsTest {
  private static final String FIX =
      "\n  fix:      load the weights of a network of the same layers and shapes"
          + "\n  see:      https://mnist4j.github.io/troubleshooting#weights-do-not-fit";

  private final NetworkSpec network = TestLayers.network(Shape.of(4), Dense(3), Dense(2));

  @TempDir Path folder;

  private Path written() {
    Path file = folder.resolve("a.weights.h5");
    WeightsH5.write(file, network.layers(), network.initialWeights());
    return file;
  }

  private static void assertRefused(Path file, NetworkSpec network, String message) {
    assertThatThrownBy(() -> WeightsH5.read(file, network.layers()))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage(message);
  }

  @Test
  void weights_of_another_shape_are_refused() {
    Path file = written();
    assertRefused(
        file,
        TestLayers.network(Shape.of(5), Dense(3), Dense(2)),
        file
            + " has not the weights of layer 'layer0' (Dense)\n"
            + "  expected: kernel of shape (5, 3)\n"
            + "  got:      shape (4, 3)"
            + FIX);
  }

  @Test
  void weights_that_are_missing_are_named() {
    Path file = written();
    assertRefused(
        file,
        TestLayers.network(Shape.of(4, 4, 1), Conv2D(1, 1)),
        file
            + " has not the weights of layer 'layer0' (Conv2D)\n"
            + "  expected: 2 parameters in layers/conv2d/vars\n"
            + "  got:      0 parameters"
            + FIX);
  }

  @Test
  void weights_of_a_larger_network_are_refused() {
    Path file = written();
    assertRefused(
        file,
        TestLayers.network(Shape.of(4), Dense(3)),
        file
            + " has weights of a layer that the network has not\n"
            + "  expected: layers/dense/vars\n"
            + "  got:      layers/dense_1/vars"
            + FIX);
  }

  @Test
  void a_text_is_no_weights_file() throws IOException {
    Path file = Files.writeString(folder.resolve("a.weights.h5"), "no HDF5");
    assertThatThrownBy(() -> WeightsH5.read(file, network.layers()))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(
            file
                + " cannot be read as HDF5\n"
                + "  expected: a file that saveWeights or Keras' save_weights wrote\n")
        .hasMessageEndingWith("#weights-file");
    assertThatThrownBy(() -> WeightsH5.read(folder, network.layers()))
        .isInstanceOfAny(ModelFormatException.class, UncheckedIOException.class);
  }

  @Test
  void a_missing_file_is_said_to_be_missing() {
    Path file = folder.resolve("none.weights.h5");
    assertThatThrownBy(() -> WeightsH5.read(file, network.layers()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no file to read weights from: " + file);
  }

  @Test
  void the_name_has_the_ending_that_keras_wants() {
    Path file = Path.of("model.h5");
    assertThatThrownBy(() -> WeightsH5.write(file, network.layers(), network.initialWeights()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "weights cannot be written under this name\n"
                + "  expected: a name that ends in .weights.h5, as Keras insists\n"
                + "  got:      model.h5\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#weights-file-name");
  }

  @Test
  void a_write_that_fails_leaves_the_older_file() throws IOException {
    Path file = written();
    Weights none = Weights.builder().build();
    assertThatThrownBy(() -> WeightsH5.write(file, network.layers(), none))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(WeightsH5.read(file, network.layers())).isEqualTo(network.initialWeights());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_place_that_cannot_be_written_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x").resolve("a.weights.h5");
    assertThatThrownBy(() -> WeightsH5.write(file, network.layers(), network.initialWeights()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write " + file);
  }
}
