package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rectified linear unit that learns its slope below zero: {@code x} for positive x, {@code alpha ·
 * x} otherwise (He et al. 2015).
 *
 * <p>Shapes, per sample: x any of one axis or more, y as x, alpha as x with size 1 at the shared
 * axes. Keras' default: alpha of zeros, no axis shared.
 *
 * <pre>{@code PReLU().sharedAxes(1, 2)  // one slope a channel of an image}</pre>
 *
 * @param alphaInitializer fills alpha
 * @param sharedAxes the axes along which alpha is the same, counted from 1, or {@code null} for
 *     none
 * @param alphaRegularizer what alpha adds to the loss, or {@code null} for nothing
 * @param alphaConstraint what is done to alpha behind each step, or {@code null} for nothing
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record PReLU(
    Initializer alphaInitializer,
    @Nullable List<Integer> sharedAxes,
    @Nullable Regularizer alphaRegularizer,
    @Nullable Constraint alphaConstraint,
    @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public PReLU {
    Check.notNull(alphaInitializer, "PReLU", "alphaInitializer");
    if (sharedAxes != null) {
      sharedAxes = Axes.list(sharedAxes, "PReLU");
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.rank() == 0) {
      throw Problem.of("takes vectors")
          .expected("samples of one axis or more")
          .got("single numbers, ()")
          .see("not-a-vector")
          .asShapeException();
    }
    if (sharedAxes != null) {
      Axes.of(sharedAxes, input, "PReLU");
    }
    return input;
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    int[] sizes = input.toArray();
    for (int axis : sharedAxes == null ? new int[0] : Axes.of(sharedAxes, input, "PReLU")) {
      sizes[axis] = 1;
    }
    return List.of(
        ParamSpec.of("alpha", Shape.of(sizes), alphaInitializer)
            .with(alphaRegularizer, alphaConstraint));
  }

  @Override
  public Activation activation() {
    return Activation.leaky_relu;
  }

  /** Returns the same layer with axes along which alpha is the same, counted from 1. */
  public PReLU sharedAxes(int... axes) {
    return Records.with(this, "sharedAxes", Arrays.stream(axes).boxed().toList());
  }

  /** Returns the same layer with another initializer of alpha. */
  public PReLU alphaInitializer(Initializer alphaInitializer) {
    return Records.with(this, "alphaInitializer", alphaInitializer);
  }

  /** Returns the same layer with another penalty on its alpha. */
  public PReLU alphaRegularizer(@Nullable Regularizer alphaRegularizer) {
    return Records.with(this, "alphaRegularizer", alphaRegularizer);
  }

  /** Returns the same layer with another constraint on its alpha. */
  public PReLU alphaConstraint(@Nullable Constraint alphaConstraint) {
    return Records.with(this, "alphaConstraint", alphaConstraint);
  }

  @Override
  public PReLU name(String name) {
    return Records.with(this, "name", Check.layerName(name, "PReLU"));
  }
}
