package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mean away and divides by a deviation: {@code y = (x − mean) / max(√variance, 1e-7)}. Mean
 * and variance are given, or {@link #adapt} finds them in data, or a file's weights have them; they
 * are not trained.
 *
 * <p>Shapes, per sample: x any, y as x; mean and variance have the sizes of the axes, or one
 * number.
 *
 * <pre>{@code Sequential.of(Normalization().adapt(train.x()), Flatten(), Dense(10))}</pre>
 *
 * @param axis the axes whose places each have a mean of their own, as Keras counts: from 1, or from
 *     the end with −1; none: one mean for all
 * @param mean the means, or {@code null} where weights have them
 * @param variance the variances, 0 or more, or {@code null} where weights have them
 * @param invert whether the inverse is computed, {@code y = x · √variance + mean}
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Normalization(
    List<Integer> axis,
    @Nullable List<Double> mean,
    @Nullable List<Double> variance,
    boolean invert,
    @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public Normalization {
    axis = List.copyOf(Check.notNull(axis, "Normalization", "axis"));
    axis.forEach(a -> Axes.notBatch(a, "Normalization"));
    mean = copy(mean);
    variance = copy(variance);
    if ((mean == null) != (variance == null)) {
      throw new IllegalArgumentException(
          "Normalization: mean and variance must be given both, or neither");
    }
    if (mean != null && variance != null && mean.size() != variance.size()) {
      throw new IllegalArgumentException(
          "Normalization: mean and variance must have the same size, got "
              + mean.size()
              + " and "
              + variance.size());
    }
    if (variance != null) {
      variance.forEach(v -> Check.notNegative(v, "Normalization", "variance"));
    }
  }

  private static @Nullable List<Double> copy(@Nullable List<Double> numbers) {
    return numbers == null ? null : List.copyOf(numbers);
  }

  @Override
  public Shape outputShape(Shape input) {
    int places = statistics(input).size();
    if (mean != null && mean.size() != 1 && mean.size() != places) {
      throw Problem.of("has not a mean for each place of its axes")
          .expected("1 mean or " + places + ", for the axes " + axis + " of samples " + input)
          .got(mean.size() + " means")
          .see("no-such-axis")
          .asShapeException();
    }
    return input;
  }

  private Shape statistics(Shape input) {
    int[] sizes = Axes.of(axis, input, "Normalization");
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = input.dim(sizes[i]);
    }
    return Shape.of(sizes);
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    if (mean != null) {
      return List.of();
    }
    return List.of(
        ParamSpec.fixed("mean", statistics(input), Initializers.zeros()),
        ParamSpec.fixed("variance", statistics(input), Initializers.ones()),
        ParamSpec.fixed("count", Shape.scalar(), Initializers.zeros()));
  }

  /**
   * Returns the same layer with the mean and the variance of data.
   *
   * @param x {@code (n, …)}, n at least 1: samples of the shape that the layer will see
   */
  public Normalization adapt(Tensor x) {
    Shape sample = x.shape().withoutFirst();
    int[] axes = Axes.of(axis, sample, "Normalization");
    int count = statistics(sample).size();
    double[] means = new double[count];
    double[] squares = new double[count];
    double share = (double) count / x.size();
    for (int i = 0; i < x.size(); i++) {
      means[Axes.place(i % sample.size(), sample, axes)] += x.data()[i] * share;
    }
    for (int i = 0; i < x.size(); i++) {
      int place = Axes.place(i % sample.size(), sample, axes);
      double difference = x.data()[i] - means[place];
      squares[place] += difference * difference * share;
    }
    return new Normalization(
        axis,
        Arrays.stream(means).boxed().toList(),
        Arrays.stream(squares).boxed().toList(),
        invert,
        name);
  }

  /** Returns the same layer with or without the inverse computed. */
  public Normalization invert(boolean invert) {
    return Records.with(this, "invert", invert);
  }

  /** Returns the same layer with other axes, as Keras counts them. */
  public Normalization axis(int... axes) {
    return Records.with(this, "axis", Arrays.stream(axes).boxed().toList());
  }

  @Override
  public Normalization name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Normalization"));
  }
}
