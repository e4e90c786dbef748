package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.layers.Layer;
import java.util.List;
import java.util.Set;

/**
 * A Sequential network's JSON as Keras 2 writes it: what {@link KerasJson} writes, without Keras
 * 3's keys. Keras 2's HDF5 files and TF.js have it, too; Keras 3 reads it only there.
 */
final class Keras2Json {
  /** The last version whose files these are; TF.js' converter insists on a 2 in front. */
  static final String KERAS_VERSION = "2.15.0";

  /** What an object has in Keras 3 only. */
  private static final List<String> KERAS_3 = List.of("module", "registered_name", "build_config");

  private Keras2Json() {}

  /** Returns {@code {class_name, config, keras_version, backend}}. */
  static ObjectNode tree(KerasJson.Network network) {
    ObjectNode root = KerasTree.MAPPER.createObjectNode();
    root.put("class_name", "Sequential");
    ObjectNode config = root.putObject("config").put("name", network.name());
    ArrayNode layers = config.putArray("layers");
    if (network.input() != null) {
      layers.add(layer(network.input(), network.frozen()));
    }
    for (Layer layer : network.layers()) {
      layers.add(layer(layer, network.frozen()));
    }
    return root.put("keras_version", KERAS_VERSION).put("backend", "tensorflow");
  }

  private static ObjectNode layer(Layer layer, Set<String> frozen) {
    ObjectNode object = KerasTree.write(layer, null, frozen);
    plain(object);
    ObjectNode config = (ObjectNode) object.get("config");
    JsonNode shape = config.remove("batch_shape");
    if (shape != null) {
      config.set("batch_input_shape", shape);
    }
    return object;
  }

  /** Takes Keras 3's keys from an object and from those in it. */
  static void plain(JsonNode node) {
    if (node.has("class_name")) {
      ObjectNode object = (ObjectNode) node;
      object.remove(KERAS_3);
      if (object.path("class_name").asText().equals("OrthogonalInitializer")) {
        object.put("class_name", "Orthogonal");
      }
    }
    node.forEach(Keras2Json::plain);
  }
}
