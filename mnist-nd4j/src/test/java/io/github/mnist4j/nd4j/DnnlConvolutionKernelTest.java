package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.gelu;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Activation.tanh;
import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.AveragePooling1D;
import static io.github.mnist4j.layers.Layers.BatchNormalization;
import static io.github.mnist4j.layers.Layers.Conv1D;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Conv2DTranspose;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.DepthwiseConv2D;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.GlobalAveragePooling1D;
import static io.github.mnist4j.layers.Layers.GlobalAveragePooling2D;
import static io.github.mnist4j.layers.Layers.MaxPooling1D;
import static io.github.mnist4j.layers.Layers.MaxPooling2D;
import static io.github.mnist4j.layers.Layers.SeparableConv2D;
import static io.github.mnist4j.layers.Padding.CAUSAL;
import static io.github.mnist4j.layers.Padding.SAME;
import static io.github.mnist4j.layers.Padding.VALID;
import static io.github.mnist4j.nd4j.FastAndPlain.compare;
import static io.github.mnist4j.nd4j.FastAndPlain.network;
import static io.github.mnist4j.nd4j.FastAndPlain.predict;

import io.github.mnist4j.layers.Conv1D;
import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Conv2DTranspose;
import io.github.mnist4j.layers.DepthwiseConv2D;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DnnlConvolutionKernelTest {
  private static final int RANDOM_NETWORKS = 60;

  @BeforeAll
  static void needs_oneDnn() {
    FastAndPlain.needOneDnn();
  }

  static Stream<NetworkSpec> networks() {
    Stream<NetworkSpec> chosen =
        Stream.of(
            network(
                Shape.of(12, 11, 3),
                Conv2D(32, 3, relu).padding(SAME),
                Conv2D(32, 3, relu).groups(4).useBias(false),
                MaxPooling2D(2),
                Conv2D(16, 2).dilationRate(2),
                GlobalAveragePooling2D(),
                Dense(3)),
            network(
                Shape.of(12, 11, 16),
                DepthwiseConv2D(3).padding(SAME).activation(relu),
                DepthwiseConv2D(3).strides(2).padding(SAME).depthMultiplier(2).useBias(false),
                BatchNormalization().epsilon(0.1),
                Activation(relu),
                GlobalAveragePooling2D().keepdims(true),
                Conv2D(5, 1),
                Flatten()),
            network(
                Shape.of(12, 11, 3),
                SeparableConv2D(16, 3).activation(tanh),
                SeparableConv2D(8, 2).depthMultiplier(3).padding(SAME).useBias(false),
                MaxPooling2D(2),
                SeparableConv2D(4, 2).activation(softmax).dilationRate(2)),
            network(
                Shape.of(5, 4, 6),
                Conv2DTranspose(16, 3).activation(relu).strides(2).padding(SAME),
                Conv2DTranspose(3, 2).strides(3).useBias(false),
                Conv2D(2, 3, gelu)),
            network(
                Shape.of(20, 5),
                Conv1D(16, 3, relu).padding(CAUSAL),
                BatchNormalization().epsilon(0.1),
                Activation(relu),
                MaxPooling1D(2),
                Conv1D(8, 2, softmax).useBias(false),
                AveragePooling1D(2),
                Dropout(0.2),
                Conv1D(4, 2, gelu),
                Flatten(),
                Dense(3)),
            network(
                Shape.of(20, 5),
                Dense(16, relu),
                Conv1D(16, 3),
                Activation(tanh),
                Dense(7),
                Activation(tanh),
                Conv1D(3, 1),
                GlobalAveragePooling1D(),
                Dense(2)),
            network(Shape.of(20, 5), GlobalAveragePooling1D().keepdims(true), Dense(2)),
            network(Shape.of(9, 4), MaxPooling1D(3).strides(2).padding(SAME), Dense(2)));
    return Stream.concat(
        chosen, IntStream.range(0, RANDOM_NETWORKS).mapToObj(DnnlConvolutionKernelTest::random));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void outputs_and_gradients_are_those_of_the_plain_path(NetworkSpec spec) {
    for (int n : new int[] {1, 5}) {
      compare(spec, n);
    }
    predict(spec, 3);
  }

  /** Two convolutions of odd sizes. */
  private static NetworkSpec random(int number) {
    RandomStream random = RandomStream.of(number).split("convolutions");
    int[] draw = {0};
    Shape input =
        Shape.of(
            4 + random.below(6, draw[0]++),
            4 + random.below(6, draw[0]++),
            4 * (1 + random.below(5, draw[0]++)));
    List<Layer> layers = new ArrayList<>();
    Shape shape = input;
    for (int i = 0; i < 2; i++) {
      Layer layer = convolution(random, draw, shape.dim(2) % 4 == 0 ? 4 : 1);
      try {
        shape = layer.outputShape(shape);
        layers.add(layer);
      } catch (IllegalArgumentException e) {
        break; // the images have become too small
      }
    }
    layers.add(Flatten());
    layers.add(Dense(4 + random.below(12, draw[0]++)));
    return network(input, layers.toArray(Layer[]::new));
  }

  private static Layer convolution(RandomStream random, int[] draw, int groups) {
    Size size = new Size(1 + random.below(4, draw[0]++), 1 + random.below(4, draw[0]++));
    Size strides = new Size(1 + random.below(3, draw[0]++), 1 + random.below(3, draw[0]++));
    Size dilation = new Size(1 + random.below(3, draw[0]++), 1 + random.below(2, draw[0]++));
    boolean dilated = random.below(2, draw[0]++) == 0;
    Size steps = dilated ? Size.square(1) : strides; // Keras has not both at once
    Size apart = dilated ? dilation : Size.square(1);
    Padding padding = random.below(2, draw[0]++) == 0 ? SAME : VALID;
    boolean useBias = random.below(3, draw[0]++) > 0;
    int filters = 4 * (1 + random.below(6, draw[0]++));
    return switch (random.below(4, draw[0]++)) {
      case 0 ->
          Conv2D(filters, size, relu)
              .strides(steps)
              .dilationRate(apart)
              .padding(padding)
              .groups(groups)
              .useBias(useBias);
      case 1 ->
          DepthwiseConv2D(size)
              .strides(Size.square(steps.height()))
              .dilationRate(apart)
              .padding(padding)
              .depthMultiplier(1 + filters % 3)
              .useBias(useBias);
      case 2 ->
          SeparableConv2D(filters, size)
              .strides(Size.square(steps.height()))
              .dilationRate(apart)
              .padding(padding)
              .useBias(useBias);
      default ->
          Conv2DTranspose(filters - 1, size)
              .activation(tanh)
              .strides(steps)
              .dilationRate(apart)
              .padding(padding)
              .useBias(useBias);
    };
  }
}
