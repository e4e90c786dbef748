package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What fills a parameter before the first step. The records are Keras' classes; {@link
 * Initializers} makes them.
 *
 * <p>The arithmetic is plain Java over a counted stream of random numbers, so the same seed gives
 * the same weights on every engine and machine. An initializer's own {@code seed}, where it has
 * one, stands instead of the network's.
 *
 * <pre>{@code Dense(64, relu).kernelInitializer(Initializers.heNormal())}</pre>
 */
public sealed interface Initializer {
  /**
   * Fills a parameter.
   *
   * @param values {@code shape.size()} numbers, overwritten
   * @param shape the parameter's shape
   * @param random the numbers to draw from; this parameter's own
   * @throws io.github.mnist4j.errors.ShapeException if this initializer has no numbers for such a
   *     shape: {@link Identity} and {@link Orthogonal} alone are particular
   */
  void fill(float[] values, Shape shape, RandomStream random);

  /** Which fan scales a {@link VarianceScaling}: the numbers that meet in one output, and so on. */
  enum Mode {
    /** Inputs that meet in one output: channels times the window's size, for a convolution. */
    FAN_IN,
    /** Outputs that one input goes to: filters times the window's size, for a convolution. */
    FAN_OUT,
    /** The mean of both. */
    FAN_AVG
  }

  /** What a {@link VarianceScaling} draws from. */
  enum Distribution {
    /** Normal, drawn again beyond two deviations; the deviation asked for is that after the cut. */
    TRUNCATED_NORMAL,
    /** Normal. */
    UNTRUNCATED_NORMAL,
    /** Uniform in ±√3 deviations. */
    UNIFORM
  }

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
      Draws.normal(values, mean, stddev, Draws.stream(seed, random));
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
   * Some initializers side by side, each for an equal part of a vector.
   *
   * @param parts who fills what, from the front
   */
  record InParts(List<Initializer> parts) implements Initializer {
    /** Copies the list. */
    public InParts {
      parts = List.copyOf(parts);
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      int size = values.length / parts.size();
      for (int i = 0; i < parts.size(); i++) {
        float[] part = new float[size];
        parts.get(i).fill(part, Shape.of(size), random.split(i));
        System.arraycopy(part, 0, values, i * size, size);
      }
    }
  }

  /**
   * Of variance scale / fan: what the initializers by Glorot, He and LeCun are cases of.
   *
   * <p>A kernel's last two axes are its inputs and outputs, all before them its window. A vector's
   * fans are its size.
   *
   * @param scale the variance times the fan, above 0; Keras' default 1
   * @param mode the fan; {@code FAN_IN}
   * @param distribution what is drawn from; {@code TRUNCATED_NORMAL}
   * @param seed the stream's seed, or {@code null} for the network's
   */
  record VarianceScaling(double scale, Mode mode, Distribution distribution, @Nullable Integer seed)
      implements Initializer {
    /** Checks the range. */
    public VarianceScaling {
      Check.positive(scale, "VarianceScaling", "scale");
      Check.notNull(mode, "VarianceScaling", "mode");
      Check.notNull(distribution, "VarianceScaling", "distribution");
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      RandomStream stream = Draws.stream(seed, random);
      double fan =
          switch (mode) {
            case FAN_IN -> Draws.fanIn(shape);
            case FAN_OUT -> Draws.fanOut(shape);
            case FAN_AVG -> Draws.fanAverage(shape);
          };
      switch (distribution) {
        case TRUNCATED_NORMAL -> Draws.scaledNormal(values, scale, fan, stream);
        case UNTRUNCATED_NORMAL ->
            Draws.normal(values, 0, Math.sqrt(scale / Math.max(1, fan)), stream);
        case UNIFORM -> Draws.scaledUniform(values, scale, fan, stream);
      }
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

  /**
   * A random orthogonal matrix (Saxe, McClelland and Ganguli 2014): columns at right angles, or
   * rows where there are fewer of them. A kernel of more axes is one row a place of its window and
   * channel, as Keras flattens it.
   *
   * @param gain the columns' length; Keras' default 1
   * @param seed the stream's seed, or {@code null} for the network's
   */
  record Orthogonal(double gain, @Nullable Integer seed) implements Initializer {
    /** Checks the range. */
    public Orthogonal {
      Check.finite(gain, "Orthogonal", "gain");
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      if (shape.rank() < 2) {
        throw Problem.of("Orthogonal fills no vectors")
            .expected("a parameter of two axes or more")
            .got(shape.toString())
            .fix("take another initializer for it")
            .see("initializer-shape")
            .asShapeException();
      }
      Orthogonalized.fill(values, shape.dim(-1), gain, Draws.stream(seed, random)::normal);
    }
  }

  /**
   * The identity matrix: {@code gain} on the diagonal, 0 elsewhere.
   *
   * @param gain what is on the diagonal; Keras' default 1
   */
  record Identity(double gain) implements Initializer {
    /** Checks the range. */
    public Identity {
      Check.finite(gain, "Identity", "gain");
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
      if (shape.rank() != 2) {
        throw Problem.of("Identity fills matrices only")
            .expected("a parameter of two axes")
            .got(shape.toString())
            .fix("take another initializer for it")
            .see("initializer-shape")
            .asShapeException();
      }
      Arrays.fill(values, 0);
      for (int i = 0; i < Math.min(shape.dim(0), shape.dim(1)); i++) {
        values[i * shape.dim(1) + i] = (float) gain;
      }
    }
  }
}
