package io.github.mnist4j.metrics;

import io.github.mnist4j.losses.BinaryCrossentropy;
import io.github.mnist4j.losses.BinaryFocalCrossentropy;
import io.github.mnist4j.losses.Huber;
import io.github.mnist4j.losses.LogCosh;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.MeanAbsoluteError;
import io.github.mnist4j.losses.MeanAbsolutePercentageError;
import io.github.mnist4j.losses.MeanSquaredError;
import io.github.mnist4j.losses.MeanSquaredLogarithmicError;
import io.github.mnist4j.losses.Poisson;
import org.jspecify.annotations.Nullable;

/** What one output o and its target y add to a loss that is a mean over all outputs. */
interface LossTerm {
  /** Keras' epsilon. */
  double EPSILON = 1e-7;

  /** 1 − 1e-7 in single precision, whose distance from 1 is 1.19e-7: it decides what 0 costs. */
  double MOST = (float) (1 - EPSILON);

  double of(double o, double y);

  /** Returns a loss' term, or {@code null} where it has none. */
  static @Nullable LossTerm of(Loss loss) {
    if (loss instanceof MeanSquaredError) {
      return (o, y) -> (o - y) * (o - y);
    } else if (loss instanceof MeanAbsoluteError) {
      return (o, y) -> Math.abs(o - y);
    } else if (loss instanceof MeanAbsolutePercentageError) {
      return (o, y) -> 100 * Math.abs(o - y) / Math.max(Math.abs(y), EPSILON);
    } else if (loss instanceof MeanSquaredLogarithmicError) {
      return (o, y) ->
          Math.pow(Math.log1p(Math.max(o, EPSILON)) - Math.log1p(Math.max(y, EPSILON)), 2);
    } else if (loss instanceof Huber huber) {
      return (o, y) -> huber(Math.abs(o - y), huber.delta());
    } else if (loss instanceof LogCosh) {
      return (o, y) -> Math.abs(o - y) + Math.log1p(Math.exp(-2 * Math.abs(o - y))) - Math.log(2);
    } else if (loss instanceof Poisson) {
      return (o, y) -> o - y * Math.log(o + EPSILON);
    } else if (loss instanceof BinaryCrossentropy binary) {
      double s = binary.labelSmoothing();
      return binary.logits()
          ? (o, y) -> ofLogit(o, smooth(y, s))
          : (o, y) -> ofProbability(o, smooth(y, s));
    } else if (loss instanceof BinaryFocalCrossentropy focal) {
      double s = focal.labelSmoothing();
      return (o, y) -> focal(focal, focal.logits() ? sigmoid(o) : o, smooth(y, s));
    }
    return null;
  }

  /** Returns the term of a hinge; {@code binary} where targets are 0 and 1. */
  static LossTerm hinge(boolean squared, boolean binary) {
    return (o, y) -> {
      double miss = Math.max(1 - (binary ? 2 * y - 1 : y) * o, 0);
      return squared ? miss * miss : miss;
    };
  }

  private static double huber(double e, double delta) {
    return e <= delta ? e * e / 2 : delta * e - delta * delta / 2;
  }

  private static double smooth(double y, double smoothing) {
    return y * (1 - smoothing) + smoothing / 2;
  }

  private static double sigmoid(double o) {
    return 1 / (1 + Math.exp(-o));
  }

  private static double ofLogit(double o, double y) {
    return Math.max(o, 0) - o * y + Math.log1p(Math.exp(-Math.abs(o)));
  }

  private static double ofProbability(double o, double y) {
    double p = Math.min(Math.max(o, EPSILON), MOST);
    return -y * Math.log(p) - (1 - y) * Math.log(1 - p);
  }

  private static double focal(BinaryFocalCrossentropy loss, double p, double y) {
    double wrong = 1 - (y * p + (1 - y) * (1 - p));
    double weight = y * loss.alpha() + (1 - y) * (1 - loss.alpha());
    double focal = Math.pow(wrong, loss.gamma()) * ofProbability(p, y);
    return loss.applyClassBalancing() ? weight * focal : focal;
  }
}
