package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Activation;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Activations of one number that ND4J's operations have not as Keras means them, each with its
 * slope, in double precision. Where a function has a kink, the slope is that of the smaller side.
 */
final class Functions {
  /** Klambauer et al. 2017, equation 14. */
  static final double SELU_ALPHA = 1.6732632423543772;

  static final double SELU_SCALE = 1.0507009873554805;
  private static final double LEAK = 0.2;
  private static final double SHRINK = 0.5;

  private static final Map<Activation, Function> ALL = new EnumMap<>(Activation.class);

  static {
    put(Activation.relu6, x -> Math.min(Math.max(x, 0), 6), x -> x > 0 && x <= 6 ? 1 : 0);
    put(Activation.leaky_relu, x -> x > 0 ? x : LEAK * x, x -> x > 0 ? 1 : LEAK);
    put(Activation.elu, x -> x > 0 ? x : Math.expm1(x), x -> x > 0 ? 1 : Math.exp(x));
    put(
        Activation.selu,
        x -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x)),
        x -> SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * Math.exp(x)));
    put(Activation.celu, x -> x > 0 ? x : Math.expm1(x), x -> x > 0 ? 1 : Math.exp(x));
    put(Activation.silu, x -> x * sigmoid(x), x -> sigmoid(x) + x * sigmoid(x) * (1 - sigmoid(x)));
    put(Activation.gelu, x -> x * normal(x), x -> normal(x) + x * density(x));
    put(
        Activation.mish,
        x -> x * Math.tanh(softplus(x)),
        x -> {
          double t = Math.tanh(softplus(x));
          return t + x * (1 - t * t) * sigmoid(x);
        });
    put(Activation.softplus, Functions::softplus, Functions::sigmoid);
    put(
        Activation.softsign,
        x -> x / (1 + Math.abs(x)),
        x -> 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x))));
    put(Activation.exponential, Math::exp, Math::exp);
    put(Activation.hard_tanh, x -> Math.max(-1, Math.min(1, x)), x -> x > -1 && x <= 1 ? 1 : 0);
    put(
        Activation.hard_shrink,
        x -> Math.abs(x) <= SHRINK ? 0 : x, // so that what is no number stays none
        x -> Math.abs(x) <= SHRINK ? 0 : 1);
    put(
        Activation.soft_shrink,
        x -> Math.signum(x) * Math.max(0, Math.abs(x) - SHRINK),
        x -> Math.abs(x) > SHRINK ? 1 : 0);
    put(Activation.tanh_shrink, x -> x - Math.tanh(x), x -> Math.tanh(x) * Math.tanh(x));
    put(Activation.log_sigmoid, x -> -softplus(-x), x -> sigmoid(-x));
    put(
        Activation.sparse_plus,
        x -> x <= -1 ? 0 : x < 1 ? (x + 1) * (x + 1) / 4 : x,
        x -> x <= -1 ? 0 : x < 1 ? (x + 1) / 2 : 1);
    put(
        Activation.sparse_sigmoid,
        x -> Math.max(0, Math.min(1, (x + 1) / 2)),
        x -> x > -1 && x < 1 ? 0.5 : 0);
    put(
        Activation.squareplus,
        x -> (x + Math.sqrt(x * x + 4)) / 2,
        x -> (1 + x / Math.sqrt(x * x + 4)) / 2);
    put(Activation.hard_sigmoid, Functions::hardSigmoid, x -> x > -3 && x <= 3 ? 1 / 6.0 : 0);
    put(
        Activation.hard_silu,
        x -> x * hardSigmoid(x),
        x -> x <= -3 ? 0 : x <= 3 ? (2 * x + 3) / 6 : 1);
  }

  /**
   * A function of one number.
   *
   * @param value y of x
   * @param slope dy/dx of x
   */
  record Function(DoubleUnaryOperator value, DoubleUnaryOperator slope) {}

  private Functions() {}

  private static void put(
      Activation activation, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
    ALL.put(activation, new Function(value, slope));
  }

  /** Returns whether an activation is computed here. */
  static boolean has(Activation activation) {
    return ALL.containsKey(activation);
  }

  static Function of(Activation activation) {
    return ALL.get(activation);
  }

  /** Returns any activation of one number, also those that kernels have otherwise. */
  static Function pointwise(Activation activation) {
    return switch (activation) {
      case linear -> new Function(x -> x, x -> 1);
      case relu -> new Function(x -> x > 0 || Double.isNaN(x) ? x : 0, x -> x > 0 ? 1 : 0);
      case sigmoid -> new Function(Functions::sigmoid, x -> sigmoid(x) * (1 - sigmoid(x)));
      case tanh -> new Function(Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x));
      default -> {
        if (!has(activation)) {
          throw new IllegalArgumentException(activation + " is no function of one number");
        }
        yield of(activation);
      }
    };
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double hardSigmoid(double x) {
    return Math.min(Math.max(x + 3, 0), 6) / 6;
  }

  /** ln(1 + eˣ), of which nothing overflows and nothing is lost. */
  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /**
   * The normal distribution: Φ(x) = ½ + φ(x) · Σ x²ᵏ⁺¹ / (1 · 3 · … · (2k + 1)) (Abramowitz and
   * Stegun 26.2.11); behind nine deviations it is 0 or 1 in double precision.
   */
  static double normal(double x) {
    if (Math.abs(x) > 9) {
      return x > 0 ? 1 : 0;
    }
    double term = x;
    double sum = x;
    for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
      term *= x * x / k;
      sum += term;
    }
    return 0.5 + density(x) * sum;
  }
}
