package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Dense;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Dense arithmetic: y = a(x·W + b); dW = xᵀ·dy, db = Σₙ dy, dx = dy·Wᵀ. Samples of more axes are
 * taken as more samples.
 */
final class DenseKernel implements OneStepKernel {
  private final Wiring wiring;
  private final Param kernel;
  private final @Nullable Param bias;
  private final INDArray x;
  private final INDArray output;
  private final INDArray y;
  private final Call product;
  private final ActivationStep activation;
  private Call kernelGradient;
  private Call inputGradient;
  private @Nullable Call biasGradient;

  DenseKernel(Dense layer, Wiring wiring) {
    this.wiring = wiring;
    kernel = wiring.param("kernel");
    bias = layer.useBias() ? wiring.param("bias") : null;
    x = rows(wiring.x());
    output = wiring.array(wiring.spec().output());
    y = rows(output);
    product =
        bias == null
            ? wiring.call("matmul", Call.arrays(x, kernel.value()), Call.arrays(y), 0, 0, 0)
            : wiring.call(
                "xw_plus_b", Call.arrays(x, kernel.value(), bias.value()), Call.arrays(y));
    activation = ActivationStep.of(layer.activation(), output, wiring);
  }

  private static INDArray rows(INDArray array) {
    long width = array.size(-1);
    return array.rank() == 2 ? array : array.reshape('c', array.length() / width, width);
  }

  @Override
  public INDArray output() {
    return output;
  }

  @Override
  public void forward() {
    product.run();
    activation.forward();
  }

  @Override
  public INDArray bindGradient(INDArray dy) {
    activation.bind(dy);
    INDArray dyRows = rows(dy);
    INDArray dx = wiring.array(wiring.spec().input());
    kernelGradient =
        wiring.call("matmul", Call.arrays(x, dyRows), Call.arrays(kernel.gradient()), 1, 0, 0);
    inputGradient =
        wiring.call("matmul", Call.arrays(dyRows, kernel.value()), Call.arrays(rows(dx)), 0, 1, 0);
    biasGradient =
        bias == null
            ? null
            : wiring.call("reduce_sum", Call.arrays(dyRows), Call.arrays(bias.gradient()), 0);
    return dx;
  }

  @Override
  public void backward() {
    activation.backward();
    kernelGradient.run();
    if (biasGradient != null) {
      biasGradient.run();
    }
    inputGradient.run();
  }
}
