package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a network was compiled, as Keras' files have it: {@code compile_config} with optimizer, loss
 * and metrics.
 *
 * @param optimizer how weights follow their gradients
 * @param loss what training makes small
 * @param metrics what is counted for people
 */
public record KerasCompile(Optimizer optimizer, Loss loss, List<Metric> metrics) {
  /**
   * Keys of Keras' optimizers that this library has not, all of which change nothing where they are
   * unset.
   */
  private static final Set<String> UNSET =
      Set.of(
          "weight_decay",
          "clipnorm",
          "global_clipnorm",
          "clipvalue",
          "use_ema",
          "ema_overwrite_frequency",
          "loss_scale_factor",
          "gradient_accumulation_steps",
          "amsgrad",
          "decay",
          "is_legacy_optimizer");

  /** Keys that say nothing by themselves. */
  private static final Set<String> IDLE = Set.of("name", "ema_momentum", "jit_compile");

  /** Keys of a compile_config beside the three that are read. */
  private static final Set<String> BESIDE =
      Set.of(
          "loss_weights",
          "weighted_metrics",
          "run_eagerly",
          "steps_per_execution",
          "jit_compile",
          "auto_scale_loss");

  /** Copies the list. */
  public KerasCompile {
    metrics = List.copyOf(metrics);
  }

  /**
   * Requires that all of it can be written.
   *
   * @throws IllegalArgumentException if the loss or a metric is not one of Keras'
   */
  void requireWritable() {
    KerasLoss.requireWritable(loss);
    metrics.forEach(KerasMetric::requireWritable);
  }

  ObjectNode write() {
    ObjectNode root = KerasTree.MAPPER.createObjectNode();
    ObjectNode optimizerConfig = KerasTree.MAPPER.valueToTree(optimizer);
    renamed(optimizerConfig, "beta1", "beta_1");
    renamed(optimizerConfig, "beta2", "beta_2");
    String optimizerName = optimizer.getClass().getSimpleName();
    optimizerConfig.put("name", optimizerName.toLowerCase(java.util.Locale.ROOT));
    root.set("optimizer", KerasTree.object("keras.optimizers", optimizerName, optimizerConfig));
    root.set("loss", KerasLoss.write(loss));
    ArrayNode names = root.putArray("metrics");
    metrics.forEach(metric -> names.add(KerasMetric.write(metric)));
    return root;
  }

  private static void renamed(ObjectNode node, String from, String to) {
    if (node.has(from)) {
      node.set(to, node.remove(from));
    }
  }

  /**
   * Returns what a compile_config says, or {@code null} where it says nothing: the network was not
   * compiled.
   */
  static @Nullable KerasCompile read(JsonNode root, String path) {
    if (!root.isObject()
        || root.isEmpty()
        || root.path("optimizer").isNull()
        || root.path("loss").isNull()) {
      return null;
    }
    KerasTree.requireKeys(root, path, BESIDE, Set.of("optimizer", "loss", "metrics"));
    for (String key : List.of("loss_weights", "weighted_metrics")) {
      if (root.hasNonNull(key) && !root.get(key).isEmpty()) {
        throw unsupported(path + "." + key, "null", root.get(key));
      }
    }
    return new KerasCompile(
        optimizer(root.path("optimizer"), path + ".optimizer"),
        KerasLoss.read(root.path("loss"), path + ".loss"),
        KerasMetric.read(root.path("metrics"), path + ".metrics"));
  }

  private static Optimizer optimizer(JsonNode node, String path) {
    String name = node.isTextual() ? node.asText() : node.path("class_name").asText("");
    Optimizer prototype = named(path, () -> Optimizers.named(name));
    if (!node.path("config").isObject()) {
      return prototype;
    }
    ObjectNode merged = KerasTree.MAPPER.valueToTree(prototype);
    for (Map.Entry<String, JsonNode> entry : node.get("config").properties()) {
      String key = entry.getKey().replace("beta_", "beta");
      JsonNode value = entry.getValue();
      if (merged.has(key)) {
        merged.set(key, value);
      } else if (UNSET.contains(key)) {
        boolean unset =
            value.isNull()
                || value.isBoolean() && !value.asBoolean()
                || value.isNumber() && value.asDouble() == 0;
        if (!unset) {
          throw unsupported(path + ".config." + key, "null", value);
        }
      } else if (!IDLE.contains(key)) {
        throw unknown(path + ".config." + key, value);
      }
    }
    return KerasTree.value(merged, prototype.getClass(), path + ".config");
  }

  /** Finds what a name means. */
  interface Lookup<T> {
    T find();
  }

  static <T> T named(String path, Lookup<T> lookup) {
    try {
      return lookup.find();
    } catch (IllegalArgumentException e) {
      throw Problem.of("the file was compiled with what this library has not, at " + path)
          .got(String.valueOf(e.getMessage()).replace("\n", "\n  "))
          .fix("load it for predicting alone: Models.loadUncompiled(file)")
          .see("unsupported-compile")
          .asModelFormatException(e);
    }
  }

  static RuntimeException unsupported(String path, String expected, JsonNode value) {
    return Problem.of("the file wants what this library cannot do, at " + path)
        .expected(expected)
        .got(value.toString())
        .fix("load it for predicting alone: Models.loadUncompiled(file)")
        .see("unsupported-compile")
        .asModelFormatException();
  }

  static RuntimeException unknown(String path, JsonNode value) {
    return Problem.of("the file has a key that this library does not know, at " + path)
        .got(value.toString())
        .fix("load it for predicting alone: Models.loadUncompiled(file)")
        .see("unknown-key")
        .asModelFormatException();
  }
}
