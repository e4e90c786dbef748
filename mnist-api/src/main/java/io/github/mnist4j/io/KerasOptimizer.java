package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.OptimizerOptions;
import io.github.mnist4j.optimizers.Optimizers;
import java.util.Map;
import java.util.Set;

/**
 * Optimizers in Keras' JSON: what all of them have stands there among the settings of the one, and
 * in our records by itself.
 */
final class KerasOptimizer {
  private static final String OPTIONS = "options";
  private static final String SCHEDULE = "schedule";
  private static final String LEARNING_RATE = "learning_rate";

  /** Keys that this library has not, all of which change nothing where they are unset. */
  private static final Set<String> UNSET =
      Set.of("loss_scale_factor", "decay", "is_legacy_optimizer");

  /** Keys that are unset by 0 and by false, too. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "clipnorm",
          "global_clipnorm",
          "clipvalue",
          "ema_overwrite_frequency",
          "gradient_accumulation_steps");

  /** Keys that say nothing by themselves. */
  private static final Set<String> IDLE = Set.of("name", "jit_compile");

  private KerasOptimizer() {}

  /**
   * Requires that an optimizer can be written.
   *
   * @throws IllegalArgumentException if its schedule is none of Keras'
   */
  static void requireWritable(Optimizer optimizer) {
    if (optimizer.options().schedule() != null) {
      KerasSchedule.requireWritable(optimizer.options().schedule());
    }
  }

  static ObjectNode write(Optimizer optimizer) {
    ObjectNode config = KerasTree.MAPPER.valueToTree(optimizer);
    ObjectNode options = (ObjectNode) config.remove(OPTIONS);
    for (String beta : new String[] {"beta1", "beta2"}) {
      if (config.has(beta)) {
        config.set(beta.replace("beta", "beta_"), config.remove(beta));
      }
    }
    JsonNode schedule = options.remove(SCHEDULE);
    if (!schedule.isNull()) {
      options.set(LEARNING_RATE, schedule);
    }
    config.setAll(options);
    String className = optimizer.getClass().getSimpleName();
    config.put("name", Layers.snakeCase(className));
    return KerasTree.object("keras.optimizers", className, config);
  }

  static Optimizer read(JsonNode node, String path) {
    String name = node.isTextual() ? node.asText() : node.path("class_name").asText("");
    Optimizer prototype = KerasCompile.named(path, () -> Optimizers.named(name));
    if (!node.path("config").isObject()) {
      return prototype;
    }
    ObjectNode merged = KerasTree.MAPPER.valueToTree(prototype);
    ObjectNode options = (ObjectNode) merged.get(OPTIONS);
    for (Map.Entry<String, JsonNode> entry : node.get("config").properties()) {
      String key = entry.getKey().replace("beta_", "beta");
      JsonNode value = entry.getValue();
      if (key.equals(LEARNING_RATE) && value.isObject()) {
        options.set(SCHEDULE, value);
      } else if (options.has(key) && !key.equals(SCHEDULE)) {
        options.set(key, OPTIONAL.contains(key) && unset(value) ? NullNode.getInstance() : value);
      } else if (merged.has(key) && !key.equals(OPTIONS)) {
        merged.set(key, value);
      } else if (UNSET.contains(key) || key.equals("amsgrad")) {
        if (!unset(value)) {
          throw KerasCompile.unsupported(path + ".config." + entry.getKey(), "null", value);
        }
      } else if (!IDLE.contains(key)) {
        throw KerasCompile.unknown(path + ".config." + entry.getKey(), value);
      }
    }
    KerasTree.value(options, OptimizerOptions.class, path + ".config");
    return KerasTree.value(merged, prototype.getClass(), path + ".config");
  }

  private static boolean unset(JsonNode value) {
    return value.isNull()
        || value.isBoolean() && !value.asBoolean()
        || value.isNumber() && value.asDouble() == 0;
  }
}
