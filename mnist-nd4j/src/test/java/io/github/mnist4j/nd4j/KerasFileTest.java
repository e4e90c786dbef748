package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that real Keras saved in the middle of a training; {@code compiled.py} beside it made it.
 */
class KerasFileTest {
  private static final float TOLERANCE = 1e-5f;

  private JsonNode golden;
  private Path file;

  @BeforeEach
  void take(@TempDir Path folder) throws IOException {
    golden = new ObjectMapper().readTree(resource("compiled_adam.json"));
    file = folder.resolve("compiled_adam.keras");
    Files.copy(resource("compiled_adam.keras"), file);
  }

  private static InputStream resource(String name) {
    return KerasFileTest.class.getResourceAsStream("/golden/" + name);
  }

  private float[] floats(JsonNode list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) list.get(i).asDouble();
    }
    return values;
  }

  private Tensor x() {
    return Tensor.of(Shape.of(8, 6, 6, 1), floats(golden.get("x")));
  }

  @Test
  void it_predicts_what_keras_predicted() {
    try (Model model = Models.load(file)) {
      assertThat(model.predict(x()).data())
          .containsExactly(floats(golden.get("logits")), within(TOLERANCE));
    }
  }

  @Test
  void one_more_step_gives_the_weights_that_keras_gets() {
    int[] labels = new int[8];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = golden.get("y").get(i).asInt();
    }
    try (Model model = Models.load(file)) {
      assertThat(model.learningRate()).isCloseTo(0.01, within(1e-9));
      model.fit(Dataset.of(x(), labels), FitOptions.epochs(1).shuffle(false).verbose(0));
      int i = 0;
      for (Tensor weight : model.weights().tensors().values()) {
        JsonNode expected = golden.get("weights after one more step").get(i++);
        assertThat(weight.data()).containsExactly(floats(expected), within(TOLERANCE));
      }
      assertThat(i).isEqualTo(4);
    }
  }

  @Test
  void its_optimizer_is_read() throws IOException {
    try (Model model = Models.load(file)) {
      model.save(file);
    }
    try (Model again = Models.load(file)) {
      assertThat(again.learningRate())
          .isCloseTo(Optimizers.adam(0.01).learningRate(), within(1e-9));
    }
  }
}
