package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.mnist4j.errors.Problem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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

  private static final Map<String, JsonNode> LAYER = keys("trainable", TRUE, "dtype", FLOAT32);
  private static final Map<String, JsonNode> IMAGES =
      with(LAYER, keys("data_format", CHANNELS_LAST));

  private static final Map<String, Map<String, JsonNode>> WRITTEN = new HashMap<>();

  static {
    put(keys("dtype", FLOAT32, "sparse", FALSE), "InputLayer");
    put(
        IMAGES,
        "Conv1D",
        "Conv2D",
        "Conv2DTranspose",
        "DepthwiseConv2D",
        "SeparableConv2D",
        "MaxPooling1D",
        "MaxPooling2D",
        "AveragePooling1D",
        "AveragePooling2D",
        "GlobalAveragePooling1D",
        "GlobalAveragePooling2D",
        "GlobalMaxPooling1D",
        "GlobalMaxPooling2D",
        "ZeroPadding2D",
        "Cropping2D",
        "UpSampling2D",
        "RandomTranslation",
        "RandomRotation",
        "RandomZoom",
        "RandomShear",
        "RandomBrightness",
        "RandomContrast",
        "Flatten");
    // Keras' own class takes no "trainable".
    put(keys("dtype", FLOAT32, "data_format", CHANNELS_LAST), "SpatialDropout2D");
    put(with(LAYER, keys("noise_shape", NULL)), "Dropout", "AlphaDropout");
    put(
        with(
            LAYER,
            keys(
                "recurrent_dropout",
                DoubleNode.valueOf(0),
                "return_state",
                FALSE,
                "stateful",
                FALSE,
                "unroll",
                FALSE)),
        "SimpleRNN",
        "LSTM",
        "GRU");
    put(with(LAYER, keys("mask_zero", FALSE)), "Embedding");
  }

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
          FALSE,
          "trainable",
          TRUE,
          "output_padding",
          NULL,
          "synchronized",
          FALSE,
          "renorm",
          FALSE,
          "renorm_clipping",
          NULL,
          "renorm_momentum",
          DoubleNode.valueOf(0.99),
          "rms_scaling",
          FALSE);

  /** Keys that say nothing: shapes are elsewhere, and there are no masks. */
  private static final Set<String> IDLE =
      Set.of("batch_input_shape", "input_shape", "zero_output_for_mask");

  private KerasNeutral() {}

  private static void put(Map<String, JsonNode> keys, String... classNames) {
    for (String className : classNames) {
      WRITTEN.put(className, keys);
    }
  }

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
    if (IDLE.contains(key)) {
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
            || neutral.isNumber() && value.isNumber() && neutral.asDouble() == value.asDouble()
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
