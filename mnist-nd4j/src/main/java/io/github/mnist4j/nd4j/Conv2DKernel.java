package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Padding;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution by ND4J's own operations, channels last; a bias that the layer has not is one of
 * zeros.
 */
final class Conv2DKernel implements OneStepKernel {
  private static final long CHANNELS_LAST = 1;
  private static final long KERNEL_HWIO = 0;

  private final Wiring wiring;
  private final Param kernel;
  private final @Nullable Param bias;
  private final Covered covered;
  private final INDArray zeros;
  private final INDArray y;
  private final long[] arguments;
  private final Call convolution;
  private final ActivationStep activation;
  private Call gradients;

  Conv2DKernel(Conv2D layer, Wiring wiring) {
    this.wiring = wiring;
    kernel = wiring.param("kernel");
    bias = layer.useBias() ? wiring.param("bias") : null;
    zeros = bias == null ? wiring.memory().array(layer.filters()) : bias.value();
    covered = new Covered(wiring, layer.kernelSize(), layer.strides(), layer.padding());
    y = wiring.array(wiring.spec().output());
    arguments =
        new long[] {
          layer.kernelSize().height(),
          layer.kernelSize().width(),
          layer.strides().height(),
          layer.strides().width(),
          0,
          0,
          1,
          1,
          layer.padding() == Padding.SAME ? 1 : 0,
          CHANNELS_LAST,
          KERNEL_HWIO
        };
    convolution =
        wiring.call(
            "conv2d", Call.arrays(covered.x(), kernel.value(), zeros), Call.arrays(y), arguments);
    activation = ActivationStep.of(layer.activation(), y, wiring);
  }

  @Override
  public INDArray output() {
    return y;
  }

  @Override
  public void forward() {
    covered.forward();
    convolution.run();
    activation.forward();
  }

  @Override
  public INDArray bindGradient(INDArray dy) {
    activation.bind(dy);
    INDArray db = bias == null ? wiring.memory().array(zeros.shape()) : bias.gradient();
    gradients =
        wiring.call(
            "conv2d_bp",
            Call.arrays(covered.x(), kernel.value(), zeros, dy),
            Call.arrays(covered.bindGradient(), kernel.gradient(), db),
            arguments);
    return covered.dx();
  }

  @Override
  public void backward() {
    activation.backward();
    gradients.run();
    covered.backward();
  }
}
