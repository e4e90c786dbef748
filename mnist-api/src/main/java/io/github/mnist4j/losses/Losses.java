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
      Map.of(
          "SparseCategoricalCrossentropy", sparseCategoricalCrossentropy(),
          "CategoricalCrossentropy", categoricalCrossentropy(),
          "MeanSquaredError", meanSquaredError());

  private Losses() {}

  /** Cross-entropy of class numbers and probabilities. */
  public static SparseCategoricalCrossentropy sparseCategoricalCrossentropy() {
    return new SparseCategoricalCrossentropy(false);
  }

  /** Cross-entropy of one-hot targets and probabilities. */
  public static CategoricalCrossentropy categoricalCrossentropy() {
    return new CategoricalCrossentropy(false);
  }

  /** Mean of the squared differences. */
  public static MeanSquaredError meanSquaredError() {
    return new MeanSquaredError();
  }

  /**
   * Returns the loss that Keras calls by this name: its class, its function, or {@code mse} and
   * {@code MSE}. A cross-entropy takes probabilities, as in Keras.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Loss named(String name) {
    Map<String, Loss> names = new TreeMap<>();
    TYPES.values().forEach(loss -> names.put(loss.name(), loss));
    names.put("mse", meanSquaredError());
    Loss loss = names.getOrDefault(name.equals("MSE") ? "mse" : name, TYPES.get(name));
    if (loss == null) {
      throw Check.unknown("loss", name, names.keySet());
    }
    return loss;
  }
}
