package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Scores;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that real Keras compiled, each with another loss and other metrics; made by {@code
 * compiled_losses.py}.
 */
class CompiledLossesTest {
  private static final double LOSS_TOLERANCE = 1e-6; // absolute, of numbers around 1
  private static final float WEIGHT_TOLERANCE = 1e-6f;
  private static final String FOLDER = "compiled_losses/";

  @TempDir Path folder;

  static Stream<Golden.Case> cases() {
    return Golden.cases(FOLDER + "expected.json");
  }

  private static Dataset data(Golden.Case c) {
    float[] x = Golden.floats(Golden.numbers(Golden.json(FOLDER + "expected.json").get("x")));
    return Dataset.of(
        Tensor.of(Shape.of(8, 5), x),
        Tensor.of(c.shape("target_shape"), Golden.floats(c.numbers("y"))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void it_trains_on_as_in_keras_also_when_it_was_saved_again(Golden.Case c) throws IOException {
    Path file = folder.resolve("compiled.keras");
    Path again = folder.resolve("again.keras");
    Files.write(file, Golden.bytes(FOLDER + c + ".keras"));
    try (Model model = Models.load(file)) {
      model.save(again);
    }
    for (Path each : new Path[] {file, again}) {
      try (Model model = Models.load(each)) {
        Scores scores = model.evaluate(data(c), 8, Verbosity.SILENT);
        assertThat(scores.values()).hasSize(c.get("scores").size());
        for (Map.Entry<String, JsonNode> score : c.get("scores").properties()) {
          assertThat(scores.get(score.getKey()))
              .as(score.getKey())
              .isCloseTo(score.getValue().asDouble(), within(LOSS_TOLERANCE));
        }
        model.fit(data(c), FitOptions.epochs(1).batchSize(8).shuffle(false).verbose(0));
        assertThat(model.weights().get("dense/kernel").data())
            .containsExactly(Golden.floats(c.numbers("kernel")), within(WEIGHT_TOLERANCE));
      }
    }
  }
}
