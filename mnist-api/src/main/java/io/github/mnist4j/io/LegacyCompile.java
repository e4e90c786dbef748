package io.github.mnist4j.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.Problem;
import org.jspecify.annotations.Nullable;

/** A {@code training_config}: what {@code compile_config} says, in the words of Keras 1 and 2. */
final class LegacyCompile {
  private LegacyCompile() {}

  /** Returns a training_config that Keras 2 and 3 read. */
  static ObjectNode write(KerasCompile compile) {
    ObjectNode root = compile.write();
    Keras2Json.plain(root);
    root.set("optimizer_config", root.remove("optimizer"));
    root.putNull("weighted_metrics").putNull("loss_weights");
    return root;
  }

  /**
   * Returns what a training_config says, or {@code null} where it says nothing.
   *
   * @throws io.github.mnist4j.errors.ModelFormatException if it says what this library has not
   */
  static @Nullable KerasCompile read(@Nullable String json, String file) {
    if (json == null) {
      return null;
    }
    try {
      JsonNode root = KerasTree.MAPPER.readTree(json);
      if (root instanceof ObjectNode object) {
        modernize(object);
      }
      return KerasCompile.read(root, "$.training_config");
    } catch (JsonProcessingException e) {
      throw Problem.of(file + " has a training_config that is no JSON")
          .got(e.getOriginalMessage())
          .fix("load it for predicting alone: Models.loadUncompiled(file)")
          .see("unsupported-compile")
          .asModelFormatException(e);
    }
  }

  private static void modernize(ObjectNode root) {
    if (root.has("optimizer_config")) {
      root.set("optimizer", root.remove("optimizer_config"));
    }
    for (String key : new String[] {"sample_weight_mode", "optimizer"}) {
      if (root.path(key).isNull()) {
        root.remove(key);
      }
    }
    if (root.path("loss").isArray() && root.get("loss").size() == 1) {
      root.set("loss", root.get("loss").get(0));
    }
    if (root.path("optimizer") instanceof ObjectNode optimizer) {
      String name = optimizer.path("class_name").asText();
      optimizer.put("class_name", name.substring(name.lastIndexOf('>') + 1)); // Custom>Adam
    }
    if (root.path("optimizer").path("config") instanceof ObjectNode config) {
      if (config.has("lr") && !config.has("learning_rate")) {
        config.set("learning_rate", config.remove("lr"));
      }
      if (config.path("epsilon").isNull()) {
        config.remove("epsilon"); // the backend's, 1e-7
      }
    }
  }
}
