package io.github.mnist4j.layers;

import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class LayerErrorsTest {
  private static final String SITE = "\n  see:      https://mnist4j.github.io/troubleshooting#";

  @Test
  void numbers_out_of_range_are_refused_at_once() {
    assertThatThrownBy(() -> Dense(0)).hasMessage("Dense: units must be at least 1, got 0");
    assertThatThrownBy(() -> Conv2D(0, 3)).hasMessage("Conv2D: filters must be at least 1, got 0");
    assertThatThrownBy(() -> Conv2D(1, 0)).hasMessage("Size: height must be at least 1, got 0");
    assertThatThrownBy(() -> MaxPool(2).strides(1, 0))
        .hasMessage("Size: width must be at least 1, got 0");
    assertThatThrownBy(() -> Dropout(1))
        .hasMessage("Dropout: rate must be at least 0.0 and less than 1.0, got 1.0");
    assertThatThrownBy(() -> Input(28, 0))
        .hasMessage("Input: the number of elements of a sample must be at least 1, got 0");
  }

  @Test
  void a_name_may_have_no_slash() {
    assertThatThrownBy(() -> Dense(1).name("a/b"))
        .hasMessage("Dense: name must not be empty nor contain '/', got 'a/b'");
    assertThatThrownBy(() -> MaxPool(2).name(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_window_must_find_a_place() {
    assertThatThrownBy(() -> MaxPool(2).outputShape(Shape.of(1, 5, 64)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "cannot move its window over its input\n"
                + "  expected: height and width of at least 2 and 2 (window 2x2, padding valid)\n"
                + "  got:      (1, 5, 64)\n"
                + "  fix:      use padding(SAME) here or in an earlier layer, or remove this layer"
                + SITE
                + "shape-too-small");
  }

  @Test
  void grey_images_without_channels_are_shown_the_way() {
    assertThatThrownBy(() -> Conv2D(1, 3).outputShape(Shape.of(28, 28)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "takes images\n"
                + "  expected: samples of three axes, (height, width, channels)\n"
                + "  got:      (28, 28)\n"
                + "  fix:      give grey images a channel axis, (28, 28, 1)"
                + SITE
                + "not-an-image");
  }

  @Test
  void a_row_is_no_image() {
    assertThatThrownBy(() -> MaxPool(2).outputShape(Shape.of(784)))
        .hasMessageContaining("fix:      put this layer before Flatten() and Dense(…)");
  }

  @Test
  void dense_wants_a_vector() {
    assertThatThrownBy(() -> Dense(1).outputShape(Shape.scalar()))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "takes vectors\n"
                + "  expected: samples of one axis or more, (in)\n"
                + "  got:      single numbers, ()\n"
                + "  fix:      give x a second axis, (n, 1)"
                + SITE
                + "not-a-vector");
    assertThatThrownBy(() -> Layers.Activation(Activation.softmax).outputShape(Shape.scalar()))
        .hasMessageStartingWith("takes vectors");
  }

  @Test
  void an_input_takes_its_own_shape_only() {
    assertThatThrownBy(() -> Input(4).outputShape(Shape.of(5)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "is not what the samples are\n"
                + "  expected: (4,)\n"
                + "  got:      (5,)\n"
                + "  fix:      give the data the shape (4,), or the network Input(5)"
                + SITE
                + "input-shape");
  }
}
