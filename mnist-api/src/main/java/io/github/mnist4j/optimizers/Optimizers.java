package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes optimizers with Keras' defaults.
 *
 * <pre>{@code cnn.compile(adam(), sparseCategoricalCrossentropy(), accuracy())}</pre>
 */
public final class Optimizers {
  private static final double LEARNING_RATE = 0.001;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-7;

  /**
   * One of each, by Keras' {@code class_name}; the catalogue that names and files are read with.
   */
  public static final Map<String, Optimizer> TYPES =
      Stream.of(
              adadelta(),
              adagrad(),
              adam(),
              adamW(),
              adamax(),
              ftrl(),
              lion(),
              nadam(),
              rmsprop(),
              sgd())
          .collect(
              Collectors.toUnmodifiableMap(
                  optimizer -> optimizer.getClass().getSimpleName(), optimizer -> optimizer));

  private Optimizers() {}

  private static OptimizerOptions options() {
    return OptimizerOptions.of(LEARNING_RATE);
  }

  /** Adadelta with Keras' defaults: learning rate 0.001, ρ 0.95, ε 1e-7. */
  public static Adadelta adadelta() {
    return new Adadelta(0.95, EPSILON, options());
  }

  /** Adagrad with Keras' defaults: learning rate 0.001, sums from 0.1, ε 1e-7. */
  public static Adagrad adagrad() {
    return new Adagrad(0.1, EPSILON, options());
  }

  /** Adam with Keras' defaults: learning rate 0.001, β₁ 0.9, β₂ 0.999, ε 1e-7. */
  public static Adam adam() {
    return new Adam(BETA1, BETA2, EPSILON, false, options());
  }

  /** Adam with another learning rate. */
  public static Adam adam(double learningRate) {
    return adam().learningRate(learningRate);
  }

  /**
   * AdamW with Keras' defaults: learning rate 0.001, decay of the weights 0.004, β₁ 0.9, β₂ 0.999,
   * ε 1e-7.
   */
  public static AdamW adamW() {
    return new AdamW(BETA1, BETA2, EPSILON, false, options().weightDecay(0.004));
  }

  /** Adamax with Keras' defaults: learning rate 0.001, β₁ 0.9, β₂ 0.999, ε 1e-7. */
  public static Adamax adamax() {
    return new Adamax(BETA1, BETA2, EPSILON, options());
  }

  /** Ftrl with Keras' defaults: learning rate 0.001, power −0.5, sums from 0.1, no penalties. */
  public static Ftrl ftrl() {
    return new Ftrl(-0.5, 0.1, 0, 0, 0, 0, options());
  }

  /** Lion with Keras' defaults: learning rate 0.001, β₁ 0.9, β₂ 0.99. */
  public static Lion lion() {
    return new Lion(BETA1, 0.99, options());
  }

  /** Nadam with Keras' defaults: learning rate 0.001, β₁ 0.9, β₂ 0.999, ε 1e-7. */
  public static Nadam nadam() {
    return new Nadam(BETA1, BETA2, EPSILON, options());
  }

  /**
   * RMSprop with Keras' defaults: learning rate 0.001, ρ 0.9, no momentum, ε 1e-7, not centered.
   */
  public static RMSprop rmsprop() {
    return new RMSprop(0.9, 0, EPSILON, false, options());
  }

  /** Gradient descent with Keras' defaults: learning rate 0.01, no momentum. */
  public static SGD sgd() {
    return sgd(0.01);
  }

  /** Gradient descent with another learning rate. */
  public static SGD sgd(double learningRate) {
    return new SGD(0, false, OptimizerOptions.of(learningRate));
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
