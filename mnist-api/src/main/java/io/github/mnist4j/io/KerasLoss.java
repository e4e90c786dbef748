package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.losses.CustomLoss;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import java.util.List;
import java.util.Map;

/** A loss as Keras' files have it: a name, or {@code class_name} and {@code config}. */
final class KerasLoss {
  private KerasLoss() {}

  /**
   * Requires that a loss can be written.
   *
   * @throws IllegalArgumentException if it is code
   */
  static void requireWritable(Loss loss) {
    if (loss instanceof CustomLoss) {
      throw Problem.of("the loss '" + loss.name() + "' cannot be written to a file")
          .expected("one of Keras' losses: a loss of your own is code")
          .got("Losses.custom(\"" + loss.name() + "\", …)")
          .fix("save the weights alone, or compile with another loss before saving")
          .see("loss-not-written")
          .asIllegalArgument();
    }
  }

  static ObjectNode write(Loss loss) {
    ObjectNode config = KerasTree.MAPPER.createObjectNode();
    config.put("name", loss.name()).put("reduction", "sum_over_batch_size");
    config.setAll(tree(loss));
    return KerasTree.object("keras.losses", loss.getClass().getSimpleName(), config);
  }

  /** Returns the settings under Keras' names. */
  static ObjectNode tree(Loss loss) {
    ObjectNode tree = KerasTree.MAPPER.valueToTree(loss);
    if (tree.has("logits")) {
      tree.set("from_logits", tree.remove("logits"));
    }
    return tree;
  }

  static Loss read(JsonNode node, String path) {
    String name = node.isTextual() ? node.asText() : node.path("class_name").asText("");
    Loss prototype = KerasCompile.named(path, () -> Losses.named(name));
    ObjectNode merged = tree(prototype);
    for (Map.Entry<String, JsonNode> entry : node.path("config").properties()) {
      String at = path + ".config." + entry.getKey();
      JsonNode value = entry.getValue();
      if (merged.has(entry.getKey())) {
        merged.set(entry.getKey(), value);
        continue;
      }
      switch (entry.getKey()) {
        case "reduction" -> requireOneOf(at, value, "sum_over_batch_size", "mean", "auto");
        case "label_smoothing" -> requireOneOf(at, value, "0.0", "0");
        case "axis" -> requireOneOf(at, value, "-1");
        case "ignore_class" -> requireOneOf(at, value, "null");
        case "dtype" -> requireOneOf(at, value, "float32", "null");
        case "name", "fn" -> {}
        default -> throw KerasCompile.unknown(at, value);
      }
    }
    return made(prototype, merged, path + ".config");
  }

  /** Returns a loss of a type with settings under Keras' names. */
  static Loss made(Loss prototype, ObjectNode tree, String path) {
    if (tree.has("from_logits")) {
      tree.set("logits", tree.remove("from_logits"));
    }
    return KerasTree.value(tree, prototype.getClass(), path);
  }

  static void requireOneOf(String path, JsonNode value, String... accepted) {
    if (!List.of(accepted).contains(value.asText())) {
      throw KerasCompile.unsupported(path, String.join(" or ", accepted), value);
    }
  }
}
