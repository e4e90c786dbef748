package io.github.mnist4j.nd4j;

import io.github.mnist4j.losses.Huber;
import io.github.mnist4j.losses.LogCosh;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.MeanAbsoluteError;
import io.github.mnist4j.losses.MeanAbsolutePercentageError;
import io.github.mnist4j.losses.MeanSquaredError;
import io.github.mnist4j.losses.MeanSquaredLogarithmicError;
import io.github.mnist4j.losses.Poisson;

/** L = the mean of a term of each output o and its target y. */
final class DifferenceKernel extends LossKernel {
  private static final double LEAST = 1e-7; // Keras' epsilon

  private final int size;
  private final Term term;

  /** One output's part, and its derivative by the output. */
  interface Term {
    double value(double o, double y);

    double slope(double o, double y);
  }

  DifferenceKernel(int size, Term term) {
    super(size);
    this.size = size;
    this.term = term;
  }

  @Override
  double sample(float[] y, int target, double[] output, int start, double[] dy) {
    double sum = 0;
    for (int j = 0; j < size; j++) {
      sum += term.value(output[start + j], y[target + j]);
      dy[start + j] = term.slope(output[start + j], y[target + j]) / size;
    }
    return sum / size;
  }

  static Term term(Loss loss) {
    if (loss instanceof MeanSquaredError) {
      return new Squares();
    } else if (loss instanceof MeanAbsoluteError) {
      return new Absolute();
    } else if (loss instanceof MeanAbsolutePercentageError) {
      return new Percentage();
    } else if (loss instanceof MeanSquaredLogarithmicError) {
      return new Logarithms();
    } else if (loss instanceof Huber huber) {
      return new HuberTerm(huber.delta());
    } else if (loss instanceof LogCosh) {
      return new LogCoshTerm();
    } else if (loss instanceof Poisson) {
      return new PoissonTerm();
    }
    throw new IllegalStateException("no kernel for " + loss);
  }

  private record Squares() implements Term {
    @Override
    public double value(double o, double y) {
      return (o - y) * (o - y);
    }

    @Override
    public double slope(double o, double y) {
      return 2 * (o - y);
    }
  }

  private record Absolute() implements Term {
    @Override
    public double value(double o, double y) {
      return Math.abs(o - y);
    }

    @Override
    public double slope(double o, double y) {
      return Math.signum(o - y);
    }
  }

  private record Percentage() implements Term {
    @Override
    public double value(double o, double y) {
      return 100 * Math.abs(o - y) / Math.max(Math.abs(y), LEAST);
    }

    @Override
    public double slope(double o, double y) {
      return 100 * Math.signum(o - y) / Math.max(Math.abs(y), LEAST);
    }
  }

  private record Logarithms() implements Term {
    private static double difference(double o, double y) {
      return Math.log1p(Math.max(o, LEAST)) - Math.log1p(Math.max(y, LEAST));
    }

    @Override
    public double value(double o, double y) {
      double d = difference(o, y);
      return d * d;
    }

    @Override
    public double slope(double o, double y) {
      return o >= LEAST ? 2 * difference(o, y) / (o + 1) : 0;
    }
  }

  /** e² / 2 up to δ, δ·|e| − δ² / 2 beyond. */
  private record HuberTerm(double delta) implements Term {
    @Override
    public double value(double o, double y) {
      double e = Math.abs(o - y);
      return e <= delta ? e * e / 2 : delta * e - delta * delta / 2;
    }

    @Override
    public double slope(double o, double y) {
      return Math.min(Math.max(o - y, -delta), delta);
    }
  }

  /** log cosh e = |e| + log(1 + e^−2|e|) − log 2, which does not overflow. */
  private record LogCoshTerm() implements Term {
    @Override
    public double value(double o, double y) {
      double e = Math.abs(o - y);
      return e + Math.log1p(Math.exp(-2 * e)) - Math.log(2);
    }

    @Override
    public double slope(double o, double y) {
      return Math.tanh(o - y);
    }
  }

  private record PoissonTerm() implements Term {
    @Override
    public double value(double o, double y) {
      return o - y * Math.log(o + LEAST);
    }

    @Override
    public double slope(double o, double y) {
      return 1 - y / (o + LEAST);
    }
  }
}
