package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes metrics with Keras' defaults.
 *
 * <pre>{@code cnn.compile(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())}</pre>
 */
public final class Metrics {
  /**
   * One of each, by Keras' {@code class_name}; the catalogue that names and files are read with.
   */
  public static final Map<String, Metric> TYPES =
      Map.ofEntries(
          Map.entry("Accuracy", accuracy()),
          Map.entry("BinaryAccuracy", binaryAccuracy()),
          Map.entry("CategoricalAccuracy", categoricalAccuracy()),
          Map.entry("SparseCategoricalAccuracy", sparseCategoricalAccuracy()),
          Map.entry("TopKCategoricalAccuracy", topKCategoricalAccuracy()),
          Map.entry("SparseTopKCategoricalAccuracy", sparseTopKCategoricalAccuracy()),
          Map.entry("Precision", precision()),
          Map.entry("Recall", recall()),
          Map.entry("F1Score", f1Score()),
          Map.entry("FBetaScore", fBetaScore()),
          Map.entry("AUC", auc()),
          Map.entry("RootMeanSquaredError", rootMeanSquaredError()),
          Map.entry("CosineSimilarity", cosineSimilarity()),
          Map.entry("MeanSquaredError", mean(Losses.meanSquaredError())),
          Map.entry("MeanAbsoluteError", mean(Losses.meanAbsoluteError())),
          Map.entry("MeanAbsolutePercentageError", mean(Losses.meanAbsolutePercentageError())),
          Map.entry("MeanSquaredLogarithmicError", mean(Losses.meanSquaredLogarithmicError())),
          Map.entry("LogCoshError", mean(Losses.logCosh()).name("logcosh")),
          Map.entry("KLDivergence", mean(Losses.klDivergence())),
          Map.entry("Poisson", mean(Losses.poisson())),
          Map.entry("Hinge", mean(Losses.hinge())),
          Map.entry("SquaredHinge", mean(Losses.squaredHinge())),
          Map.entry("CategoricalHinge", mean(Losses.categoricalHinge())),
          Map.entry("BinaryCrossentropy", mean(Losses.binaryCrossentropy())),
          Map.entry("CategoricalCrossentropy", mean(Losses.categoricalCrossentropy())),
          Map.entry("SparseCategoricalCrossentropy", mean(Losses.sparseCategoricalCrossentropy())));

  /** Names of losses that are names in logs, too, as they are written. */
  private static final Set<String> SHORT = Set.of("bce", "mse", "mae", "mape", "msle", "kld");

  private Metrics() {}

  /** The accuracy that fits the shapes of target and output. */
  public static Metric accuracy() {
    return new Accuracy("accuracy");
  }

  /** The part of outputs on the right side of 0.5. */
  public static BinaryAccuracy binaryAccuracy() {
    return new BinaryAccuracy(0.5, "binary_accuracy");
  }

  /** Accuracy for targets of one number a class. */
  public static Metric categoricalAccuracy() {
    return new CategoricalAccuracy("categorical_accuracy");
  }

  /** Accuracy for targets that are class numbers. */
  public static Metric sparseCategoricalAccuracy() {
    return new SparseCategoricalAccuracy("sparse_categorical_accuracy");
  }

  /** The part of samples whose class is among the 5 greatest outputs; targets are one-hot. */
  public static TopKCategoricalAccuracy topKCategoricalAccuracy() {
    return topKCategoricalAccuracy(5);
  }

  /** The part of samples whose class is among the {@code k} greatest; targets are one-hot. */
  public static TopKCategoricalAccuracy topKCategoricalAccuracy(int k) {
    return new TopKCategoricalAccuracy(k, "top_k_categorical_accuracy");
  }

  /** The part of samples whose class is among the 5 greatest; targets are class numbers. */
  public static SparseTopKCategoricalAccuracy sparseTopKCategoricalAccuracy() {
    return sparseTopKCategoricalAccuracy(5);
  }

  /** The part of samples whose class is among the {@code k} greatest; targets are numbers. */
  public static SparseTopKCategoricalAccuracy sparseTopKCategoricalAccuracy(int k) {
    return new SparseTopKCategoricalAccuracy(k, "sparse_top_k_categorical_accuracy");
  }

  /** The part of what is taken for a yes, above 0.5, that is one. */
  public static Precision precision() {
    return new Precision(null, null, null, "precision");
  }

  /** The part of what is a yes that is taken for one, above 0.5. */
  public static Recall recall() {
    return new Recall(null, null, null, "recall");
  }

  /** The harmonic mean of precision and recall, a number a class. */
  public static F1Score f1Score() {
    return new F1Score(null, null, "f1_score");
  }

  /** The harmonic mean of precision and recall with an importance of recall, a number a class. */
  public static FBetaScore fBetaScore() {
    return new FBetaScore(null, 1, null, "fbeta_score");
  }

  /** The area under the ROC curve, by 200 thresholds. */
  public static AUC auc() {
    return new AUC(200, AUC.Curve.ROC, AUC.SummationMethod.INTERPOLATION, false, "auc");
  }

  /** The root of the mean of the squared differences. */
  public static RootMeanSquaredError rootMeanSquaredError() {
    return new RootMeanSquaredError("root_mean_squared_error");
  }

  /**
   * How much output and target point the same way, 1 where they agree. Where the loss of this name
   * is imported as well, write {@code Metrics.cosineSimilarity()}.
   */
  public static CosineSimilarity cosineSimilarity() {
    return new CosineSimilarity("cosine_similarity");
  }

  /**
   * The mean of a loss, under the loss' name. So made are Keras' metrics {@code MeanSquaredError},
   * {@code BinaryCrossentropy} and their like.
   *
   * <pre>{@code cnn.compile(adam(), huber(), Metrics.mean(meanAbsoluteError()))}</pre>
   */
  public static LossMetric mean(Loss loss) {
    return new LossMetric(loss, loss.name());
  }

  /**
   * The mean of a number of your own a sample. A model with it cannot be saved but for its weights
   * and architecture.
   *
   * <pre>{@code
   * Metric farthest = Metrics.custom("farthest", (y, output) -> {
   *   double most = 0;
   *   for (int i = 0; i < y.length; i++) {
   *     most = Math.max(most, Math.abs(output[i] - y[i]));
   *   }
   *   return most;
   * });
   * }</pre>
   */
  public static CustomMetric custom(String name, MetricFunction function) {
    return new CustomMetric(name, function);
  }

  /**
   * Returns the metric that Keras calls by this name: its class, its function, {@code acc}, or a
   * short name such as {@code mse}, {@code MSE} and {@code bce}, which is then its name in logs,
   * too.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Metric named(String name) {
    Map<String, Metric> names = new TreeMap<>();
    TYPES.values().forEach(metric -> names.put(metric.name(), metric));
    names.put("acc", new Accuracy("acc"));
    names.put("log_cosh_error", mean(Losses.logCosh()).name("log_cosh_error"));
    names.put("f_beta_score", fBetaScore().name("f_beta_score"));
    for (String each : SHORT) {
      names.put(each, mean(Losses.named(each)).name(each));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (SHORT.contains(lower) && name.equals(name.toUpperCase(Locale.ROOT))) {
      return mean(Losses.named(name)).name(name);
    }
    Metric metric = names.getOrDefault(name, TYPES.get(name));
    if (metric == null) {
      throw Check.unknown("metric", name, names.keySet());
    }
    return metric;
  }
}
