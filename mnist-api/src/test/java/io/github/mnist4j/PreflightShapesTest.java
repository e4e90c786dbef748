package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PreflightShapesTest {
  private static final String SITE = "\n  see:      https://mnist4j.github.io/troubleshooting#";

  private static Model model(int... input) {
    return Sequential.of(Layers.Input(input), Flatten(), Dense(3)).compile(TestModels.options());
  }

  private static Dataset samples(int... shape) {
    return Dataset.of(Tensor.zeros(Shape.of(shape).prepend(2)), 0, 1);
  }

  @Test
  void a_channel_axis_may_be_left_out() {
    try (Model model = model(4, 4, 1)) {
      assertThat(model.fit(samples(4, 4), epochs(1)).epochs()).hasSize(1);
      assertThat(model.predict(Tensor.zeros(Shape.of(5, 4, 4))).shape()).isEqualTo(Shape.of(5, 3));
      assertThat(model.predict(samples(4, 4)).shape()).isEqualTo(Shape.of(2, 3));
    }
  }

  @Test
  void a_channel_axis_may_be_there_where_the_network_has_none() {
    try (Model model = model(4, 4)) {
      assertThat(model.fit(samples(4, 4, 1), epochs(1)).epochs()).hasSize(1);
      assertThat(model.predict(Tensor.zeros(Shape.of(5, 4, 4, 1))).shape())
          .isEqualTo(Shape.of(5, 3));
    }
  }

  @Test
  void single_numbers_may_stand_for_vectors_of_one() {
    try (Model model = model(1)) {
      assertThat(model.predict(Tensor.zeros(Shape.of(5))).shape()).isEqualTo(Shape.of(5, 3));
    }
  }

  @Test
  void three_channels_are_not_one() {
    try (Model model = model(4, 4)) {
      assertThatThrownBy(() -> model.fit(samples(4, 4, 3), epochs(1)))
          .isInstanceOf(ShapeException.class);
      assertThatThrownBy(() -> model.fit(samples(1, 4, 4), epochs(1)))
          .isInstanceOf(ShapeException.class);
    }
  }

  @Test
  void samples_of_another_size_are_refused() {
    try (Model model = model(4, 4, 1)) {
      assertThatThrownBy(() -> model.fit(samples(5, 4, 1), epochs(1)))
          .isInstanceOf(ShapeException.class)
          .hasMessage(
              "the training data has not the network's shape\n"
                  + "  expected: samples of shape (4, 4, 1)\n"
                  + "  got:      samples of shape (5, 4, 1)\n"
                  + "  fix:      build the network for this shape"
                  + SITE
                  + "input-shape");
      assertThat(model.fit(samples(4, 4, 1), epochs(1)).epochs()).hasSize(1);
    }
  }

  @Test
  void samples_that_could_be_reshaped_are_shown_how() {
    try (Model model = model(16)) {
      assertThatThrownBy(() -> model.predict(samples(4, 4)))
          .isInstanceOf(ShapeException.class)
          .hasMessage(
              "x has not the network's shape\n"
                  + "  expected: samples of shape (16,)\n"
                  + "  got:      samples of shape (4, 4)\n"
                  + "  fix:      use .reshaped(Shape.of(16))"
                  + SITE
                  + "input-shape");
    }
  }
}
