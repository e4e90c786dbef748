package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import java.util.Arrays;

/**
 * The functions that a layer may apply to its outputs; the constants are named as Keras' strings.
 *
 * <pre>{@code
 * import static io.github.mnist4j.layers.Activation.*;
 *
 * Dense(64, relu)
 * }</pre>
 */
public enum Activation {
  /** y = x. */
  linear,
  /** y = max(x, 0). */
  relu,
  /** y = 1 / (1 + e⁻ˣ). */
  sigmoid,
  /** y = tanh x. */
  tanh,
  /** yᵢ = eˣⁱ / Σⱼ eˣʲ over the last axis: probabilities. */
  softmax;

  /**
   * Returns the function that Keras calls by this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Activation named(String name) {
    return Arrays.stream(values())
        .filter(activation -> activation.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Check.unknown(
                    "activation", name, Arrays.stream(values()).map(Enum::name).toList()));
  }
}
