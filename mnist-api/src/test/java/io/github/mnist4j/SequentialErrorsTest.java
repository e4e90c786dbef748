package io.github.mnist4j;

import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.layers.Dense;
import io.github.mnist4j.layers.Flatten;
import io.github.mnist4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class SequentialErrorsTest {
  private static final String SITE = "\n  see:      https://mnist4j.github.io/troubleshooting#";

  @Test
  void a_layer_that_cannot_take_its_input_is_named_with_the_one_before() {
    assertThatThrownBy(
            () -> Sequential.of(Input(5, 5, 1), Conv2D(4, 3), MaxPool(2), MaxPool(2), Flatten()))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "layer 3 'max_pooling2d_1' (MaxPooling2D) cannot move its window over its input\n"
                + "  expected: height and width of at least 2 and 2 (window 2x2, padding valid)\n"
                + "  got:      (1, 1, 4) from layer 2 'max_pooling2d' (MaxPooling2D)\n"
                + "  fix:      use padding(SAME) here or in an earlier layer, or remove this layer"
                + SITE
                + "shape-too-small");
  }

  @Test
  void the_first_layer_gets_its_input_from_the_samples() {
    assertThatThrownBy(() -> Sequential.of(Conv2D(4, 3)).build(Shape.of(28, 28)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "layer 1 'conv2d' (Conv2D) takes images\n"
                + "  expected: samples of three axes, (height, width, channels)\n"
                + "  got:      (28, 28) from the samples\n"
                + "  fix:      give grey images a channel axis, (28, 28, 1)"
                + SITE
                + "not-an-image");
  }

  @Test
  void a_network_needs_a_layer() {
    assertThatThrownBy(Sequential::of)
        .hasMessage(
            "a network needs a layer\n  expected: at least one layer\n  got:      none"
                + SITE
                + "no-layers");
    assertThatThrownBy(() -> Sequential.of(Input(28)))
        .hasMessageContaining("expected: at least one layer behind Input(28)\n");
  }

  @Test
  void an_input_stands_first() {
    assertThatThrownBy(() -> Sequential.of(new Flatten("f"), Input(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Input(…) stands in the middle of a network\n"
                + "  expected: Input(…) as the first layer, or not at all\n"
                + "  got:      [Flatten[name=f], InputLayer[shape=(4,), name=null]]"
                + SITE
                + "input-in-the-middle");
  }

  @Test
  void two_layers_cannot_have_the_same_name() {
    assertThatThrownBy(() -> Sequential.of(Dense(1).name("head"), Dense(2).name("head")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "two layers have the name 'head'\n"
                + "  expected: a name of its own for each layer\n"
                + "  fix:      give one of them another name, or none"
                + SITE
                + "layer-names");
  }

  @Test
  void a_bad_name_is_found_however_it_came_in() {
    Dense dense = Dense(1);
    Flatten bad = new Flatten("a/b");
    assertThatThrownBy(() -> Sequential.of(bad))
        .hasMessage("Flatten: name must not be empty nor contain '/', got 'a/b'");
    assertThatThrownBy(() -> Sequential.of(dense).name(""))
        .hasMessage("Sequential: name must not be empty nor contain '/', got ''");
  }

  @Test
  void a_built_network_is_not_built_for_another_shape() {
    assertThatThrownBy(() -> Sequential.of(Input(4), Dense(1)).build(Shape.of(5)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "Input(4) is not what the samples are\n"
                + "  expected: (4,)\n"
                + "  got:      (5,) from build(…)\n"
                + "  fix:      give the data the shape (4,), or the network Input(5)"
                + SITE
                + "input-shape");
  }
}
