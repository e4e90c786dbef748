package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.SeparableConv2D;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A depthwise convolution, then one of 1x1. */
final class SeparableConv2DKernel extends JavaKernel {
  private final Loops depthwise;
  private final Loops pointwise;
  private final Numbers depthwiseKernel;
  private final Numbers pointwiseKernel;
  private final @Nullable Bias bias;
  private final double[] between;

  SeparableConv2DKernel(SeparableConv2D layer, Wiring wiring) {
    super(wiring, layer.activation());
    Shape in = wiring.spec().input();
    Shape out = wiring.spec().output();
    Shape middle = Shape.of(out.dim(0), out.dim(1), in.dim(2) * layer.depthMultiplier());
    depthwise =
        ConvolutionKernel.depthwise(
            Layers.DepthwiseConv2D(layer.kernelSize())
                .strides(layer.strides())
                .padding(layer.padding())
                .dilationRate(layer.dilationRate()),
            in,
            middle);
    Size one = Size.square(1);
    pointwise = new Loops(middle, out, one, one, one, Padding.VALID, 1);
    depthwiseKernel = numbers("depthwise_kernel");
    pointwiseKernel = numbers("pointwise_kernel");
    bias = layer.useBias() ? new Bias(numbers("bias")) : null;
    between = new double[n * middle.size()];
  }

  @Override
  void compute() {
    Arrays.fill(between, 0);
    depthwise.forward(n, x, depthwiseKernel.read(), between);
    Bias.fill(bias, y);
    pointwise.forward(n, between, pointwiseKernel.read(), y);
  }

  @Override
  void differentiate() {
    double[] gradient = new double[between.length];
    pointwise.inputGradient(n, dy, pointwiseKernel.values, gradient);
    pointwise.kernelGradient(n, between, dy, pointwiseKernel.clear());
    pointwiseKernel.write();
    depthwise.inputGradient(n, gradient, depthwiseKernel.values, dx);
    depthwise.kernelGradient(n, x, gradient, depthwiseKernel.clear());
    depthwiseKernel.write();
    Bias.differentiate(bias, dy);
  }
}
