package io.github.mnist4j.metrics;

import io.github.mnist4j.losses.CustomLoss;
import io.github.mnist4j.losses.Hinge;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.SquaredHinge;
import io.github.mnist4j.tensor.Shape;

/** Counts of losses: their values without gradients, in plain Java and double precision. */
final class LossMeans {
  private LossMeans() {}

  /** Returns a count of a loss. */
  static Accumulator of(Loss loss, Shape target, Shape output) {
    if (loss instanceof CustomLoss custom) {
      MetricFunction value = (y, o) -> custom.function().evaluate(y, o, new double[o.length]);
      return new CustomMetric(loss.name(), value).start(target, output);
    } else if (loss instanceof Hinge || loss instanceof SquaredHinge) {
      return new OfHinge(output.size(), loss instanceof SquaredHinge);
    }
    LossTerm term = LossTerm.of(loss);
    return term == null
        ? new OfPlaces(LossPlace.of(loss), target, output)
        : new OfTerms(output.size(), term);
  }

  /** The mean of a term of each output and its target. */
  private static class OfTerms extends Mean {
    private final int size;
    private LossTerm term;

    OfTerms(int size, LossTerm term) {
      super(size, size);
      this.size = size;
      this.term = term;
    }

    final void use(LossTerm term) {
      this.term = term;
    }

    @Override
    final double sample(float[] y, int target, float[] output, int start) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += term.of(output[start + j], y[target + j]);
      }
      return sum / size;
    }
  }

  /** The targets of a batch decide together whether 0 means −1. */
  private static final class OfHinge extends OfTerms {
    private final int size;
    private final boolean squared;

    OfHinge(int size, boolean squared) {
      super(size, LossTerm.hinge(squared, false));
      this.size = size;
      this.squared = squared;
    }

    @Override
    public void add(int count, float[] y, float[] output) {
      boolean binary = true;
      for (int i = 0; i < count * size; i++) {
        binary &= y[i] == 0 || y[i] == 1;
      }
      use(LossTerm.hinge(squared, binary));
      super.add(count, y, output);
    }
  }

  /** The mean of what each place of the last axis gives. */
  private static final class OfPlaces extends Mean {
    private final LossPlace place;
    private final int width;
    private final int places;
    private final int targetWidth;

    OfPlaces(LossPlace place, Shape target, Shape output) {
      super(target.size(), output.size());
      this.place = place;
      width = output.rank() == 0 ? 1 : output.dim(-1);
      places = output.size() / width;
      targetWidth = target.size() / places;
    }

    @Override
    double sample(float[] y, int target, float[] output, int start) {
      double sum = 0;
      for (int i = 0; i < places; i++) {
        double[] own = CustomMetric.copy(y, target + i * targetWidth, targetWidth);
        sum += place.of(own, CustomMetric.copy(output, start + i * width, width));
      }
      return sum / places;
    }
  }
}
