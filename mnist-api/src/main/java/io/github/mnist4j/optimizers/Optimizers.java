package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes optimizers with Keras' defaults.
 *
 * <pre>{@code cnn.compile(adam(), sparseCategoricalCrossentropy(), accuracy())}</pre>
 */
public final class Optimizers {
  /**
   * One of each, by Keras' {@code class_name}; the catalogue that names and files are read with.
   */
  public static final Map<String, Optimizer> TYPES = Map.of("Adam", adam(), "SGD", sgd());

  private Optimizers() {}

  /** Adam with Keras' defaults: learning rate 0.001, β₁ 0.9, β₂ 0.999, ε 1e-7. */
  public static Adam adam() {
    return adam(0.001);
  }

  /** Adam with another learning rate. */
  public static Adam adam(double learningRate) {
    return new Adam(learningRate, 0.9, 0.999, 1e-7);
  }

  /** Gradient descent with Keras' defaults: learning rate 0.01, no momentum. */
  public static SGD sgd() {
    return sgd(0.01);
  }

  /** Gradient descent with another learning rate. */
  public static SGD sgd(double learningRate) {
    return new SGD(learningRate, 0, false);
  }

  /**
   * Returns the optimizer that Keras calls by this name, in upper or lower case.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Optimizer named(String name) {
    Map<String, Optimizer> names = new TreeMap<>();
    TYPES.forEach((type, optimizer) -> names.put(type.toLowerCase(Locale.ROOT), optimizer));
    Optimizer optimizer = names.get(name.toLowerCase(Locale.ROOT));
    if (optimizer == null) {
      throw Check.unknown("optimizer", name, names.keySet());
    }
    return optimizer;
  }
}
