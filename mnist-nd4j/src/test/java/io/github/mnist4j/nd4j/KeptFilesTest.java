package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.data.Npy;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A model that some version wrote loads in every later one: a folder of {@code kept} for each
 * version, written by {@link WriteKeptFiles}.
 */
class KeptFilesTest {
  private static final float TOLERANCE = 1e-5f; // absolute; the outputs are of order 1
  private static final float UINT8_TOLERANCE = 0.05f;

  static Stream<Path> versions() throws IOException, URISyntaxException {
    Path kept = Path.of(Objects.requireNonNull(KeptFilesTest.class.getResource("/kept")).toURI());
    return Files.list(kept);
  }

  private static Tensor array(Path version, String name) {
    return Npy.read(version.resolve(name + ".npy"));
  }

  private static void assertPredicts(Model model, Path version, float tolerance) {
    assertThat(model.predict(array(version, "x")).data())
        .containsExactly(array(version, "y").data(), within(tolerance));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whole_models_predict_what_they_did(Path version) {
    for (String file : new String[] {"model.keras", "model.h5", "web/model.json"}) {
      try (Model model = Models.load(version.resolve(file))) {
        assertPredicts(model, version, TOLERANCE);
      }
    }
    try (Model model = Models.load(version.resolve("web-uint8/model.json"))) {
      assertPredicts(model, version, UINT8_TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void architectures_take_their_weights(Path version) throws IOException {
    for (String file : new String[] {"architecture.json", "architecture.keras2.json"}) {
      Sequential network = Sequential.fromJson(Files.readString(version.resolve(file)));
      try (Model model = network.compile("adam", "mse")) {
        model.loadWeights(version.resolve("model.weights.h5"));
        assertPredicts(model, version, TOLERANCE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void a_training_goes_on_where_it_stopped(Path version) {
    int[] labels = IntStream.range(0, 16).map(i -> i % 4).toArray();
    Dataset data = Dataset.of(array(version, "x"), labels);
    try (Model model = Models.load(version.resolve("model.keras"))) {
      model.fit(data, FitOptions.epochs(4).initialEpoch(3).batchSize(8).shuffle(false).verbose(0));
      Tensor expected = array(version, "y_one_epoch_later");
      assertThat(expected).isNotEqualTo(array(version, "y"));
      // Dropout's pattern follows the seed and the step; threads change the order of sums alone.
      assertThat(model.predict(array(version, "x")).data())
          .containsExactly(expected.data(), within(1e-3f));
    }
  }
}
