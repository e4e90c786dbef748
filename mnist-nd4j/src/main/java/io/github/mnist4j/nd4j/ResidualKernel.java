package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Residual;
import org.nd4j.linalg.api.ndarray.INDArray;

/** y = f(x) + g(x), dx = what comes back through both. */
final class ResidualKernel extends CompositeKernel {
  private final Chain made;
  private final Chain added;
  private final INDArray y;
  private INDArray dy;
  private INDArray copy;
  private INDArray fromMade;
  private INDArray fromAdded;
  private INDArray dx;

  ResidualKernel(Residual layer, Wiring wiring) {
    super(wiring);
    int count = layer.layers().size();
    made = chain(layer, 0, count, wiring);
    added = chain(layer, count, count + layer.shortcut().size(), wiring);
    y = wiring.array(wiring.spec().output());
  }

  @Override
  public INDArray output() {
    return y;
  }

  @Override
  public void forward(Steps steps) {
    made.forward(steps);
    added.forward(steps);
    steps.add(sum(made.output(), added.output(), y));
  }

  /** Each way may overwrite its gradient, so each has its own. */
  @Override
  public INDArray bindGradient(INDArray gradient) {
    dy = gradient;
    copy = wiring.array(wiring.spec().output());
    fromMade = made.bindGradient(dy);
    fromAdded = added.bindGradient(copy);
    dx = wiring.array(wiring.spec().input());
    return dx;
  }

  @Override
  public void backward(Steps steps) {
    steps.add(() -> copy.assign(dy));
    made.backward(steps);
    added.backward(steps);
    steps.add(sum(fromMade, fromAdded, dx));
  }
}
