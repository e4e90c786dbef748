package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all optimizers have; set, and explained, by the methods of {@link SharedOptions}.
 *
 * <pre>{@code
 * OptimizerOptions options = OptimizerOptions.of(1e-3).clipnorm(1.0);
 * Optimizer optimizer = adam().options(options);     // as adam().clipnorm(1.0)
 * }</pre>
 *
 * @param learningRate step size, above 0; with a schedule, that of the first step, 0 or more
 * @param schedule what step size each step has; {@code null}: the same one
 * @param weightDecay wd of w −= w·wd·lr, which comes before each update, 0 or more; {@code null}:
 *     none
 * @param clipnorm what norm the gradient of each parameter has at the most, above 0; {@code null}:
 *     any
 * @param globalClipnorm what norm all gradients together have at the most, above 0; {@code null}:
 *     any
 * @param clipvalue what a gradient is at the most, above 0; {@code null}: anything
 * @param useEma whether the weights are averaged
 * @param emaMomentum decay of the averages, 0 to 1
 * @param emaOverwriteFrequency after how many updates the averages take the weights' place, at
 *     least 1; {@code null}: at the end of a training alone
 * @param gradientAccumulationSteps how many batches an update is made of, at least 2; {@code null}:
 *     one
 */
public record OptimizerOptions(
    double learningRate,
    @Nullable Schedule schedule,
    @Nullable Double weightDecay,
    @Nullable Double clipnorm,
    @Nullable Double globalClipnorm,
    @Nullable Double clipvalue,
    boolean useEma,
    double emaMomentum,
    @Nullable Integer emaOverwriteFrequency,
    @Nullable Integer gradientAccumulationSteps) {
  private static final String OWNER = "optimizer";
  private static final double EMA_MOMENTUM = 0.99;

  /** Checks the ranges, and that gradients are clipped in one way. */
  public OptimizerOptions {
    if (schedule == null) {
      Check.positive(learningRate, OWNER, "learningRate");
    } else {
      learningRate = Check.notNegative(schedule.at(0), OWNER, "learningRate");
    }
    if (weightDecay != null) {
      Check.notNegative(weightDecay, OWNER, "weightDecay");
    }
    requireClip(clipnorm, "clipnorm");
    requireClip(globalClipnorm, "globalClipnorm");
    requireClip(clipvalue, "clipvalue");
    if (Stream.of(clipnorm, globalClipnorm, clipvalue).filter(Objects::nonNull).count() > 1) {
      throw Problem.of("an optimizer clips gradients in more than one way")
          .expected("one of clipnorm, globalClipnorm and clipvalue")
          .got(
              "clipnorm "
                  + clipnorm
                  + ", globalClipnorm "
                  + globalClipnorm
                  + ", clipvalue "
                  + clipvalue)
          .see("clipped-twice")
          .asIllegalArgument();
    }
    Check.notNegative(emaMomentum, OWNER, "emaMomentum");
    Check.atMost(1, emaMomentum, OWNER, "emaMomentum");
    if (emaOverwriteFrequency != null) {
      Check.atLeast(1, emaOverwriteFrequency, OWNER, "emaOverwriteFrequency");
    }
    if (gradientAccumulationSteps != null) {
      Check.atLeast(2, gradientAccumulationSteps, OWNER, "gradientAccumulationSteps");
    }
  }

  private static void requireClip(@Nullable Double value, String name) {
    if (value != null) {
      Check.positive(value, OWNER, name);
    }
  }

  /** Returns Keras' options: a step size, and nothing else. */
  public static OptimizerOptions of(double learningRate) {
    return new OptimizerOptions(
        learningRate, null, null, null, null, null, false, EMA_MOMENTUM, null, null);
  }

  /** Returns the same options with one step size, and no schedule. */
  public OptimizerOptions learningRate(double learningRate) {
    return with(learningRate, null);
  }

  /** Returns the same options with a schedule, or with the step size that it began with. */
  public OptimizerOptions schedule(@Nullable Schedule schedule) {
    return with(learningRate, schedule);
  }

  private OptimizerOptions with(double learningRate, @Nullable Schedule schedule) {
    return new OptimizerOptions(
        learningRate,
        schedule,
        weightDecay,
        clipnorm,
        globalClipnorm,
        clipvalue,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        gradientAccumulationSteps);
  }

  /** Returns the same options with another decay of the weights, or with none. */
  public OptimizerOptions weightDecay(@Nullable Double weightDecay) {
    return new OptimizerOptions(
        learningRate,
        schedule,
        weightDecay,
        clipnorm,
        globalClipnorm,
        clipvalue,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        gradientAccumulationSteps);
  }

  /**
   * Returns the same options with another norm of each parameter's gradient at the most, or with
   * none.
   */
  public OptimizerOptions clipnorm(@Nullable Double clipnorm) {
    return new OptimizerOptions(
        learningRate,
        schedule,
        weightDecay,
        clipnorm,
        globalClipnorm,
        clipvalue,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        gradientAccumulationSteps);
  }

  /** Returns the same options with another norm of all gradients at the most, or with none. */
  public OptimizerOptions globalClipnorm(@Nullable Double globalClipnorm) {
    return new OptimizerOptions(
        learningRate,
        schedule,
        weightDecay,
        clipnorm,
        globalClipnorm,
        clipvalue,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        gradientAccumulationSteps);
  }

  /** Returns the same options with other gradients at the most, or with none. */
  public OptimizerOptions clipvalue(@Nullable Double clipvalue) {
    return new OptimizerOptions(
        learningRate,
        schedule,
        weightDecay,
        clipnorm,
        globalClipnorm,
        clipvalue,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        gradientAccumulationSteps);
  }

  /** Returns the same options with or without averages of the weights. */
  public OptimizerOptions useEma(boolean useEma) {
    return new OptimizerOptions(
        learningRate,
        schedule,
        weightDecay,
        clipnorm,
        globalClipnorm,
        clipvalue,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        gradientAccumulationSteps);
  }

  /** Returns the same options with another decay of the averages. */
  public OptimizerOptions emaMomentum(double emaMomentum) {
    return new OptimizerOptions(
        learningRate,
        schedule,
        weightDecay,
        clipnorm,
        globalClipnorm,
        clipvalue,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        gradientAccumulationSteps);
  }

  /** Returns the same options with averages that take the weights' place more or less often. */
  public OptimizerOptions emaOverwriteFrequency(@Nullable Integer emaOverwriteFrequency) {
    return new OptimizerOptions(
        learningRate,
        schedule,
        weightDecay,
        clipnorm,
        globalClipnorm,
        clipvalue,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        gradientAccumulationSteps);
  }

  /** Returns the same options with an update of more or fewer batches, or of one. */
  public OptimizerOptions gradientAccumulationSteps(@Nullable Integer gradientAccumulationSteps) {
    return new OptimizerOptions(
        learningRate,
        schedule,
        weightDecay,
        clipnorm,
        globalClipnorm,
        clipvalue,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        gradientAccumulationSteps);
  }
}
