package io.github.mnist4j.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.Composite;
import io.github.mnist4j.layers.InputLayer;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.layers.Normalization;
import io.github.mnist4j.tensor.Shape;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keras' objects as trees, {@code class_name} and {@code config}: a record's components are its
 * config keys in snake case. What Keras has beyond a record's components is in {@link
 * KerasNeutral}: written with the value that changes nothing, read only with that value.
 */
final class KerasTree {
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxDocumentLength(64L << 20)
                          .build())
                  .build())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(new KerasEnums())
          .addModule(new KerasValues())
          .build();

  private static final Set<String> LENGTHS =
      Set.of("pool_size", "kernel_size", "strides", "dilation_rate");

  private KerasTree() {}

  /** Returns {@code {module, class_name, config, registered_name}}. */
  static ObjectNode object(String module, String className, ObjectNode config) {
    ObjectNode object = MAPPER.createObjectNode();
    object.put("module", module).put("class_name", className);
    object.set("config", config);
    object.putNull("registered_name");
    return object;
  }

  /** Returns a layer's tree; with its input's shape where that is known. */
  static ObjectNode write(Layer layer, @Nullable Shape input) {
    if (layer instanceof Composite composite) {
      ObjectNode object = KerasComposites.write(composite, input);
      if (input != null) {
        object.putObject("build_config").set("input_shape", batchShape(input));
      }
      return object;
    }
    ObjectNode config = MAPPER.createObjectNode();
    if (layer instanceof InputLayer inputLayer) {
      config.set("batch_shape", batchShape(inputLayer.shape()));
      config.put("name", inputLayer.name() == null ? "input_layer" : inputLayer.name());
    } else {
      config.setAll((ObjectNode) MAPPER.valueToTree(layer));
    }
    if (layer instanceof Normalization normalization) {
      KerasNormalization.shape(normalization, input, config);
    }
    KerasNeutral.written(layer.className()).forEach(config::set);
    ObjectNode object = object("keras.layers", layer.className(), config);
    if (input != null) {
      object.putObject("build_config").set("input_shape", batchShape(input));
    }
    return object;
  }

  /**
   * Returns a layer's tree, which says that it is frozen where its name is among these, and Keras
   * takes that.
   */
  static ObjectNode write(Layer layer, @Nullable Shape input, Set<String> frozen) {
    ObjectNode tree = write(layer, input);
    boolean takes = KerasNeutral.written(layer.className()).containsKey("trainable");
    if (takes && layer.name() != null && frozen.contains(layer.name())) {
      freeze(tree);
    }
    return tree;
  }

  /** Says of a layer and of those inside of it that they are frozen: Keras asks each of them. */
  static void freeze(JsonNode tree) {
    if (tree.path("config") instanceof ObjectNode config && config.has("trainable")) {
      config.put("trainable", false);
    }
    tree.forEach(KerasTree::freeze);
  }

  /** Returns whether a layer that has a name is frozen. */
  static boolean isFrozen(JsonNode layer) {
    JsonNode config = layer.path("config");
    return !config.path("name").asText("").isBlank()
        && (!config.path("trainable").asBoolean(true) || KerasComposites.isFrozen(config));
  }

  /** Reads a layer; errors say where in the text. */
  static Layer read(JsonNode node, String path) {
    String className = node.path("class_name").asText("");
    Layers.Type type = Layers.TYPES.get(className);
    if (type == null) {
      throw Problem.of("the JSON has a layer that this library has not, at " + path)
          .expected("one of " + String.join(", ", Layers.TYPES.keySet()))
          .got(className.isEmpty() ? "no class_name" : className)
          .see("unknown-layer")
          .asModelFormatException();
    }
    requireKeys(
        node,
        path,
        Set.of(
            "module", "registered_name", "build_config", "compile_config", "inbound_nodes", "name"),
        Set.of("class_name", "config"));
    JsonNode config = node.path("config");
    if (!config.isObject()) {
      throw Problem.of("a layer has no config, at " + path)
          .see("model-json")
          .asModelFormatException();
    }
    if (type.prototype() instanceof Composite) {
      return KerasComposites.read(className, config, path + ".config");
    }
    return className.equals("InputLayer")
        ? readInput((ObjectNode) config, path + ".config")
        : readConfig((ObjectNode) config, type, path + ".config");
  }

  private static Layer readConfig(ObjectNode config, Layers.Type type, String path) {
    ObjectNode merged = MAPPER.valueToTree(type.prototype());
    Set<String> known = Set.copyOf(names(merged));
    for (Map.Entry<String, JsonNode> entry : config.properties()) {
      boolean statistics =
          type.prototype() instanceof Normalization
              && KerasNormalization.STATISTICS.contains(entry.getKey());
      if (statistics) {
        merged.set(entry.getKey(), KerasNormalization.row(entry.getValue()));
      } else if (known.contains(entry.getKey())) {
        JsonNode value = length(entry, merged.get(entry.getKey()));
        merged.set(entry.getKey(), KerasRanges.meant(type.prototype(), entry.getKey(), value));
      } else if (!entry.getKey().equals("trainable") || !entry.getValue().isBoolean()) {
        KerasNeutral.require(type.prototype().className(), entry.getKey(), entry.getValue(), path);
      }
    }
    for (String required : type.required()) {
      if (!config.has(required)) {
        throw Problem.of(
                "a " + type.prototype().className() + " lacks its " + required + ", at " + path)
            .expected("the key \"" + required + "\"")
            .got("only " + String.join(", ", names(config)))
            .see("model-json")
            .asModelFormatException();
      }
    }
    return value(merged, type.prototype().getClass(), path);
  }

  /** Over steps, Keras writes a window as a list of one number. */
  private static JsonNode length(Map.Entry<String, JsonNode> entry, JsonNode prototype) {
    JsonNode value = entry.getValue();
    boolean length = LENGTHS.contains(entry.getKey()) && prototype.isInt();
    return length && value.isArray() && value.size() == 1 ? value.get(0) : value;
  }

  /** Returns a record of a tree of its components; errors say where in the text. */
  static <T> T value(ObjectNode tree, Class<? extends T> type, String path) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonMappingException e) {
      throw misfit(e, path);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw Problem.of("a value cannot be read, at " + path)
          .got(e.getOriginalMessage())
          .see("model-json")
          .asModelFormatException(e);
    }
  }

  private static ModelFormatException misfit(JsonMappingException e, String path) {
    StringBuilder where = new StringBuilder(path);
    for (JsonMappingException.Reference reference : e.getPath()) {
      where.append('.').append(reference.getFieldName());
    }
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String said =
        cause instanceof JsonMappingException mapping
            ? mapping.getOriginalMessage()
            : cause.getMessage();
    return Problem.of("a layer cannot be read, at " + where)
        .got(String.valueOf(said))
        .see("model-json")
        .asModelFormatException(e);
  }

  private static Layer readInput(ObjectNode config, String path) {
    String key = config.has("batch_input_shape") ? "batch_input_shape" : "batch_shape";
    for (Map.Entry<String, JsonNode> entry : config.properties()) {
      if (!entry.getKey().equals(key) && !entry.getKey().equals("name")) {
        KerasNeutral.require("InputLayer", entry.getKey(), entry.getValue(), path);
      }
    }
    Shape shape = sampleShape(config.path(key), path + "." + key);
    String name = config.path("name").asText(null);
    return new InputLayer(shape, name == null || name.isBlank() ? null : name);
  }

  /** Returns {@code [null, 28, 28, 1]}. */
  static ArrayNode batchShape(Shape shape) {
    ArrayNode array = MAPPER.createArrayNode().addNull();
    for (int dim : shape.toArray()) {
      array.add(dim);
    }
    return array;
  }

  /** Returns the shape behind the batch's axis; every size must be known. */
  static Shape sampleShape(JsonNode node, String path) {
    boolean good = node.isArray() && node.size() > 0 && node.size() <= 32;
    int[] dims = new int[good ? node.size() - 1 : 0];
    for (int i = 0; good && i < dims.length; i++) {
      good = node.get(i + 1).isInt() && node.get(i + 1).asInt() > 0;
      dims[i] = node.get(i + 1).asInt();
    }
    if (!good) {
      throw Problem.of("the JSON has no shape of samples, at " + path)
          .expected("a list such as [null, 28, 28, 1], every size known but the first")
          .got(node.isMissingNode() ? "none" : node.toString())
          .see("model-json")
          .asModelFormatException();
    }
    try {
      return Shape.of(dims);
    } catch (IllegalArgumentException e) {
      throw Problem.of("the JSON has an impossible shape, at " + path)
          .got(String.valueOf(e.getMessage()))
          .see("model-json")
          .asModelFormatException(e);
    }
  }

  /** Requires an object of these keys only. */
  static void requireKeys(JsonNode node, String path, Set<String> ignored, Set<String> read) {
    for (String name : names(node)) {
      if (!ignored.contains(name) && !read.contains(name)) {
        throw Problem.of("the JSON has a key that this library does not know, at " + path)
            .expected("one of " + String.join(", ", new java.util.TreeSet<>(read)))
            .got(name)
            .see("unknown-key")
            .asModelFormatException();
      }
    }
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new java.util.LinkedHashSet<>();
    for (Iterator<String> it = node.fieldNames(); it.hasNext(); ) {
      names.add(it.next());
    }
    return names;
  }
}
