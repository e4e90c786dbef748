package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Constraint.MaxNorm;
import io.github.mnist4j.layers.Constraint.MinMaxNorm;
import io.github.mnist4j.layers.Constraint.NonNeg;
import io.github.mnist4j.layers.Constraint.UnitNorm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes constraints with Keras' defaults.
 *
 * <pre>{@code Constraint filters = Constraints.maxNorm(3, 0, 1, 2);}</pre>
 */
public final class Constraints {
  /**
   * One of each, by Keras' {@code class_name}; the catalogue that names and files are read with.
   */
  public static final Map<String, Constraint> TYPES =
      Map.of(
          "MaxNorm", maxNorm(),
          "NonNeg", nonNeg(),
          "UnitNorm", unitNorm(),
          "MinMaxNorm", minMaxNorm());

  private static final Map<String, Constraint> NAMES = names();

  private Constraints() {}

  private static Map<String, Constraint> names() {
    Map<String, Constraint> names = new TreeMap<>();
    TYPES.forEach((type, constraint) -> names.put(Layers.snakeCase(type), constraint));
    return names;
  }

  /**
   * Returns the constraint that Keras calls by this name, {@code "max_norm"} or {@code "MaxNorm"},
   * with Keras' defaults.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Constraint named(String name) {
    Constraint constraint = NAMES.getOrDefault(name, TYPES.get(name));
    if (constraint == null) {
      throw Check.unknown("constraint", name, NAMES.keySet());
    }
    return constraint;
  }

  /** Norms of 2 at most, along axis 0. */
  public static Constraint maxNorm() {
    return maxNorm(2);
  }

  /** Norms of {@code maxValue} at most, along axis 0. */
  public static Constraint maxNorm(double maxValue) {
    return maxNorm(maxValue, 0);
  }

  /** Norms of {@code maxValue} at most, along the axes given: 0, 1 and 2 for a convolution. */
  public static Constraint maxNorm(double maxValue, int... axis) {
    return new MaxNorm(maxValue, list(axis));
  }

  /** No negative numbers. */
  public static Constraint nonNeg() {
    return new NonNeg();
  }

  /** Norms of 1, along axis 0. */
  public static Constraint unitNorm() {
    return unitNorm(0);
  }

  /** Norms of 1, along the axes given: 0, 1 and 2 for a convolution. */
  public static Constraint unitNorm(int... axis) {
    return new UnitNorm(list(axis));
  }

  /** Norms of 1 at most, along axis 0. */
  public static Constraint minMaxNorm() {
    return minMaxNorm(0, 1);
  }

  /** Norms between two, along axis 0. */
  public static Constraint minMaxNorm(double minValue, double maxValue) {
    return minMaxNorm(minValue, maxValue, 1, 0);
  }

  /**
   * Norms between two, along the axes given, or axis 0 where none is.
   *
   * @param rate how much of the way is gone at once, 0 to 1
   */
  public static Constraint minMaxNorm(double minValue, double maxValue, double rate, int... axis) {
    return new MinMaxNorm(minValue, maxValue, rate, list(axis));
  }

  private static List<Integer> list(int... axis) {
    return axis.length == 0 ? List.of(0) : Arrays.stream(axis).boxed().toList();
  }
}
