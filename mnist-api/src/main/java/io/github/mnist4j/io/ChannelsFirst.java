package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import java.util.Set;

/**
 * Networks of images with their channels first, turned into those of images with their channels
 * last. Keras' weights are the same for both; shapes and axes are others. Where a layer would see
 * its numbers in another order, the network is refused.
 */
final class ChannelsFirst {
  private static final String FORMAT = "data_format";
  private static final String FIRST = "channels_first";

  /** Layers that do the same with images in either order, once their axes are turned. */
  private static final Set<String> OF_IMAGES =
      Set.of(
          "InputLayer",
          "Conv1D",
          "Conv2D",
          "DepthwiseConv2D",
          "SeparableConv2D",
          "Conv2DTranspose",
          "MaxPooling1D",
          "MaxPooling2D",
          "AveragePooling1D",
          "AveragePooling2D",
          "BatchNormalization",
          "GroupNormalization",
          "ZeroPadding2D",
          "Cropping2D",
          "UpSampling2D",
          "SpatialDropout2D",
          "Activation",
          "ReLU",
          "LeakyReLU",
          "ELU",
          "Dropout",
          "GaussianNoise",
          "GaussianDropout",
          "AlphaDropout",
          "Rescaling",
          "ActivityRegularization",
          "Identity");

  /** Layers that make vectors of images, in the same order from either. */
  private static final Set<String> TO_VECTORS =
      Set.of(
          "Flatten",
          "GlobalAveragePooling1D",
          "GlobalAveragePooling2D",
          "GlobalMaxPooling1D",
          "GlobalMaxPooling2D");

  private ChannelsFirst() {}

  /** Returns a list of layers with channels last; itself, where they are already. */
  static JsonNode turned(JsonNode layers, String path) {
    boolean any = false;
    for (JsonNode layer : layers) {
      any |= layer.path("config").path(FORMAT).asText().equals(FIRST);
    }
    if (!any) {
      return layers;
    }
    ArrayNode turned = layers.deepCopy();
    boolean images = true;
    for (int i = 0; i < turned.size() && images; i++) {
      String at = path + "[" + i + "]";
      String className = turned.get(i).path("class_name").asText();
      if (turned.get(i).path("config") instanceof ObjectNode config) {
        images = !TO_VECTORS.contains(className);
        turn(className, config, images, at);
      }
    }
    return turned;
  }

  private static void turn(String className, ObjectNode config, boolean images, String at) {
    if (images && !OF_IMAGES.contains(className)) {
      throw refused(at, "layers that do the same in either order, before Flatten", className);
    }
    JsonNode format = config.get(FORMAT);
    if (format != null) {
      if (!format.asText().equals(FIRST)) {
        throw refused(
            at + ".config." + FORMAT, "\"" + FIRST + "\" in all layers", format.toString());
      }
      config.put(FORMAT, "channels_last");
    } else if (!images) {
      throw refused(at, "a " + className + " of \"" + FIRST + "\"", "none");
    }
    String activation = config.path("activation").asText("");
    if (images && (activation.equals("softmax") || activation.equals("log_softmax"))) {
      throw refused(at + ".config.activation", "a function of one number", activation);
    }
    for (String key : new String[] {"batch_shape", "batch_input_shape"}) {
      if (config.get(key) instanceof ArrayNode shape) {
        config.set(key, shape(shape));
      }
    }
    JsonNode axis = config.get("axis");
    if (axis != null) {
      int number = axis.isArray() && axis.size() == 1 ? axis.get(0).asInt(0) : axis.asInt(0);
      if (number != 1) {
        throw refused(at + ".config.axis", "1, the channels'", axis.toString());
      }
      config.put("axis", -1);
    }
  }

  /** Returns the shape with the axis behind the batch's at the end. */
  static ArrayNode shape(JsonNode shape) {
    ArrayNode turned = KerasTree.MAPPER.createArrayNode();
    for (int i = 0; i < shape.size(); i++) {
      if (i != 1) {
        turned.add(shape.get(i));
      }
    }
    return shape.size() > 1 ? turned.add(shape.get(1)) : turned;
  }

  private static ModelFormatException refused(String at, String expected, String got) {
    return Problem.of("the network has its channels first and cannot be turned, at " + at)
        .expected(expected)
        .got(got)
        .fix("build it in Keras with data_format=\"channels_last\", with the same weights")
        .see("channels-first")
        .asModelFormatException();
  }
}
