package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes each channel's mean 0 and its variance 1 over the batch, then scales and shifts it by what
 * is learned: {@code y = gamma · (x − mean) / √(variance + epsilon) + beta} (Ioffe &amp; Szegedy
 * 2015).
 *
 * <p>Training, mean and variance are those of the whole batch and all places of a channel, the
 * variance without Bessel's correction; {@code moving = moving · momentum + batch · (1 − momentum)}
 * keeps count of them. Testing, predicting, and while the layer is frozen, the moving ones are
 * taken.
 *
 * <p>Shapes, per sample: x any of one axis or more, y as x; gamma, beta, moving mean and variance
 * {@code (channels)}. Defaults follow Keras: the last axis, momentum 0.99, epsilon 0.001.
 *
 * <pre>{@code Sequential.of(Conv2D(32, 3).useBias(false), BatchNormalization(), Activation(relu),
 * Flatten(), Dense(10))}</pre>
 *
 * @param axis the channels' axis, as Keras counts: from 1, or from the end with −1
 * @param momentum how much of the moving values stays, 0 to 1
 * @param epsilon what keeps the root from zero; more than 0
 * @param center whether beta is added
 * @param scale whether gamma is multiplied
 * @param betaInitializer fills beta
 * @param gammaInitializer fills gamma
 * @param movingMeanInitializer fills the moving mean
 * @param movingVarianceInitializer fills the moving variance
 * @param betaRegularizer what beta adds to the loss, or {@code null} for nothing
 * @param gammaRegularizer what gamma adds to the loss, or {@code null} for nothing
 * @param betaConstraint what is done to beta behind each step, or {@code null} for nothing
 * @param gammaConstraint what is done to gamma behind each step, or {@code null} for nothing
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record BatchNormalization(
    int axis,
    double momentum,
    double epsilon,
    boolean center,
    boolean scale,
    Initializer betaInitializer,
    Initializer gammaInitializer,
    Initializer movingMeanInitializer,
    Initializer movingVarianceInitializer,
    @Nullable Regularizer betaRegularizer,
    @Nullable Regularizer gammaRegularizer,
    @Nullable Constraint betaConstraint,
    @Nullable Constraint gammaConstraint,
    @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public BatchNormalization {
    Axes.notBatch(axis, "BatchNormalization");
    Check.notNegative(momentum, "BatchNormalization", "momentum");
    Check.positive(epsilon, "BatchNormalization", "epsilon");
    Check.notNull(betaInitializer, "BatchNormalization", "betaInitializer");
    Check.notNull(gammaInitializer, "BatchNormalization", "gammaInitializer");
    Check.notNull(movingMeanInitializer, "BatchNormalization", "movingMeanInitializer");
    Check.notNull(movingVarianceInitializer, "BatchNormalization", "movingVarianceInitializer");
  }

  @Override
  public Shape outputShape(Shape input) {
    Axes.of(axis, input, "BatchNormalization");
    return input;
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    Shape channels = Shape.of(input.dim(Axes.of(axis, input, "BatchNormalization")));
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
    params.add(ParamSpec.fixed("moving_mean", channels, movingMeanInitializer));
    params.add(ParamSpec.fixed("moving_variance", channels, movingVarianceInitializer));
    return params;
  }

  /** Returns the same layer with another axis of channels. */
  public BatchNormalization axis(int axis) {
    return Records.with(this, "axis", axis);
  }

  /** Returns the same layer with another momentum. */
  public BatchNormalization momentum(double momentum) {
    return Records.with(this, "momentum", momentum);
  }

  /** Returns the same layer with another epsilon. */
  public BatchNormalization epsilon(double epsilon) {
    return Records.with(this, "epsilon", epsilon);
  }

  /** Returns the same layer with or without beta. */
  public BatchNormalization center(boolean center) {
    return Records.with(this, "center", center);
  }

  /** Returns the same layer with or without gamma. */
  public BatchNormalization scale(boolean scale) {
    return Records.with(this, "scale", scale);
  }

  /** Returns the same layer with another initializer of beta. */
  public BatchNormalization betaInitializer(Initializer betaInitializer) {
    return Records.with(this, "betaInitializer", betaInitializer);
  }

  /** Returns the same layer with another initializer of gamma. */
  public BatchNormalization gammaInitializer(Initializer gammaInitializer) {
    return Records.with(this, "gammaInitializer", gammaInitializer);
  }

  /** Returns the same layer with another initializer of the moving mean. */
  public BatchNormalization movingMeanInitializer(Initializer movingMeanInitializer) {
    return Records.with(this, "movingMeanInitializer", movingMeanInitializer);
  }

  /** Returns the same layer with another initializer of the moving variance. */
  public BatchNormalization movingVarianceInitializer(Initializer movingVarianceInitializer) {
    return Records.with(this, "movingVarianceInitializer", movingVarianceInitializer);
  }

  /** Returns the same layer with another penalty on its beta. */
  public BatchNormalization betaRegularizer(@Nullable Regularizer betaRegularizer) {
    return Records.with(this, "betaRegularizer", betaRegularizer);
  }

  /** Returns the same layer with another penalty on its gamma. */
  public BatchNormalization gammaRegularizer(@Nullable Regularizer gammaRegularizer) {
    return Records.with(this, "gammaRegularizer", gammaRegularizer);
  }

  /** Returns the same layer with another constraint on its beta. */
  public BatchNormalization betaConstraint(@Nullable Constraint betaConstraint) {
    return Records.with(this, "betaConstraint", betaConstraint);
  }

  /** Returns the same layer with another constraint on its gamma. */
  public BatchNormalization gammaConstraint(@Nullable Constraint gammaConstraint) {
    return Records.with(this, "gammaConstraint", gammaConstraint);
  }

  @Override
  public BatchNormalization name(String name) {
    return Records.with(this, "name", Check.layerName(name, "BatchNormalization"));
  }
}
