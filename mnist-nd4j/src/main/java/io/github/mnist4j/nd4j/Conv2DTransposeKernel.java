package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Conv2DTranspose;
import org.jspecify.annotations.Nullable;

/** A convolution's way back as the way forward; its ways back are forward. */
final class Conv2DTransposeKernel extends JavaKernel {
  private final Loops loops;
  private final Numbers kernel;
  private final @Nullable Bias bias;

  Conv2DTransposeKernel(Conv2DTranspose layer, Wiring wiring) {
    super(wiring, layer.activation());
    loops =
        new Loops(
            wiring.spec().output(),
            wiring.spec().input(),
            layer.kernelSize(),
            layer.strides(),
            layer.dilationRate(),
            layer.padding(),
            1);
    kernel = numbers("kernel");
    bias = layer.useBias() ? new Bias(numbers("bias")) : null;
  }

  @Override
  void compute() {
    Bias.fill(bias, y);
    loops.inputGradient(n, x, kernel.read(), y);
  }

  @Override
  void differentiate() {
    loops.forward(n, dy, kernel.values, dx);
    loops.kernelGradient(n, dy, x, kernel.clear());
    kernel.write();
    Bias.differentiate(bias, dy);
  }
}
