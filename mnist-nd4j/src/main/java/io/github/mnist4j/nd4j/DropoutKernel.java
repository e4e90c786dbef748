package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Dropout;
import io.github.mnist4j.tensor.RandomStream;
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
  private final float[] drawn;
  private final float rate;
  private final RandomStream random;
  private final Call product;
  private Call gradientProduct;

  DropoutKernel(Dropout layer, Wiring wiring) {
    this.wiring = wiring;
    x = wiring.x();
    boolean drops = wiring.training() && layer.rate() > 0;
    y = drops ? wiring.array(wiring.spec().output()) : x;
    mask = drops ? wiring.array(wiring.spec().output()) : x;
    drawn = new float[drops ? (int) x.length() : 0];
    product = wiring.call("multiply", Call.arrays(x, mask), Call.arrays(y));
    rate = (float) layer.rate();
    random = layer.seed() == null ? wiring.random() : RandomStream.of(layer.seed());
  }

  @Override
  public INDArray output() {
    return y;
  }

  @Override
  public void forward() {
    if (drawn.length > 0) {
      RandomStream step = random.split(wiring.clock().step());
      float kept = 1 / (1 - rate);
      long place = (long) wiring.share().first() * wiring.spec().output().size();
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = step.uniform(place + i) < rate ? 0 : kept;
      }
      Memory.write(drawn, 0, drawn.length, mask);
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
    if (drawn.length > 0) {
      gradientProduct.run();
    }
  }
}
