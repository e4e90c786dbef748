package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Trainings that real Keras began and saved go on here as they did there; made by {@code
 * golden/compiled_optimizers.py}. With {@code -Dmnist4j.resaved=FOLDER}, the files that this
 * library saves of them, and the weights it gets, are left there for that script to judge.
 */
class KerasOptimizersTest {
  private static final double KERAS_TOLERANCE = 1e-5; // absolute; the weights are of order 1
  private static final JsonNode EXPECTED = Golden.json("optimizers/expected.json");

  static Stream<String> names() {
    return EXPECTED.required("weights").properties().stream().map(entry -> entry.getKey());
  }

  private static Dataset data() {
    Tensor x = Tensor.of(Shape.of(24, 5), Golden.floats(Golden.numbers(EXPECTED.get("x"))));
    int[] y =
        StreamSupport.stream(EXPECTED.get("y").spliterator(), false)
            .mapToInt(JsonNode::asInt)
            .toArray();
    return Dataset.of(x, y).range(8, 24);
  }

  private static void twoSteps(Model model) {
    model.fit(data(), FitOptions.epochs(1).batchSize(8).shuffle(false).verbose(0));
  }

  private static void requireWeights(Model model, String name) {
    List<double[]> weights = new ArrayList<>();
    model.weights().tensors().values().forEach(w -> weights.add(Golden.doubles(w.data())));
    JsonNode expected = EXPECTED.get("weights").get(name);
    assertThat(weights).hasSize(expected.size());
    for (int i = 0; i < weights.size(); i++) {
      assertThat(weights.get(i))
          .containsExactly(Golden.numbers(expected.get(i)), within(KERAS_TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_training_of_keras_goes_on(String name, @TempDir Path folder) throws IOException {
    Path file = folder.resolve(name + ".keras");
    Files.write(file, Golden.bytes("optimizers/" + name + ".keras"));
    try (Model model = Models.load(file)) {
      twoSteps(model);
      requireWeights(model, name);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_file_of_ours_has_the_same_state(String name, @TempDir Path folder) throws IOException {
    Path file = folder.resolve(name + ".keras");
    Path h5 = folder.resolve(name + ".h5");
    Files.write(file, Golden.bytes("optimizers/" + name + ".keras"));
    try (Model model = Models.load(file)) {
      model.save(file);
      model.save(h5);
      twoSteps(model);
      leave(file, model);
    }
    for (Path saved : List.of(file, h5)) {
      try (Model model = Models.load(saved)) {
        twoSteps(model);
        requireWeights(model, name);
      }
    }
  }

  private static void leave(Path file, Model model) throws IOException {
    String folder = System.getProperty("mnist4j.resaved");
    if (folder != null) {
      String name = file.getFileName().toString();
      List<float[]> weights = new ArrayList<>();
      model.weights().tensors().values().forEach(w -> weights.add(w.data()));
      Files.createDirectories(Path.of(folder));
      Files.copy(file, Path.of(folder, name));
      new ObjectMapper()
          .writeValue(Path.of(folder, name.replace(".keras", ".json")).toFile(), weights);
    }
  }
}
