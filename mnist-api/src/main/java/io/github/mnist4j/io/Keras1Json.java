package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.mnist4j.errors.Problem;
import java.util.Map;

/**
 * Rewrites a network's JSON of Keras 1 in the words of Keras 2, and the initializers of Keras 2
 * before 2.3, which wrote how {@code glorot_uniform} comes about and not its name.
 */
final class Keras1Json {
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("nb_filter", "filters"),
          Map.entry("subsample", "strides"),
          Map.entry("border_mode", "padding"),
          Map.entry("output_dim", "units"),
          Map.entry("init", "kernel_initializer"),
          Map.entry("bias", "use_bias"),
          Map.entry("p", "rate"),
          Map.entry("W_regularizer", "kernel_regularizer"),
          Map.entry("b_regularizer", "bias_regularizer"),
          Map.entry("W_constraint", "kernel_constraint"),
          Map.entry("b_constraint", "bias_constraint"),
          Map.entry("input_dtype", "dtype"));

  private static final Map<String, String> FANS =
      Map.of(
          "1.0 fan_avg uniform", "GlorotUniform",
          "1.0 fan_avg normal", "GlorotNormal",
          "2.0 fan_in uniform", "HeUniform",
          "2.0 fan_in normal", "HeNormal",
          "1.0 fan_in uniform", "LecunUniform",
          "1.0 fan_in normal", "LecunNormal");

  private Keras1Json() {}

  /** Returns the same network in newer words; what has them already is left as it is. */
  static JsonNode modern(JsonNode root) {
    JsonNode copy = root.deepCopy();
    JsonNode config = copy.path("config");
    JsonNode layers = config.isArray() ? config : config.path("layers");
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) instanceof ObjectNode layer
          && layer.path("config") instanceof ObjectNode layerConfig) {
        String at = config.isArray() ? "$.config[" + i + "]" : "$.config.layers[" + i + "]";
        if (layer.path("class_name").asText().equals("Convolution2D")) {
          layer.put("class_name", "Conv2D");
        }
        // An Embedding's output_dim has kept its name.
        if (!layer.path("class_name").asText().equals("Embedding")) {
          rewrite(layerConfig, at + ".config");
        }
      }
    }
    return copy;
  }

  private static void rewrite(ObjectNode config, String path) {
    if (config.has("output_dim")) {
      config.remove("input_dim");
    }
    if (config.has("nb_row") && config.has("nb_col") && !config.has("kernel_size")) {
      JsonNode width = config.remove("nb_col");
      config.set(
          "kernel_size",
          KerasTree.MAPPER.createArrayNode().add(config.remove("nb_row")).add(width));
    }
    KEYS.forEach(
        (old, now) -> {
          if (config.has(old) && !config.has(now)) {
            config.set(now, config.remove(old));
          }
        });
    JsonNode ordering = config.remove("dim_ordering");
    if (ordering != null) {
      if (!ordering.asText().equals("tf")) {
        throw Problem.of("the JSON wants images with their channels first, at " + path)
            .expected("\"dim_ordering\": \"tf\"")
            .got("\"dim_ordering\": " + ordering)
            .see("unsupported-value")
            .asModelFormatException();
      }
      config.put("data_format", "channels_last");
    }
    for (String key : new String[] {"kernel_initializer", "bias_initializer"}) {
      if (config.path(key) instanceof ObjectNode initializer) {
        name(initializer);
      }
    }
  }

  /** Names a VarianceScaling that has a name; Keras 3, whose objects have a module, writes it. */
  static void name(ObjectNode initializer) {
    JsonNode config = initializer.path("config");
    String distribution =
        config.path("distribution").asText().replace("truncated_normal", "normal");
    String name =
        FANS.get(
            config.path("scale").asDouble()
                + " "
                + config.path("mode").asText()
                + " "
                + distribution);
    if (name != null
        && !initializer.has("module")
        && initializer.path("class_name").asText().equals("VarianceScaling")) {
      initializer.set("class_name", TextNode.valueOf(name));
      JsonNode seed = config.path("seed");
      ObjectNode rest = initializer.putObject("config");
      if (!seed.isMissingNode()) {
        rest.set("seed", seed);
      }
    }
  }
}
