package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import java.util.Arrays;
import java.util.Map;

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
  softmax,
  /** y = min(max(x, 0), 6). */
  relu6,
  /** y = x above zero, else 0.2 x. */
  leaky_relu,
  /** y = x above zero, else eˣ − 1. (Clevert, Unterthiner, Hochreiter 2015.) */
  elu,
  /**
   * y = s · x above zero, else s · a · (eˣ − 1); s ≈ 1.0507, a ≈ 1.6733. (Klambauer et al. 2017.)
   */
  selu,
  /** y = max(x, 0) + min(eˣ − 1, 0): with Keras' default, {@link #elu}. (Barron 2017.) */
  celu,
  /** y = x / (1 + e⁻ˣ); Keras calls it {@code swish}, too. (Ramachandran, Zoph, Le 2017.) */
  silu,
  /** y = x · Φ(x), Φ the normal distribution, exactly. (Hendrycks, Gimpel 2016.) */
  gelu,
  /** y = x · tanh(ln(1 + eˣ)). (Misra 2019.) */
  mish,
  /** y = ln(1 + eˣ). */
  softplus,
  /** y = x / (1 + |x|). */
  softsign,
  /** y = eˣ. */
  exponential,
  /** y = x, cut at −1 and 1. */
  hard_tanh,
  /** y = x where |x| &gt; 0.5, else 0. */
  hard_shrink,
  /** y = x moved towards zero by 0.5, and not past it. */
  soft_shrink,
  /** y = x − tanh x. */
  tanh_shrink,
  /** y = ln(1 / (1 + e⁻ˣ)). */
  log_sigmoid,
  /** y = (x + 1)² / 4 between −1 and 1, 0 below, x above. */
  sparse_plus,
  /** y = (x + 1) / 2, cut at 0 and 1. */
  sparse_sigmoid,
  /** y = (x + √(x² + 4)) / 2. */
  squareplus,
  /**
   * y = (x + 3) / 6, cut at 0 and 1, as Keras 3 has it; Keras 1 and 2 and TF.js mean another line
   * by the name, 0.2 x + 0.5, so their files are not read with it, nor written.
   */
  hard_sigmoid,
  /**
   * y = x · (x + 3) / 6 between −3 and 3, 0 below, x above; Keras calls it {@code hard_swish}, too.
   * (Howard et al. 2019.)
   */
  hard_silu,
  /** yᵢ = xᵢ − ln Σⱼ eˣʲ over the last axis: logarithms of probabilities. */
  log_softmax;

  private static final Map<String, String> OTHER_NAMES =
      Map.of("swish", "silu", "hard_swish", "hard_silu");

  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "glu", "it halves the last axis, and activations here leave a shape as it is",
          "sparsemax",
              "Keras up to 3.15 computes it otherwise than later versions, and files do not tell",
          "threshold",
              "it needs two numbers, which a name has not; it fails in Keras' layers, too");

  /**
   * Returns the function that Keras calls by this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Activation named(String name) {
    if (LEFT_OUT.containsKey(name)) {
      throw Problem.of("the activation '" + name + "' is left out: " + LEFT_OUT.get(name))
          .fix("take another activation")
          .see("unknown-name")
          .asIllegalArgument();
    }
    String known = OTHER_NAMES.getOrDefault(name, name);
    return Arrays.stream(values())
        .filter(activation -> activation.name().equals(known))
        .findFirst()
        .orElseThrow(
            () ->
                Check.unknown(
                    "activation", name, Arrays.stream(values()).map(Enum::name).toList()));
  }
}
