package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the mean of each group of channels 0 and its variance 1, sample by sample, then scales and
 * shifts each channel by what is learned: {@code y = gamma · (x − mean) / √(variance + epsilon) +
 * beta} (Wu &amp; He 2018).
 *
 * <p>Shapes, per sample: x any of one axis or more, y as x; gamma and beta {@code (channels)}.
 * Defaults follow Keras: 32 groups, the last axis, epsilon 0.001.
 *
 * <pre>{@code GroupNormalization(8)}</pre>
 *
 * @param groups how many groups the channels make, a divisor of their number; −1: one a channel
 * @param axis the channels' axis, as Keras counts: from 1, or from the end with −1
 * @param epsilon what keeps the root from zero; more than 0
 * @param center whether beta is added
 * @param scale whether gamma is multiplied
 * @param betaInitializer fills beta
 * @param gammaInitializer fills gamma
 * @param betaRegularizer what beta adds to the loss, or {@code null} for nothing
 * @param gammaRegularizer what gamma adds to the loss, or {@code null} for nothing
 * @param betaConstraint what is done to beta behind each step, or {@code null} for nothing
 * @param gammaConstraint what is done to gamma behind each step, or {@code null} for nothing
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record GroupNormalization(
    int groups,
    int axis,
    double epsilon,
    boolean center,
    boolean scale,
    Initializer betaInitializer,
    Initializer gammaInitializer,
    @Nullable Regularizer betaRegularizer,
    @Nullable Regularizer gammaRegularizer,
    @Nullable Constraint betaConstraint,
    @Nullable Constraint gammaConstraint,
    @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public GroupNormalization {
    if (groups != -1) {
      Check.atLeast(1, groups, "GroupNormalization", "groups");
    }
    Axes.notBatch(axis, "GroupNormalization");
    Check.positive(epsilon, "GroupNormalization", "epsilon");
    Check.notNull(betaInitializer, "GroupNormalization", "betaInitializer");
    Check.notNull(gammaInitializer, "GroupNormalization", "gammaInitializer");
  }

  @Override
  public Shape outputShape(Shape input) {
    int channels = input.dim(Axes.of(axis, input, "GroupNormalization"));
    if (groups != -1) {
      Images.requireChannels(channels, groups, input);
    }
    return input;
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    Shape channels = Shape.of(input.dim(Axes.of(axis, input, "GroupNormalization")));
    List<ParamSpec> params = new ArrayList<>();
    if (scale) {
      params.add(
          ParamSpec.of("gamma", channels, gammaInitializer)
              .with(gammaRegularizer, gammaConstraint));
    }
    if (center) {
      params.add(
          ParamSpec.of("beta", channels, betaInitializer).with(betaRegularizer, betaConstraint));
    }
    return params;
  }

  /** Returns the same layer with another axis of channels. */
  public GroupNormalization axis(int axis) {
    return Records.with(this, "axis", axis);
  }

  /** Returns the same layer with another epsilon. */
  public GroupNormalization epsilon(double epsilon) {
    return Records.with(this, "epsilon", epsilon);
  }

  /** Returns the same layer with or without beta. */
  public GroupNormalization center(boolean center) {
    return Records.with(this, "center", center);
  }

  /** Returns the same layer with or without gamma. */
  public GroupNormalization scale(boolean scale) {
    return Records.with(this, "scale", scale);
  }

  /** Returns the same layer with another initializer of beta. */
  public GroupNormalization betaInitializer(Initializer betaInitializer) {
    return Records.with(this, "betaInitializer", betaInitializer);
  }

  /** Returns the same layer with another initializer of gamma. */
  public GroupNormalization gammaInitializer(Initializer gammaInitializer) {
    return Records.with(this, "gammaInitializer", gammaInitializer);
  }

  /** Returns the same layer with another penalty on its beta. */
  public GroupNormalization betaRegularizer(@Nullable Regularizer betaRegularizer) {
    return Records.with(this, "betaRegularizer", betaRegularizer);
  }

  /** Returns the same layer with another penalty on its gamma. */
  public GroupNormalization gammaRegularizer(@Nullable Regularizer gammaRegularizer) {
    return Records.with(this, "gammaRegularizer", gammaRegularizer);
  }

  /** Returns the same layer with another constraint on its beta. */
  public GroupNormalization betaConstraint(@Nullable Constraint betaConstraint) {
    return Records.with(this, "betaConstraint", betaConstraint);
  }

  /** Returns the same layer with another constraint on its gamma. */
  public GroupNormalization gammaConstraint(@Nullable Constraint gammaConstraint) {
    return Records.with(this, "gammaConstraint", gammaConstraint);
  }

  @Override
  public GroupNormalization name(String name) {
    return Records.with(this, "name", Check.layerName(name, "GroupNormalization"));
  }
}
