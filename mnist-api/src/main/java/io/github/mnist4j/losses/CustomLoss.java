package io.github.mnist4j.losses;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;

/**
 * A loss of your own. It takes targets of any shape, and cannot be written into a file; made by
 * {@link Losses#custom}.
 *
 * <pre>{@code
 * Loss absolute = Losses.custom("absolute", (y, output, gradient) -> {
 *   gradient[0] = Math.signum(output[0] - y[0]);
 *   return Math.abs(output[0] - y[0]);
 * });
 * }</pre>
 *
 * @param name the name in messages
 * @param function the arithmetic of one sample
 */
public record CustomLoss(String name, LossFunction function) implements Loss {
  /** Checks that both are there. */
  public CustomLoss {
    Check.notNull(name, "CustomLoss", "name");
    Check.notNull(function, "CustomLoss", "function");
  }

  /** Takes any: the function knows. */
  @Override
  public void requireTargets(Shape target, Shape output) {}
}
