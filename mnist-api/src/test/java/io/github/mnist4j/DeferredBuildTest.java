package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DeferredBuildTest {
  private static Model unbuilt() {
    return TestModels.unbuilt().compile(TestModels.options());
  }

  @Test
  void the_first_data_builds_the_model() {
    try (Model model = unbuilt()) {
      assertThat(model.architecture().inputShape()).isEmpty();
      model.fit(Blobs.dataset(8, 1), epochs(1));
      assertThat(model.architecture().inputShape()).contains(Blobs.SAMPLE);
    }
  }

  @Test
  void a_model_built_by_data_is_the_one_built_by_hand() {
    try (Model later = unbuilt();
        Model now = TestModels.model()) {
      Tensor x = Blobs.x(4, 1);
      assertThat(later.predict(x)).isEqualTo(now.predict(x));
      assertThat(later.weights()).isEqualTo(now.weights());
    }
  }

  @Test
  void data_that_is_refused_does_not_build_the_model() {
    try (Model model = unbuilt()) {
      Dataset empty = Dataset.of(Tensor.zeros(Shape.of(0, 5)), new int[0]);
      assertThatThrownBy(() -> model.fit(empty, epochs(1))).isInstanceOf(DataException.class);
      assertThatThrownBy(() -> model.evaluate(empty)).isInstanceOf(DataException.class);
      assertThat(model.fit(Blobs.dataset(8, 1), epochs(1)).epochs()).hasSize(1);
    }
  }

  @Test
  void what_needs_a_shape_says_so() {
    String message =
        "the model does not know its input's shape yet\n"
            + "  expected: a network with Input(…) or .build(shape), or a model that has seen"
            + " data\n"
            + "  got:      neither\n"
            + "  fix:      write Sequential.of(Input(28, 28, 1), …)\n"
            + "  see:      https://mnist4j.github.io/troubleshooting#not-built";
    try (Model model = unbuilt()) {
      assertThatThrownBy(model::weights)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(message);
      assertThatThrownBy(() -> model.saveWeights(Path.of("x.weights.h5"))).hasMessage(message);
      assertThatThrownBy(() -> model.loadWeights(Path.of("x.weights.h5"))).hasMessage(message);
    }
  }
}
