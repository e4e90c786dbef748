package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.data.Npy;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HDF5 files by Keras 3, and in the manner of Keras 1 and 2; made by {@code h5/make_h5.py}. */
class KerasH5FileTest {
  private static final float TOLERANCE = 1e-5f; // absolute; the numbers are of order 1

  private final JsonNode expected = Golden.json("h5/expected.json");

  @TempDir Path folder;

  private Path file(String name) throws IOException {
    return Files.write(folder.resolve(name), Golden.bytes("h5/" + name));
  }

  private static float[] floats(JsonNode list) {
    return Golden.floats(Golden.numbers(list));
  }

  private Tensor x() {
    return Tensor.of(Shape.of(8, 6, 6, 1), floats(expected.get("x")));
  }

  private float[] output(String name) {
    boolean softmax = List.of("keras_1_2.h5", "keras_2_1_6.h5").contains(name);
    return floats(expected.get(softmax ? "probabilities" : "logits"));
  }

  private void assertOneMoreStep(Model model) {
    int[] labels = new int[8];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = expected.get("y").get(i).asInt();
    }
    model.fit(Dataset.of(x(), labels), FitOptions.epochs(1).shuffle(false).verbose(0));
    int i = 0;
    for (Tensor weight : model.weights().tensors().values()) {
      assertThat(weight.data())
          .containsExactly(
              floats(expected.get("weights after one more step").get(i++)), within(TOLERANCE));
    }
    assertThat(i).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keras_3_15.h5",
        "functional.h5",
        "keras_1_2.h5",
        "keras_2_1_6.h5",
        "keras_2_2_4.h5",
        "tf_keras_2_4.h5",
        "tf_keras_2_15.h5",
        "chunked.h5"
      })
  void it_predicts_what_keras_predicts(String name) throws IOException {
    try (Model model = Models.load(file(name))) {
      assertThat(model.predict(x()).data()).containsExactly(output(name), within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keras_3_15.h5",
        "keras_1_2.h5",
        "keras_2_1_6.h5",
        "tf_keras_2_4.h5",
        "tf_keras_2_15.h5"
      })
  void one_more_step_gives_the_weights_that_keras_gets(String name) throws IOException {
    try (Model model = Models.load(file(name))) {
      assertThat(model.learningRate()).isCloseTo(0.01, within(1e-9));
      assertOneMoreStep(model);
    }
  }

  @Test
  void a_file_that_was_written_here_goes_on_as_well() throws IOException {
    Path again = folder.resolve("again.h5");
    try (Model model = Models.load(file("keras_3_15.h5"))) {
      model.save(again);
    }
    try (Model model = Models.load(again)) {
      assertThat(model.predict(x()).data()).containsExactly(output("again"), within(TOLERANCE));
      assertOneMoreStep(model);
    }
  }

  @Test
  void weights_alone_are_loaded_into_a_network() throws IOException {
    Path weights = file("weights.h5");
    assertThatThrownBy(() -> Models.load(weights))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("weights alone");
    Path json = folder.resolve("architecture.json");
    try (Model model = Models.load(file("keras_2_2_4.h5"))) {
      model.save(json);
      model.loadWeights(file("chunked.h5"));
      assertThat(model.predict(x()).data()).containsExactly(output("chunked"), within(TOLERANCE));
    }
    try (Model model = Models.load(json, weights)) {
      assertThat(model.predict(x()).data()).containsExactly(output("weights"), within(TOLERANCE));
    }
  }

  @Test
  void lenet_predicts_what_keras_predicts() throws IOException {
    Path file = Files.write(folder.resolve("lenet5.hdf5"), Golden.bytes("models/lenet5_legacy.h5"));
    try (Model model = Models.load(file)) {
      Tensor x = Npy.read(Golden.bytes("models/lenet5_x.npy"), "x");
      Tensor y = Npy.read(Golden.bytes("models/lenet5_y.npy"), "y");
      assertThat(model.predict(x).data()).containsExactly(y.data(), within(TOLERANCE));
    }
  }
}
