package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that real Keras has, by section; made by {@code golden/keras_names.py}. */
final class KerasNames {
  /**
   * A name of Keras.
   *
   * @param is the name of the same thing that Keras itself uses
   * @param arguments those of a class
   */
  record Name(String name, String is, List<Argument> arguments) {}

  /**
   * An argument of a class.
   *
   * @param standard its default; {@code null} in the JSON is a default, too
   */
  record Argument(String name, boolean required, JsonNode standard) {}

  private KerasNames() {}

  static Map<String, List<Name>> sections() {
    JsonNode file;
    try {
      file = KerasTree.MAPPER.readTree(Golden.text("keras_names.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, List<Name>> sections = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> section : file.properties()) {
      if (section.getValue().isArray()) {
        List<Name> names = new ArrayList<>();
        section.getValue().forEach(node -> names.add(name(node)));
        sections.put(section.getKey(), names);
      }
    }
    return sections;
  }

  private static Name name(JsonNode node) {
    List<Argument> arguments = new ArrayList<>();
    for (JsonNode each : node.path("arguments")) {
      arguments.add(
          new Argument(each.required("name").asText(), each.has("required"), each.get("default")));
    }
    String name = node.required("name").asText();
    return new Name(name, node.path("is").asText(name), arguments);
  }
}
