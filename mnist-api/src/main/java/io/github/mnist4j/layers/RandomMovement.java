package io.github.mnist4j.layers;

/**
 * A layer that moves the pixels of each image at random while training.
 *
 * <pre>{@code
 * RandomMovement<?> layer =
 *     RandomRotation(0.05).fillMode(FillMode.CONSTANT).fillValue(0).interpolation(Interpolation.NEAREST);
 * }</pre>
 *
 * @param <R> the record
 */
public sealed interface RandomMovement<R extends Record & RandomMovement<R>> extends RandomImages<R>
    permits RandomTranslation, RandomRotation, RandomZoom, RandomShear {
  /** Returns what lies outside of the image. */
  FillMode fillMode();

  /** Returns what stands between the pixels. */
  Interpolation interpolation();

  /** Returns the value outside, for {@link FillMode#CONSTANT}. */
  double fillValue();

  /** Returns the same layer with something else outside of the image. */
  default R fillMode(FillMode fillMode) {
    return Records.with(self(), "fillMode", fillMode);
  }

  /** Returns the same layer with another interpolation. */
  default R interpolation(Interpolation interpolation) {
    return Records.with(self(), "interpolation", interpolation);
  }

  /** Returns the same layer with another value outside, for {@link FillMode#CONSTANT}. */
  default R fillValue(double fillValue) {
    return Records.with(self(), "fillValue", fillValue);
  }

  @SuppressWarnings("unchecked")
  private R self() {
    return (R) this;
  }
}
