package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What fills a parameter before the first step. The records are Keras' classes; {@link
 * Initializers} makes them.
 *
 * <p>The arithmetic is plain Java over a counted stream of random numbers, so the same seed gives
 * the same weights on every engine and machine. An initializer's own {@code seed}, where it has
 * one, stands instead of the network's.
 */
public sealed interface Initializer {
  /**
   * Fills a parameter.
   *
   * @param values {@code shape.size()} numbers, overwritten
   * @param shape the parameter's shape
   * @param random the numbers to draw from; this parameter's own
   */
  void fill(float[] values, Shape shape, RandomStream random);

  /** All zero. */
  record Zeros() implements Initializer {
    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      Arrays.fill(values, 0);
    }
  }

  /** All one. */
  record Ones() implements Initializer {
    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      Arrays.fill(values, 1);
    }
  }

  /**
   * All the same.
   *
   * @param value the number
   */
  record Constant(double value) implements Initializer {
    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      Arrays.fill(values, (float) value);
    }
  }

  /**
   * Normal distribution.
   *
   * @param mean its mean
   * @param stddev its deviation, zero or more
   * @param seed the stream's seed, or {@code null} for the network's
   */
  record RandomNormal(double mean, double stddev, @Nullable Integer seed) implements Initializer {
    /** Checks the range. */
    public RandomNormal {
      Check.notNegative(stddev, "RandomNormal", "stddev");
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      RandomStream stream = Draws.stream(seed, random);
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (mean + stddev * stream.normal(i));
      }
    }
  }

  /**
   * Normal distribution, drawn again beyond two deviations.
   *
   * @param mean its mean
   * @param stddev its deviation before the cut, zero or more
   * @param seed the stream's seed, or {@code null} for the network's
   */
  record TruncatedNormal(double mean, double stddev, @Nullable Integer seed)
      implements Initializer {
    /** Checks the range. */
    public TruncatedNormal {
      Check.notNegative(stddev, "TruncatedNormal", "stddev");
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      Draws.truncatedNormal(values, mean, stddev, Draws.stream(seed, random));
    }
  }

  /**
   * Uniform distribution.
   *
   * @param minval its lower end
   * @param maxval its upper end
   * @param seed the stream's seed, or {@code null} for the network's
   */
  record RandomUniform(double minval, double maxval, @Nullable Integer seed)
      implements Initializer {
    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      Draws.uniform(values, minval, maxval, Draws.stream(seed, random));
    }
  }

  /**
   * Uniform in ±√(6 / (fan in + fan out)) (Glorot and Bengio 2010, eq. 16). Keras' default for
   * kernels.
   *
   * @param seed the stream's seed, or {@code null} for the network's
   */
  record GlorotUniform(@Nullable Integer seed) implements Initializer {
    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      Draws.scaledUniform(values, 1, Draws.fanAverage(shape), Draws.stream(seed, random));
    }
  }

  /**
   * Truncated normal of deviation √(2 / (fan in + fan out)) (Glorot and Bengio 2010, eq. 12).
   *
   * @param seed the stream's seed, or {@code null} for the network's
   */
  record GlorotNormal(@Nullable Integer seed) implements Initializer {
    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      Draws.scaledNormal(values, 1, Draws.fanAverage(shape), Draws.stream(seed, random));
    }
  }

  /**
   * Uniform in ±√(6 / fan in) (He et al. 2015).
   *
   * @param seed the stream's seed, or {@code null} for the network's
   */
  record HeUniform(@Nullable Integer seed) implements Initializer {
    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      Draws.scaledUniform(values, 2, Draws.fanIn(shape), Draws.stream(seed, random));
    }
  }

  /**
   * Truncated normal of deviation √(2 / fan in) (He et al. 2015, eq. 10).
   *
   * @param seed the stream's seed, or {@code null} for the network's
   */
  record HeNormal(@Nullable Integer seed) implements Initializer {
    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      Draws.scaledNormal(values, 2, Draws.fanIn(shape), Draws.stream(seed, random));
    }
  }

  /**
   * Uniform in ±√(3 / fan in) (LeCun et al. 1998).
   *
   * @param seed the stream's seed, or {@code null} for the network's
   */
  record LecunUniform(@Nullable Integer seed) implements Initializer {
    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      Draws.scaledUniform(values, 1, Draws.fanIn(shape), Draws.stream(seed, random));
    }
  }

  /**
   * Truncated normal of deviation √(1 / fan in) (LeCun et al. 1998, eq. 16).
   *
   * @param seed the stream's seed, or {@code null} for the network's
   */
  record LecunNormal(@Nullable Integer seed) implements Initializer {
    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      Draws.scaledNormal(values, 1, Draws.fanIn(shape), Draws.stream(seed, random));
    }
  }
}
