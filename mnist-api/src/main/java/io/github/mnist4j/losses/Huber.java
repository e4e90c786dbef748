package io.github.mnist4j.losses;

import io.github.mnist4j.errors.Check;

/**
 * Huber's loss: the mean of {@code e² / 2} where |e| is at most δ, and of {@code δ·|e| − δ² / 2}
 * beyond, {@code e = output − y}. (Huber 1964.)
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code huber(0.5)}</pre>
 *
 * @param delta where squares turn into lines, above 0; Keras' default 1
 */
public record Huber(double delta) implements Loss {
  /** Checks the range. */
  public Huber {
    Check.positive(delta, "Huber", "delta");
  }

  @Override
  public String name() {
    return "huber";
  }
}
