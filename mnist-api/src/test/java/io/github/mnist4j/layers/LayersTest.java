package io.github.mnist4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.layers.Initializer.GlorotUniform;
import io.github.mnist4j.layers.Initializer.Zeros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {
  @ParameterizedTest
  @CsvSource({
    "Conv2D, conv2d",
    "MaxPooling2D, max_pooling2d",
    "AveragePooling2D, average_pooling2d",
    "Dense, dense",
    "InputLayer, input_layer",
    "BatchNormalization, batch_normalization",
    "ReLU, re_lu",
    "LeakyReLU, leaky_re_lu",
    "PReLU, p_re_lu",
    "HeNormal, he_normal"
  })
  void snake_case_is_keras(String className, String expected) {
    assertThat(Layers.snakeCase(className)).isEqualTo(expected);
  }

  @Test
  void defaults_are_keras() {
    Conv2D conv = Layers.Conv2D(8, 3);
    assertThat(conv.strides()).isEqualTo(new Size(1, 1));
    assertThat(conv.padding()).isEqualTo(Padding.VALID);
    assertThat(conv.activation()).isEqualTo(Activation.linear);
    assertThat(conv.useBias()).isTrue();
    assertThat(conv.kernelInitializer()).isEqualTo(new GlorotUniform(null));
    assertThat(conv.biasInitializer()).isEqualTo(new Zeros());
    assertThat(Layers.Dense(3).kernelInitializer()).isEqualTo(new GlorotUniform(null));
    assertThat(Layers.MaxPool(3)).isEqualTo(Layers.MaxPooling2D(3).strides(3));
  }

  @Test
  void a_wither_changes_one_thing() {
    Conv2D conv = Layers.Conv2D(8, 3, Activation.relu).name("c");
    Conv2D changed =
        conv.strides(2)
            .padding(Padding.SAME)
            .activation(Activation.tanh)
            .useBias(false)
            .kernelInitializer(Initializers.heNormal())
            .biasInitializer(Initializers.ones())
            .kernelRegularizer(Regularizers.l2(0.1))
            .kernelConstraint(Constraints.nonNeg());
    assertThat(changed)
        .isEqualTo(
            new Conv2D(
                8,
                Size.square(3),
                Size.square(2),
                Padding.SAME,
                Size.square(1),
                1,
                Activation.tanh,
                false,
                Initializers.heNormal(),
                Initializers.ones(),
                Regularizers.l2(0.1),
                null,
                null,
                Constraints.nonNeg(),
                null,
                "c"));
    assertThat(conv.strides()).isEqualTo(Size.square(1));
    assertThat(Layers.Dropout(0.5).seed(3).name("d")).isEqualTo(new Dropout(0.5, 3, "d"));
  }

  @Test
  void activations_have_keras_strings() {
    assertThat(Activation.named("relu")).isEqualTo(Activation.relu);
    assertThat(Activation.named("swish")).isEqualTo(Activation.silu);
    assertThatThrownBy(() -> Activation.named("rellu"))
        .hasMessage(
            "unknown activation 'rellu'\n"
                + "  expected: one of linear, relu, sigmoid, tanh, softmax, relu6, leaky_relu, elu, selu, celu,"
                + " silu, gelu, mish, softplus, softsign, exponential, hard_tanh, hard_shrink, soft_shrink,"
                + " tanh_shrink, log_sigmoid, sparse_plus, sparse_sigmoid, squareplus,"
                + " hard_sigmoid, hard_silu, log_softmax\n"
                + "  fix:      did you mean 'relu'?\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#unknown-name");
  }
}
