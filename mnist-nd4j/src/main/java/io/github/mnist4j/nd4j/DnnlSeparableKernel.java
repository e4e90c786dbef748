package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.SeparableConv2D;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;

/** A depthwise convolution, then one of 1x1, on oneDNN. */
final class DnnlSeparableKernel implements DnnlKernel {
  private static final Size ONE = Size.square(1);

  private final DnnlKernel depthwise;
  private final DnnlKernel pointwise;

  DnnlSeparableKernel(SeparableConv2D layer, DnnlWiring wiring) {
    Shape in = wiring.spec().input();
    Shape out = wiring.spec().output();
    Shape middle = Shape.of(out.dim(0), out.dim(1), in.dim(2) * layer.depthMultiplier());
    depthwise =
        new DnnlConvolutionKernel(
            new DnnlConvolution(
                Window.of(
                    layer.kernelSize(),
                    layer.strides(),
                    layer.dilationRate(),
                    layer.padding(),
                    in,
                    middle),
                in.dim(2),
                in,
                middle,
                wiring.param("depthwise_kernel"),
                null,
                Activation.linear),
            wiring,
            false);
    pointwise =
        new DnnlConvolutionKernel(
            new DnnlConvolution(
                Window.of(ONE, ONE, Padding.VALID, middle, out),
                1,
                middle,
                out,
                wiring.param("pointwise_kernel"),
                layer.useBias() ? wiring.param("bias") : null,
                layer.activation()),
            wiring.with(wiring.spec(), depthwise.output(), false),
            false);
  }

  @Override
  public Flow output() {
    return pointwise.output();
  }

  @Override
  public Flow bindGradient(Flow dy) {
    return depthwise.bindGradient(pointwise.bindGradient(dy));
  }
}
