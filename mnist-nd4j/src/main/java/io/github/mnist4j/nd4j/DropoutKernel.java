package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Dropout;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * y = x · mask, dx = dy · mask; the mask is drawn anew each step, of 0 and 1 / (1 − rate).
 * Predicting, y is x itself.
 */
final class DropoutKernel implements OneStepKernel {
  private final Wiring wiring;
  private final INDArray x;
  private final INDArray y;
  private final INDArray mask;
  private final @Nullable DropoutMask drawn;
  private final Call product;
  private Call gradientProduct;

  DropoutKernel(Dropout layer, Wiring wiring) {
    this.wiring = wiring;
    x = wiring.x();
    boolean drops = wiring.training() && layer.rate() > 0;
    y = drops ? wiring.array(wiring.spec().output()) : x;
    mask = drops ? wiring.array(wiring.spec().output()) : x;
    drawn =
        drops
            ? new DropoutMask(
                layer,
                Math.toIntExact(x.length()),
                wiring.random(),
                (long) wiring.share().first() * wiring.spec().output().size())
            : null;
    product = wiring.call("multiply", Call.arrays(x, mask), Call.arrays(y));
  }

  @Override
  public INDArray output() {
    return y;
  }

  @Override
  public void forward() {
    if (drawn != null) {
      float[] factors = drawn.draw(wiring.clock().step());
      Memory.write(factors, 0, factors.length, mask);
      product.run();
    }
  }

  @Override
  public INDArray bindGradient(INDArray dy) {
    gradientProduct = wiring.call("multiply", Call.arrays(dy, mask), Call.arrays(dy));
    return dy;
  }

  @Override
  public void backward() {
    if (drawn != null) {
      gradientProduct.run();
    }
  }
}
