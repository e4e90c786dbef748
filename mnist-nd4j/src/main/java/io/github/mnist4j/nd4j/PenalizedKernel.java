package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.ActivityRegularization;
import io.github.mnist4j.layers.Regularizer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer whose output adds (l1 · Σ|y| + l2 · Σy²) / n to the loss, n being the whole batch: to the
 * output's gradient comes (l1 · sign y + 2 · l2 · y) / n.
 */
final class PenalizedKernel implements Kernel {
  private final Kernel kernel;
  private final double l1;
  private final double l2;
  private final int total;
  private final double[] y;
  private INDArray dy;

  PenalizedKernel(Kernel kernel, double l1, double l2, Wiring wiring) {
    this.kernel = kernel;
    this.l1 = l1;
    this.l2 = l2;
    total = wiring.share().total();
    y = new double[Math.toIntExact(kernel.output().length())];
    wiring.penalties().add(this::penalty);
  }

  static Kernel of(Kernel kernel, Regularizer regularizer, Wiring wiring) {
    if (regularizer instanceof Regularizer.L1 lasso) {
      return new PenalizedKernel(kernel, lasso.l1(), 0, wiring);
    } else if (regularizer instanceof Regularizer.L2 ridge) {
      return new PenalizedKernel(kernel, 0, ridge.l2(), wiring);
    } else if (regularizer instanceof Regularizer.L1L2 both) {
      return new PenalizedKernel(kernel, both.l1(), both.l2(), wiring);
    }
    throw new IllegalStateException("no penalty of outputs: " + regularizer);
  }

  static Kernel of(ActivityRegularization layer, Wiring wiring) {
    return new PenalizedKernel(new ReshapeKernel(wiring), layer.l1(), layer.l2(), wiring);
  }

  private double penalty() {
    JavaKernel.read(kernel.output(), y);
    double sum = 0;
    for (double number : y) {
      sum += l1 * Math.abs(number) + l2 * number * number;
    }
    return sum / total;
  }

  @Override
  public INDArray output() {
    return kernel.output();
  }

  @Override
  public void forward(Steps steps) {
    kernel.forward(steps);
  }

  @Override
  public INDArray bindGradient(INDArray gradient) {
    dy = gradient;
    return kernel.bindGradient(gradient);
  }

  @Override
  public void backward(Steps steps) {
    steps.add(this::addSlope);
    kernel.backward(steps);
  }

  private void addSlope() {
    double[] gradient = new double[y.length];
    JavaKernel.read(kernel.output(), y);
    JavaKernel.read(dy, gradient);
    for (int i = 0; i < y.length; i++) {
      gradient[i] += (l1 * Math.signum(y[i]) + 2 * l2 * y[i]) / total;
    }
    JavaKernel.write(gradient, dy);
  }
}
