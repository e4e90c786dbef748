package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The objects in a layer's config, such as initializers: a record's components are its config keys.
 *
 * @param module Keras' module that has the classes
 * @param named finds one with Keras' defaults by its class' name, or by its short one
 * @param classNames what files call a record that Keras' versions do not agree upon
 * @param unset keys of newer versions, which are read where they are {@code null}
 * @param idle keys that say nothing here
 */
record KerasObjects<T>(
    String module,
    Function<String, T> named,
    Map<String, String> classNames,
    Set<String> unset,
    Set<String> idle) {
  /** Reads and writes an object's own components, without the object around them. */
  private static final JsonMapper PLAIN =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY) // one axis
          .enable(SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(new KerasEnums())
          .build();

  ObjectNode write(T value) {
    String name = value.getClass().getSimpleName();
    return KerasTree.object(
        module, classNames.getOrDefault(name, name), PLAIN.<ObjectNode>valueToTree(value));
  }

  /** Reads an object, or a name alone, which stands for Keras' defaults. */
  @SuppressWarnings("unchecked")
  T read(JsonNode node) throws IOException {
    if (node.isTextual()) {
      return named.apply(node.asText());
    }
    T prototype = named.apply(node.path("class_name").asText());
    ObjectNode merged = PLAIN.valueToTree(prototype);
    for (Map.Entry<String, JsonNode> entry : node.path("config").properties()) {
      String key = entry.getKey();
      if (merged.has(key)) {
        merged.set(key, entry.getValue());
      } else if (unset.contains(key)) {
        if (!entry.getValue().isNull()) {
          throw new IllegalArgumentException(
              "expected \"" + key + "\": null, got " + entry.getValue());
        }
      } else if (!idle.contains(key)) {
        throw new IllegalArgumentException("unknown key \"" + key + "\" in " + node);
      }
    }
    return (T) PLAIN.treeToValue(merged, prototype.getClass());
  }
}
