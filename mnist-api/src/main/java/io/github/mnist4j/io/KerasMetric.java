package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.metrics.Accuracy;
import io.github.mnist4j.metrics.LossMetric;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.metrics.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Metrics as Keras' files have them: names, or {@code class_name} and {@code config}. */
final class KerasMetric {
  /** Keys whose values are in capitals here and small in Keras' files. */
  private static final Set<String> SMALL = Set.of("average", "summation_method");

  private KerasMetric() {}

  /**
   * Requires that a metric can be written.
   *
   * @throws IllegalArgumentException if it is not one of Keras'
   */
  static void requireWritable(Metric metric) {
    if (className(metric) == null) {
      String loss = metric instanceof LossMetric mean ? " of the loss " + mean.loss().name() : "";
      throw Problem.of("the metric '" + metric.name() + "' cannot be written to a file")
          .expected(
              "metrics of this library: "
                  + String.join(", ", new TreeSet<>(Metrics.TYPES.keySet())))
          .got(metric.getClass().getName() + loss)
          .fix("save the weights alone, or compile without it before saving")
          .see("metric-not-written")
          .asIllegalArgument();
    }
  }

  private static @Nullable String className(Metric metric) {
    for (Map.Entry<String, Metric> type : Metrics.TYPES.entrySet()) {
      boolean same = type.getValue().getClass() == metric.getClass();
      if (same && metric instanceof LossMetric mean) {
        Loss loss = ((LossMetric) type.getValue()).loss();
        same = mean.loss().getClass() == loss.getClass();
      }
      if (same) {
        return type.getKey();
      }
    }
    return null;
  }

  /** Keras resolves an accuracy by its name where it stands as text, and only there. */
  static JsonNode write(Metric metric) {
    boolean plain = Metrics.TYPES.containsValue(metric) && metric.name().endsWith("_accuracy");
    if (metric instanceof Accuracy || plain) {
      return TextNode.valueOf(metric.name());
    }
    return KerasTree.object("keras.metrics", String.valueOf(className(metric)), tree(metric));
  }

  /** Returns the settings under Keras' names. */
  static ObjectNode tree(Metric metric) {
    ObjectNode tree = KerasTree.MAPPER.createObjectNode();
    if (metric instanceof LossMetric mean) {
      tree.setAll(KerasLoss.tree(mean.loss()));
      tree.put("name", metric.name());
      return tree;
    }
    tree.setAll((ObjectNode) KerasTree.MAPPER.valueToTree(metric));
    for (String key : SMALL) {
      if (tree.path(key).isTextual()) {
        tree.put(key, tree.get(key).asText().toLowerCase(Locale.ROOT));
      }
    }
    if (tree.has("top_k")) {
      tree.set("thresholds", tree.remove("threshold"));
    }
    if (tree.has("logits")) {
      tree.set("from_logits", tree.remove("logits"));
    }
    return tree;
  }

  static List<Metric> read(JsonNode node, String path) {
    List<Metric> metrics = new ArrayList<>();
    JsonNode list = node.size() == 1 && node.path(0).isArray() ? node.get(0) : node;
    for (int i = 0; i < list.size(); i++) {
      metrics.add(metric(list.get(i), path + "[" + i + "]"));
    }
    return metrics;
  }

  private static Metric metric(JsonNode node, String path) {
    String className = node.path("class_name").asText("");
    JsonNode config = node.path("config");
    if (node.isTextual() || className.equals("function")) {
      String name = node.isTextual() ? node.asText() : config.asText("");
      return KerasCompile.named(path, () -> Metrics.named(name));
    }
    boolean wrapped = className.equals("MeanMetricWrapper") || className.equals("CompileMetrics");
    String own = config.path("name").asText(className);
    Metric prototype = KerasCompile.named(path, () -> Metrics.named(wrapped ? own : className));
    return wrapped ? prototype : configured(prototype, config, path + ".config");
  }

  private static Metric configured(Metric prototype, JsonNode config, String path) {
    ObjectNode merged = tree(prototype);
    for (Map.Entry<String, JsonNode> entry : config.properties()) {
      String at = path + "." + entry.getKey();
      JsonNode value = entry.getValue();
      if (merged.has(entry.getKey())) {
        merged.set(entry.getKey(), value);
        continue;
      }
      switch (entry.getKey()) {
        case "dtype", "fn" -> {}
        case "axis" -> KerasLoss.requireOneOf(at, value, "-1");
        case "num_labels", "label_weights", "thresholds" ->
            KerasLoss.requireOneOf(at, value, "null");
        case "multi_label", "from_sorted_ids" -> KerasLoss.requireOneOf(at, value, "false");
        default -> throw KerasCompile.unknown(at, value);
      }
    }
    return made(prototype, merged, path);
  }

  private static Metric made(Metric prototype, ObjectNode tree, String path) {
    if (prototype instanceof LossMetric mean) {
      String name = tree.remove("name").asText();
      return new LossMetric(KerasLoss.made(mean.loss(), tree, path), name);
    }
    for (String key : SMALL) {
      if (tree.path(key).isTextual()) {
        tree.put(key, tree.get(key).asText().toUpperCase(Locale.ROOT));
      }
    }
    if (tree.has("top_k")) {
      JsonNode thresholds = tree.remove("thresholds");
      boolean single = thresholds.isArray() && thresholds.size() == 1;
      tree.set("threshold", single ? thresholds.get(0) : thresholds);
    }
    if (tree.has("from_logits")) {
      tree.set("logits", tree.remove("from_logits"));
    }
    return KerasTree.value(tree, prototype.getClass(), path);
  }
}
