package io.github.mnist4j.optimizers;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes schedules of the learning rate with Keras' defaults. All are functions of the step, not of
 * the epoch.
 *
 * <pre>{@code
 * int steps = epochs * mnist.train().size() / 32;
 * cnn.compile(adam().learningRate(cosineDecay(1e-3, steps)), loss);
 * }</pre>
 */
public final class Schedules {
  /**
   * One of each that Keras has, by its {@code class_name}; the catalogue that files are read with.
   */
  public static final Map<String, Schedule> TYPES =
      Stream.of(
              cosineDecay(0.1, 1),
              cosineDecayRestarts(0.1, 1),
              exponentialDecay(0.1, 1, 1),
              inverseTimeDecay(0.1, 1, 1),
              piecewiseConstantDecay(List.of(1), List.of(0.1, 0.1)),
              polynomialDecay(0.1, 1))
          .collect(
              Collectors.toUnmodifiableMap(
                  schedule -> schedule.getClass().getSimpleName(), schedule -> schedule));

  private Schedules() {}

  /**
   * Half a cosine down to 0; see {@link CosineDecay#warmup} and {@link CosineDecay#alpha}.
   *
   * @param initialLearningRate rate of the first step, 0 or more
   * @param decaySteps how many steps it takes, at least 1
   */
  public static CosineDecay cosineDecay(double initialLearningRate, int decaySteps) {
    return new CosineDecay(initialLearningRate, decaySteps, 0, null, 0);
  }

  /**
   * Half cosines, each twice as long as the one before; see {@link CosineDecayRestarts}.
   *
   * @param initialLearningRate rate of the first step, 0 or more
   * @param firstDecaySteps how many steps the first takes, at least 1
   */
  public static CosineDecayRestarts cosineDecayRestarts(
      double initialLearningRate, int firstDecaySteps) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, 2, 1, 0);
  }

  /**
   * A rate that is multiplied by the same number in every so many steps; see {@link
   * ExponentialDecay}.
   *
   * @param initialLearningRate rate of the first step, 0 or more
   * @param decaySteps how many steps, at least 1
   * @param decayRate the number, above 0
   */
  public static ExponentialDecay exponentialDecay(
      double initialLearningRate, int decaySteps, double decayRate) {
    return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, false);
  }

  /**
   * A rate that falls as 1 / (1 + step); see {@link InverseTimeDecay}.
   *
   * @param initialLearningRate rate of the first step, 0 or more
   * @param decaySteps in how many steps it falls by decayRate, at least 1
   * @param decayRate how fast it falls, 0 or more
   */
  public static InverseTimeDecay inverseTimeDecay(
      double initialLearningRate, int decaySteps, double decayRate) {
    return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, false);
  }

  /**
   * One rate after the other; see {@link PiecewiseConstantDecay}.
   *
   * @param boundaries the last steps of all rates but the last
   * @param values the rates, one more
   */
  public static PiecewiseConstantDecay piecewiseConstantDecay(
      List<Integer> boundaries, List<Double> values) {
    return new PiecewiseConstantDecay(boundaries, values);
  }

  /**
   * A straight line down to 0.0001; see {@link PolynomialDecay}.
   *
   * @param initialLearningRate rate of the first step, 0 or more
   * @param decaySteps how many steps it takes, at least 1
   */
  public static PolynomialDecay polynomialDecay(double initialLearningRate, int decaySteps) {
    return new PolynomialDecay(initialLearningRate, decaySteps, 1e-4, 1, false);
  }

  /**
   * One rise and one fall, with PyTorch's defaults; see {@link OneCycle}.
   *
   * @param maxLearningRate highest rate, above 0
   * @param totalSteps steps of the whole training, at least 2
   */
  public static OneCycle oneCycle(double maxLearningRate, int totalSteps) {
    return new OneCycle(maxLearningRate, totalSteps, 0.3, 25, 1e4);
  }
}
