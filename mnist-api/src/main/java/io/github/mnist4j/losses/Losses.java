package io.github.mnist4j.losses;

import io.github.mnist4j.errors.Check;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes losses with Keras' defaults.
 *
 * <pre>{@code cnn.compile(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())}</pre>
 */
public final class Losses {
  /**
   * One of each, by Keras' {@code class_name}; the catalogue that names and files are read with.
   */
  public static final Map<String, Loss> TYPES =
      Map.ofEntries(
          Map.entry("BinaryCrossentropy", binaryCrossentropy()),
          Map.entry("BinaryFocalCrossentropy", binaryFocalCrossentropy()),
          Map.entry("CategoricalCrossentropy", categoricalCrossentropy()),
          Map.entry("CategoricalFocalCrossentropy", categoricalFocalCrossentropy()),
          Map.entry("SparseCategoricalCrossentropy", sparseCategoricalCrossentropy()),
          Map.entry("MeanSquaredError", meanSquaredError()),
          Map.entry("MeanAbsoluteError", meanAbsoluteError()),
          Map.entry("MeanAbsolutePercentageError", meanAbsolutePercentageError()),
          Map.entry("MeanSquaredLogarithmicError", meanSquaredLogarithmicError()),
          Map.entry("Huber", huber()),
          Map.entry("LogCosh", logCosh()),
          Map.entry("Poisson", poisson()),
          Map.entry("KLDivergence", klDivergence()),
          Map.entry("Hinge", hinge()),
          Map.entry("SquaredHinge", squaredHinge()),
          Map.entry("CategoricalHinge", categoricalHinge()),
          Map.entry("CosineSimilarity", cosineSimilarity()));

  /** Keras' short names, and those that Keras 2 gave. */
  private static final Map<String, Loss> ALIASES =
      Map.of(
          "bce", binaryCrossentropy(),
          "mse", meanSquaredError(),
          "mae", meanAbsoluteError(),
          "mape", meanAbsolutePercentageError(),
          "msle", meanSquaredLogarithmicError(),
          "kld", klDivergence(),
          "logcosh", logCosh(),
          "kullback_leibler_divergence", klDivergence());

  private Losses() {}

  /**
   * Cross-entropy of answers yes (1) and no (0) and their probabilities, each output for itself.
   */
  public static BinaryCrossentropy binaryCrossentropy() {
    return new BinaryCrossentropy(false, 0);
  }

  /** Binary cross-entropy that counts what is already right the less; γ 2. */
  public static BinaryFocalCrossentropy binaryFocalCrossentropy() {
    return new BinaryFocalCrossentropy(false, 0, false, 0.25, 2);
  }

  /** Cross-entropy of one-hot targets and probabilities. */
  public static CategoricalCrossentropy categoricalCrossentropy() {
    return new CategoricalCrossentropy(false, 0);
  }

  /** Categorical cross-entropy that counts what is already right the less; α 0.25, γ 2. */
  public static CategoricalFocalCrossentropy categoricalFocalCrossentropy() {
    return new CategoricalFocalCrossentropy(false, 0, 0.25, 2);
  }

  /** Cross-entropy of class numbers and probabilities. */
  public static SparseCategoricalCrossentropy sparseCategoricalCrossentropy() {
    return new SparseCategoricalCrossentropy(false, null);
  }

  /** Mean of the squared differences. */
  public static MeanSquaredError meanSquaredError() {
    return new MeanSquaredError();
  }

  /** Mean of the differences without their signs. */
  public static MeanAbsoluteError meanAbsoluteError() {
    return new MeanAbsoluteError();
  }

  /** Mean of the differences in hundredths of the target. */
  public static MeanAbsolutePercentageError meanAbsolutePercentageError() {
    return new MeanAbsolutePercentageError();
  }

  /** Mean of the squared differences of logarithms. */
  public static MeanSquaredLogarithmicError meanSquaredLogarithmicError() {
    return new MeanSquaredLogarithmicError();
  }

  /** Huber's loss, squares up to a difference of 1 and lines beyond. */
  public static Huber huber() {
    return new Huber(1);
  }

  /** Mean of the differences' log-cosh. */
  public static LogCosh logCosh() {
    return new LogCosh();
  }

  /** Poisson's loss of counts. */
  public static Poisson poisson() {
    return new Poisson();
  }

  /** Kullback and Leibler's divergence of one distribution from another. */
  public static KLDivergence klDivergence() {
    return new KLDivergence();
  }

  /** Hinge loss of targets −1 and 1. */
  public static Hinge hinge() {
    return new Hinge();
  }

  /** Squared hinge loss of targets −1 and 1. */
  public static SquaredHinge squaredHinge() {
    return new SquaredHinge();
  }

  /** Hinge loss of one-hot targets. */
  public static CategoricalHinge categoricalHinge() {
    return new CategoricalHinge();
  }

  /** How little output and target point the same way, −1 up to 1. */
  public static CosineSimilarity cosineSimilarity() {
    return new CosineSimilarity();
  }

  /** Huber's loss, squares up to a difference of {@code delta} and lines beyond. */
  public static Huber huber(double delta) {
    return new Huber(delta);
  }

  /**
   * A loss of your own: the function returns the loss of one sample, and writes its derivative by
   * the outputs. The loss of a batch is the mean. It runs in several threads at once; a model with
   * it cannot be saved but for its weights and architecture.
   *
   * <pre>{@code
   * Loss cubes = Losses.custom("cubes", (y, output, gradient) -> {
   *   double sum = 0;
   *   for (int i = 0; i < y.length; i++) {
   *     double e = Math.abs(output[i] - y[i]);
   *     sum += e * e * e;
   *     gradient[i] = 3 * e * (output[i] - y[i]);
   *   }
   *   return sum;
   * });
   * }</pre>
   */
  public static CustomLoss custom(String name, LossFunction function) {
    return new CustomLoss(name, function);
  }

  /**
   * Returns the loss that Keras calls by this name: its class, its function, or a short name such
   * as {@code mse} and {@code MSE}, {@code bce}, {@code mae}, {@code mape}, {@code msle}, {@code
   * kld}. A cross-entropy takes probabilities, as in Keras.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Loss named(String name) {
    Map<String, Loss> names = new TreeMap<>(ALIASES);
    TYPES.values().forEach(loss -> names.put(loss.name(), loss));
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    boolean shout = lower.length() <= 4 && name.equals(name.toUpperCase(java.util.Locale.ROOT));
    Loss loss = names.getOrDefault(shout ? lower : name, TYPES.get(name));
    if (loss == null) {
      throw Check.unknown("loss", name, names.keySet());
    }
    return loss;
  }
}
