package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fully connected layer: {@code y = activation(x·W + b)}.
 *
 * <p>Shapes, per sample: x {@code (in)}, kernel W {@code (in, units)}, bias b {@code (units)}, y
 * {@code (units)}. Samples of more axes are taken along their last one, as in Keras: {@code (rows,
 * in)} gives {@code (rows, units)}. Defaults follow Keras: no activation, Glorot-uniform kernel
 * (Glorot &amp; Bengio 2010, eq. 16), zero bias, no penalty, no constraint.
 *
 * <pre>{@code Dense(10, softmax).kernelInitializer(heNormal())}</pre>
 *
 * @param units size of the output's last axis, at least 1
 * @param activation applied to the output
 * @param useBias whether a bias is added
 * @param kernelInitializer fills the kernel
 * @param biasInitializer fills the bias
 * @param kernelRegularizer what the kernel adds to the loss, or {@code null} for nothing
 * @param biasRegularizer what the bias adds to the loss, or {@code null} for nothing
 * @param activityRegularizer what the output adds to the loss, by the mean over a batch: l1, l2 or
 *     both; {@code null} for nothing
 * @param kernelConstraint what is done to the kernel behind each step, or {@code null} for nothing
 * @param biasConstraint what is done to the bias behind each step, or {@code null} for nothing
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Dense(
    int units,
    Activation activation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer kernelRegularizer,
    @Nullable Regularizer biasRegularizer,
    @Nullable Regularizer activityRegularizer,
    @Nullable Constraint kernelConstraint,
    @Nullable Constraint biasConstraint,
    @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public Dense {
    Check.atLeast(1, units, "Dense", "units");
    Check.notNull(activation, "Dense", "activation");
    Check.notNull(kernelInitializer, "Dense", "kernelInitializer");
    Check.notNull(biasInitializer, "Dense", "biasInitializer");
    activityRegularizer = Regularizers.ofActivity(activityRegularizer, "Dense");
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.rank() == 0) {
      throw Problem.of("takes vectors")
          .expected("samples of one axis or more, (in)")
          .got("single numbers, ()")
          .fix("give x a second axis, (n, 1)")
          .see("not-a-vector")
          .asShapeException();
    }
    int[] dims = input.toArray();
    dims[dims.length - 1] = units;
    return Shape.of(dims);
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    List<ParamSpec> params = new ArrayList<>();
    params.add(
        ParamSpec.of("kernel", Shape.of(input.dim(-1), units), kernelInitializer)
            .with(kernelRegularizer, kernelConstraint));
    if (useBias) {
      params.add(
          ParamSpec.of("bias", Shape.of(units), biasInitializer)
              .with(biasRegularizer, biasConstraint));
    }
    return params;
  }

  /** Returns the same layer with another activation. */
  public Dense activation(Activation activation) {
    return Records.with(this, "activation", activation);
  }

  /** Returns the same layer with or without a bias. */
  public Dense useBias(boolean useBias) {
    return Records.with(this, "useBias", useBias);
  }

  /** Returns the same layer with another initializer of its kernel. */
  public Dense kernelInitializer(Initializer kernelInitializer) {
    return Records.with(this, "kernelInitializer", kernelInitializer);
  }

  /** Returns the same layer with another initializer of its bias. */
  public Dense biasInitializer(Initializer biasInitializer) {
    return Records.with(this, "biasInitializer", biasInitializer);
  }

  /** Returns the same layer with another penalty on its kernel. */
  public Dense kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return Records.with(this, "kernelRegularizer", kernelRegularizer);
  }

  /** Returns the same layer with another penalty on its bias. */
  public Dense biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return Records.with(this, "biasRegularizer", biasRegularizer);
  }

  /** Returns the same layer with a penalty on its output. */
  public Dense activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return Records.with(this, "activityRegularizer", activityRegularizer);
  }

  /** Returns the same layer with another constraint on its kernel. */
  public Dense kernelConstraint(@Nullable Constraint kernelConstraint) {
    return Records.with(this, "kernelConstraint", kernelConstraint);
  }

  /** Returns the same layer with another constraint on its bias. */
  public Dense biasConstraint(@Nullable Constraint biasConstraint) {
    return Records.with(this, "biasConstraint", biasConstraint);
  }

  @Override
  public Dense name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Dense"));
  }
}
