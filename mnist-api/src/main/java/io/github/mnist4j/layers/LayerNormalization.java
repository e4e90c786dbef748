package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the mean of each sample 0 and its variance 1 over some axes, then scales and shifts by what
 * is learned: {@code y = gamma · (x − mean) / √(variance + epsilon) + beta} (Ba et al. 2016).
 *
 * <p>Shapes, per sample: x any of one axis or more, y as x; gamma and beta have the axes' sizes.
 * Defaults follow Keras: the last axis, epsilon 0.001.
 *
 * <pre>{@code Sequential.of(Dense(64), LayerNormalization(), Activation(relu), Dense(10))}</pre>
 *
 * @param axis the axes that mean and variance are over, as Keras counts: from 1, or from the end
 *     with −1
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
public record LayerNormalization(
    List<Integer> axis,
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
  public LayerNormalization {
    axis = Axes.list(axis, "LayerNormalization");
    Check.positive(epsilon, "LayerNormalization", "epsilon");
    Check.notNull(betaInitializer, "LayerNormalization", "betaInitializer");
    Check.notNull(gammaInitializer, "LayerNormalization", "gammaInitializer");
  }

  @Override
  public Shape outputShape(Shape input) {
    Axes.of(axis, input, "LayerNormalization");
    return input;
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    int[] sizes = Axes.of(axis, input, "LayerNormalization");
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = input.dim(sizes[i]);
    }
    List<ParamSpec> params = new ArrayList<>();
    if (scale) {
      params.add(
          ParamSpec.of("gamma", Shape.of(sizes), gammaInitializer)
              .with(gammaRegularizer, gammaConstraint));
    }
    if (center) {
      params.add(
          ParamSpec.of("beta", Shape.of(sizes), betaInitializer)
              .with(betaRegularizer, betaConstraint));
    }
    return params;
  }

  /** Returns the same layer with another epsilon. */
  public LayerNormalization epsilon(double epsilon) {
    return Records.with(this, "epsilon", epsilon);
  }

  /** Returns the same layer with or without beta. */
  public LayerNormalization center(boolean center) {
    return Records.with(this, "center", center);
  }

  /** Returns the same layer with or without gamma. */
  public LayerNormalization scale(boolean scale) {
    return Records.with(this, "scale", scale);
  }

  /** Returns the same layer with another initializer of beta. */
  public LayerNormalization betaInitializer(Initializer betaInitializer) {
    return Records.with(this, "betaInitializer", betaInitializer);
  }

  /** Returns the same layer with another initializer of gamma. */
  public LayerNormalization gammaInitializer(Initializer gammaInitializer) {
    return Records.with(this, "gammaInitializer", gammaInitializer);
  }

  /** Returns the same layer with another penalty on its beta. */
  public LayerNormalization betaRegularizer(@Nullable Regularizer betaRegularizer) {
    return Records.with(this, "betaRegularizer", betaRegularizer);
  }

  /** Returns the same layer with another penalty on its gamma. */
  public LayerNormalization gammaRegularizer(@Nullable Regularizer gammaRegularizer) {
    return Records.with(this, "gammaRegularizer", gammaRegularizer);
  }

  /** Returns the same layer with another constraint on its beta. */
  public LayerNormalization betaConstraint(@Nullable Constraint betaConstraint) {
    return Records.with(this, "betaConstraint", betaConstraint);
  }

  /** Returns the same layer with another constraint on its gamma. */
  public LayerNormalization gammaConstraint(@Nullable Constraint gammaConstraint) {
    return Records.with(this, "gammaConstraint", gammaConstraint);
  }

  /** Returns the same layer with other axes, as Keras counts them. */
  public LayerNormalization axis(int... axes) {
    return Records.with(this, "axis", Arrays.stream(axes).boxed().toList());
  }

  @Override
  public LayerNormalization name(String name) {
    return Records.with(this, "name", Check.layerName(name, "LayerNormalization"));
  }
}
