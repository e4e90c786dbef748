package io.github.mnist4j.layers;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.AveragePooling2D;
import static io.github.mnist4j.layers.Layers.AvgPool;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.layers.Layers.MaxPooling2D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mnist4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class LayerShapesTest {
  private static final Shape IMAGE = Shape.of(28, 20, 3);

  @Test
  void a_convolution_gives_its_filters_as_channels() {
    assertThat(Conv2D(8, 3).outputShape(IMAGE)).isEqualTo(Shape.of(26, 18, 8));
    assertThat(Conv2D(8, 3).padding(Padding.SAME).outputShape(IMAGE))
        .isEqualTo(Shape.of(28, 20, 8));
    assertThat(Conv2D(8, new Size(5, 1), relu).strides(2, 3).outputShape(IMAGE))
        .isEqualTo(Shape.of(12, 7, 8));
  }

  @Test
  void a_convolution_has_kernel_and_bias() {
    assertThat(Conv2D(8, new Size(5, 2), relu).params(IMAGE))
        .extracting(ParamSpec::name, ParamSpec::shape)
        .containsExactly(tuple("kernel", Shape.of(5, 2, 3, 8)), tuple("bias", Shape.of(8)));
    assertThat(Conv2D(8, 3).useBias(false).params(IMAGE)).hasSize(1);
  }

  @Test
  void pooling_keeps_the_channels_and_steps_by_its_window() {
    assertThat(MaxPool(2).outputShape(IMAGE)).isEqualTo(Shape.of(14, 10, 3));
    assertThat(AvgPool(3).outputShape(IMAGE)).isEqualTo(Shape.of(9, 6, 3));
    assertThat(AveragePooling2D(3).padding(Padding.SAME).outputShape(IMAGE))
        .isEqualTo(Shape.of(10, 7, 3));
    assertThat(MaxPooling2D(3).strides(1).outputShape(IMAGE)).isEqualTo(Shape.of(26, 18, 3));
  }

  @Test
  void dense_works_along_the_last_axis() {
    assertThat(Dense(10).outputShape(Shape.of(64))).isEqualTo(Shape.of(10));
    assertThat(Dense(10).outputShape(Shape.of(28, 64))).isEqualTo(Shape.of(28, 10));
    assertThat(Dense(10).params(Shape.of(28, 64)))
        .extracting(ParamSpec::shape)
        .containsExactly(Shape.of(64, 10), Shape.of(10));
    assertThat(Dense(10).useBias(false).params(Shape.of(64))).hasSize(1);
  }

  @Test
  void flatten_counts_a_samples_numbers() {
    assertThat(Flatten().outputShape(IMAGE)).isEqualTo(Shape.of(1680));
    assertThat(Flatten().outputShape(Shape.scalar())).isEqualTo(Shape.of(1));
  }

  @Test
  void dropout_and_activations_keep_the_shape() {
    assertThat(Dropout(0.5).outputShape(IMAGE)).isEqualTo(IMAGE);
    assertThat(Activation(softmax).outputShape(IMAGE)).isEqualTo(IMAGE);
    assertThat(Activation(relu).outputShape(Shape.scalar())).isEqualTo(Shape.scalar());
  }

  @Test
  void only_layers_that_change_no_number_pass_on() {
    assertThat(Flatten().passesOn()).isTrue();
    assertThat(Dropout(0.5).passesOn()).isTrue();
    assertThat(Dense(1).passesOn()).isFalse();
    assertThat(MaxPool(2).passesOn()).isFalse();
  }
}
