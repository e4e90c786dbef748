package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Regularizer.L1;
import io.github.mnist4j.layers.Regularizer.L1L2;
import io.github.mnist4j.layers.Regularizer.L2;
import io.github.mnist4j.layers.Regularizer.Mode;
import io.github.mnist4j.layers.Regularizer.OrthogonalRegularizer;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes regularizers with Keras' defaults.
 *
 * <pre>{@code Regularizer decay = Regularizers.l2(1e-4);}</pre>
 */
public final class Regularizers {
  /**
   * One of each, by Keras' {@code class_name}; the catalogue that names and files are read with.
   */
  public static final Map<String, Regularizer> TYPES =
      Map.of(
          "L1", l1(),
          "L2", l2(),
          "L1L2", l1L2(0, 0),
          "OrthogonalRegularizer", orthogonal());

  private static final Map<String, Regularizer> NAMES = names();

  private Regularizers() {}

  private static Map<String, Regularizer> names() {
    Map<String, Regularizer> names = new TreeMap<>();
    TYPES.forEach((type, regularizer) -> names.put(Layers.snakeCase(type), regularizer));
    names.put("l1_l2", l1L2(0.01, 0.01));
    return names;
  }

  /**
   * Returns the regularizer that Keras calls by this name, {@code "l2"} or {@code "L2"}, with
   * Keras' defaults: {@code "l1l2"} is none, as in Keras 3; {@code "l1_l2"} has 0.01 for both, as
   * in Keras 2.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Regularizer named(String name) {
    Regularizer regularizer = NAMES.getOrDefault(name, TYPES.get(name));
    if (regularizer == null) {
      throw Check.unknown("regularizer", name, NAMES.keySet());
    }
    return regularizer;
  }

  /** 0.01 times the sum of the absolute numbers. */
  public static Regularizer l1() {
    return l1(0.01);
  }

  /** {@code l1} times the sum of the absolute numbers. */
  public static Regularizer l1(double l1) {
    return new L1(l1);
  }

  /** 0.01 times the sum of the squares. */
  public static Regularizer l2() {
    return l2(0.01);
  }

  /** {@code l2} times the sum of the squares. */
  public static Regularizer l2(double l2) {
    return new L2(l2);
  }

  /** {@code l1} times the sum of the absolute numbers, {@code l2} times that of the squares. */
  public static Regularizer l1L2(double l1, double l2) {
    return new L1L2(l1, l2);
  }

  /** 0.01 times the mean of |cos| of the angles between a matrix' rows. */
  public static Regularizer orthogonal() {
    return orthogonal(0.01, Mode.ROWS);
  }

  /**
   * {@code factor} times the mean of |cos| of the angles between a matrix' rows or columns.
   *
   * <pre>{@code orthogonal(0.1, Regularizer.Mode.COLUMNS)}</pre>
   */
  public static Regularizer orthogonal(double factor, Mode mode) {
    return new OrthogonalRegularizer(factor, mode);
  }

  /** Requires a penalty that outputs can have, which are no matrices of weights: l1, l2 or both. */
  static @Nullable Regularizer ofActivity(@Nullable Regularizer regularizer, String owner) {
    if (regularizer instanceof Regularizer.OrthogonalRegularizer) {
      throw new IllegalArgumentException(
          owner + ": activityRegularizer must be L1, L2 or L1L2, got " + regularizer);
    }
    return regularizer;
  }
}
