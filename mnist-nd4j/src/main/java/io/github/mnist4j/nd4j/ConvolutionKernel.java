package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Conv1D;
import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.DepthwiseConv2D;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** The convolutions that ND4J's operations have not as Keras means them, in loops. */
final class ConvolutionKernel extends JavaKernel {
  private final Loops loops;
  private final Numbers kernel;
  private final @Nullable Bias bias;

  private ConvolutionKernel(Loops loops, boolean useBias, Activation activation, Wiring wiring) {
    super(wiring, activation);
    this.loops = loops;
    kernel = numbers("kernel");
    bias = useBias ? new Bias(numbers("bias")) : null;
  }

  static ConvolutionKernel of(Conv2D layer, Wiring wiring) {
    Loops loops =
        new Loops(
            wiring.spec().input(),
            wiring.spec().output(),
            layer.kernelSize(),
            layer.strides(),
            layer.dilationRate(),
            layer.padding(),
            layer.groups());
    return new ConvolutionKernel(loops, layer.useBias(), layer.activation(), wiring);
  }

  /** Images of one row. */
  static ConvolutionKernel of(Conv1D layer, Wiring wiring) {
    Shape in = wiring.spec().input();
    Shape out = wiring.spec().output();
    Loops loops =
        new Loops(
            Shape.of(in.dim(0), 1, in.dim(1)),
            Shape.of(out.dim(0), 1, out.dim(1)),
            new Size(layer.kernelSize(), 1),
            new Size(layer.strides(), 1),
            new Size(layer.dilationRate(), 1),
            layer.padding(),
            layer.groups());
    return new ConvolutionKernel(loops, layer.useBias(), layer.activation(), wiring);
  }

  static ConvolutionKernel of(DepthwiseConv2D layer, Wiring wiring) {
    Loops loops = depthwise(layer, wiring.spec().input(), wiring.spec().output());
    return new ConvolutionKernel(loops, layer.useBias(), layer.activation(), wiring);
  }

  /** Each channel is a group. */
  static Loops depthwise(DepthwiseConv2D layer, Shape in, Shape out) {
    return new Loops(
        in,
        out,
        layer.kernelSize(),
        layer.strides(),
        layer.dilationRate(),
        layer.padding(),
        in.dim(2));
  }

  @Override
  void compute() {
    Bias.fill(bias, y);
    loops.forward(n, x, kernel.read(), y);
  }

  @Override
  void differentiate() {
    loops.inputGradient(n, dy, kernel.values, dx);
    loops.kernelGradient(n, x, dy, kernel.clear());
    kernel.write();
    Bias.differentiate(bias, dy);
  }
}
