package io.github.mnist4j.losses;

/**
 * Hinge loss of classes: {@code max(max((1 − y)·output) − Σ y·output + 1, 0)} over the last axis,
 * and the mean over places. Targets are one-hot.
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code categoricalHinge()}</pre>
 */
public record CategoricalHinge() implements Loss {
  @Override
  public String name() {
    return "categorical_hinge";
  }
}
