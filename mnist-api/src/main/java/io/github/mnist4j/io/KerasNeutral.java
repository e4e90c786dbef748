package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.mnist4j.errors.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Config keys that Keras has and this library has not, each with the value at which it changes
 * nothing.
 */
final class KerasNeutral {
  private static final JsonNode TRUE = BooleanNode.TRUE;
  private static final JsonNode FALSE = BooleanNode.FALSE;
  private static final JsonNode NULL = NullNode.getInstance();
  private static final JsonNode FLOAT32 = TextNode.valueOf("float32");
  private static final JsonNode CHANNELS_LAST = TextNode.valueOf("channels_last");
  private static final JsonNode ONE = IntNode.valueOf(1);
  private static final JsonNode ONE_BY_ONE = KerasTree.MAPPER.createArrayNode().add(1).add(1);

  private static final Map<String, JsonNode> LAYER = keys("trainable", TRUE, "dtype", FLOAT32);
  private static final Map<String, JsonNode> WEIGHTED =
      keys(
          "kernel_regularizer",
          NULL,
          "bias_regularizer",
          NULL,
          "kernel_constraint",
          NULL,
          "bias_constraint",
          NULL);

  private static final Map<String, Map<String, JsonNode>> WRITTEN =
      Map.of(
          "InputLayer", keys("dtype", FLOAT32, "sparse", FALSE),
          "Conv2D",
              with(
                  with(LAYER, WEIGHTED),
                  keys(
                      "data_format",
                      CHANNELS_LAST,
                      "dilation_rate",
                      ONE_BY_ONE,
                      "groups",
                      ONE,
                      "activity_regularizer",
                      NULL)),
          "Dense", with(LAYER, WEIGHTED),
          "MaxPooling2D", with(LAYER, keys("data_format", CHANNELS_LAST)),
          "AveragePooling2D", with(LAYER, keys("data_format", CHANNELS_LAST)),
          "Flatten", with(LAYER, keys("data_format", CHANNELS_LAST)),
          "Dropout", with(LAYER, keys("noise_shape", NULL)));

  /** Keys of some Keras versions, which others refuse. */
  private static final Map<String, JsonNode> READ_ONLY =
      keys(
          "activity_regularizer",
          NULL,
          "quantization_config",
          NULL,
          "ragged",
          FALSE,
          "optional",
          FALSE);

  private KerasNeutral() {}

  private static Map<String, JsonNode> keys(Object... pairs) {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      keys.put((String) pairs[i], (JsonNode) pairs[i + 1]);
    }
    return keys;
  }

  private static Map<String, JsonNode> with(
      Map<String, JsonNode> some, Map<String, JsonNode> more) {
    Map<String, JsonNode> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }

  /** Returns the keys to write for a class of layers. */
  static Map<String, JsonNode> written(String className) {
    return WRITTEN.getOrDefault(className, LAYER);
  }

  /**
   * Requires that a key changes nothing.
   *
   * @throws io.github.mnist4j.errors.ModelFormatException if it is unknown or has another value
   */
  static void require(String className, String key, JsonNode value, String path) {
    if (List.of("batch_input_shape", "input_shape").contains(key)) {
      return;
    }
    JsonNode neutral = written(className).getOrDefault(key, READ_ONLY.get(key));
    if (neutral == null) {
      throw Problem.of("the JSON has a key that this library does not know, at " + path + "." + key)
          .expected("the keys that Keras has for " + className)
          .got("\"" + key + "\": " + value)
          .see("unknown-key")
          .asModelFormatException();
    }
    boolean same =
        neutral.equals(value)
            || key.equals("dtype") && value.path("config").path("name").asText().equals("float32");
    if (!same) {
      throw Problem.of("the JSON wants what this library cannot do, at " + path + "." + key)
          .expected("\"" + key + "\": " + neutral)
          .got("\"" + key + "\": " + value)
          .see("unsupported-value")
          .asModelFormatException();
    }
  }
}
