package io.github.mnist4j.nd4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.losses.CategoricalHinge;
import io.github.mnist4j.losses.Hinge;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.SquaredHinge;
import io.github.mnist4j.tensor.Shape;

/**
 * L = the mean of max(1 − y·o, 0), or of its square. Where all targets of a batch are 0 or 1, y is
 * 2y − 1.
 */
final class HingeKernel extends LossKernel {
  private final int size;
  private final boolean squared;
  private final boolean binary;

  private HingeKernel(int size, boolean squared, boolean binary) {
    super(size);
    this.size = size;
    this.squared = squared;
    this.binary = binary;
  }

  static boolean is(Loss loss) {
    return loss instanceof Hinge
        || loss instanceof SquaredHinge
        || loss instanceof CategoricalHinge;
  }

  static LossKernel of(Loss loss, Shape output) {
    return loss instanceof CategoricalHinge
        ? new OfClasses(output)
        : new HingeKernel(output.size(), loss instanceof SquaredHinge, false);
  }

  @Override
  LossKernel over(Batch batch) {
    int count = batch.size() * batch.yShape().size();
    for (int i = 0; i < count; i++) {
      if (batch.y()[i] != 0 && batch.y()[i] != 1) {
        return this;
      }
    }
    return new HingeKernel(size, squared, true);
  }

  @Override
  double sample(float[] y, int target, double[] output, int start, double[] dy) {
    double sum = 0;
    for (int j = 0; j < size; j++) {
      double sign = binary ? 2 * y[target + j] - 1 : y[target + j];
      double miss = Math.max(1 - sign * output[start + j], 0);
      sum += squared ? miss * miss : miss;
      dy[start + j] = miss == 0 ? 0 : -sign * (squared ? 2 * miss : 1) / size;
    }
    return sum / size;
  }

  /** L = max(greatest (1 − y)·o − Σ y·o + 1, 0) over the last axis; equals share the gradient. */
  private static final class OfClasses extends PlaceKernel {
    OfClasses(Shape output) {
      super(output, false);
    }

    @Override
    double place(float[] y, int target, double[] output, int start, double[] dy) {
      double right = 0;
      double greatest = Double.NEGATIVE_INFINITY;
      int equals = 0;
      for (int j = 0; j < width; j++) {
        right += y[target + j] * output[start + j];
        double wrong = (1 - y[target + j]) * output[start + j];
        equals = wrong > greatest ? 1 : wrong == greatest ? equals + 1 : equals;
        greatest = Math.max(greatest, wrong);
      }
      double loss = Math.max(greatest - right + 1, 0);
      for (int j = 0; j < width; j++) {
        double rest = 1 - y[target + j];
        double share = rest * output[start + j] == greatest ? rest / equals : 0;
        dy[start + j] = loss == 0 ? 0 : share - y[target + j];
      }
      return loss;
    }
  }
}
