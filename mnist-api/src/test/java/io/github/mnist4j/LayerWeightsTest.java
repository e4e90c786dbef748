package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class LayerWeightsTest {
  @Test
  void a_layers_weights_have_short_names() {
    try (Model model = TestModels.model()) {
      Weights all = model.weights();
      assertThat(model.weights("dense_1").tensors().keySet()).containsExactly("kernel", "bias");
      assertThat(model.weights("dense_1").get("kernel")).isEqualTo(all.get("dense_1/kernel"));
      assertThat(model.weights("dense").get("bias").shape()).isEqualTo(Shape.of(6));
      assertThat(model.weights("flatten").tensors()).isEmpty();
    }
  }

  @Test
  void they_go_from_model_to_model() {
    try (Model trained = TestModels.model();
        Model model = TestModels.model()) {
      trained.fit(Blobs.dataset(40, 1), epochs(2));
      Weights before = model.weights();
      model.load("dense", trained.weights("dense"));
      assertThat(model.weights("dense")).isEqualTo(trained.weights("dense"));
      assertThat(model.weights("dense_1").get("kernel")).isEqualTo(before.get("dense_1/kernel"));
      model.load("flatten", Weights.builder().build());
    }
  }

  @Test
  void an_unknown_layer_is_named_with_those_there_are() {
    try (Model model = TestModels.model()) {
      assertThatThrownBy(() -> model.weights("dens"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              """
              unknown layer 'dens'
                expected: one of flatten, dense, dense_1
                fix:      did you mean 'dense'?
                see:      https://mnist4j.github.io/troubleshooting#unknown-name""");
    }
  }

  @Test
  void weights_of_another_layer_change_nothing() {
    try (Model model = TestModels.model()) {
      Weights before = model.weights();
      assertThatThrownBy(() -> model.load("dense", model.weights("flatten")))
          .isInstanceOf(ShapeException.class)
          .hasMessage(
              """
              weights are not those of layer 'dense'
                expected: kernel, bias
                got:      none
                fix:      load weights of a layer of the same kind, as weights(layer) returns them
                see:      https://mnist4j.github.io/troubleshooting#weights-do-not-fit""");
      assertThatThrownBy(() -> model.load("dense", model.weights("dense_1")))
          .isInstanceOf(ShapeException.class)
          .hasMessageStartingWith("weight 'kernel' has another shape in this network");
      assertThat(model.weights()).isEqualTo(before);
    }
  }
}
