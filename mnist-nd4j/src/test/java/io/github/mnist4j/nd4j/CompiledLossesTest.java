package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that real Keras compiled, each with another loss; made by {@code compiled_losses.py}. */
class CompiledLossesTest {
  private static final double LOSS_TOLERANCE = 1e-6; // relative: both compute in float32
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
        double loss = c.get("loss").asDouble();
        assertThat(model.evaluate(data(c), 8, Verbosity.SILENT).loss())
            .isCloseTo(loss, within(LOSS_TOLERANCE * Math.abs(loss)));
        model.fit(data(c), FitOptions.epochs(1).batchSize(8).shuffle(false).verbose(0));
        assertThat(model.weights().get("dense/kernel").data())
            .containsExactly(Golden.floats(c.numbers("kernel")), within(WEIGHT_TOLERANCE));
      }
    }
  }
}
