package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Functional models of Keras that are a plain chain: one input, each layer called once, on what the
 * layer before it made, and the last layer's output as the only one. Such a model is a stack.
 *
 * <p>Keras 3 writes a layer's call as {@code {"args": [tensor], "kwargs": {…}}} with a history
 * {@code [layer, 0, 0]} in the tensor, Keras 2 as {@code [[layer, 0, 0, {…}]]}.
 */
final class KerasChain {
  private static final Set<String> CLASSES = Set.of("Functional", "Model");

  private KerasChain() {}

  /** Returns whether a class of Keras is one of functional models. */
  static boolean is(String className) {
    return CLASSES.contains(className);
  }

  /**
   * Requires that a functional model is a plain chain, in the order of its list of layers.
   *
   * @throws ModelFormatException if it is not; the message says where it branches
   */
  static void require(JsonNode config, String path) {
    JsonNode layers = config.path("layers");
    String before = "";
    for (int i = 0; i < layers.size(); i++) {
      JsonNode layer = layers.get(i);
      String at = path + ".layers[" + i + "]";
      String name = name(layer);
      JsonNode calls = layer.path("inbound_nodes");
      if (i == 0) {
        if (!layer.path("class_name").asText().equals("InputLayer") || !calls.isEmpty()) {
          throw branches(at, "an InputLayer", name);
        }
      } else if (calls.size() != 1) {
        throw branches(at, "'" + name + "' called once", calls.size() + " calls");
      } else {
        requireCall(calls.get(0), before, name, at + ".inbound_nodes[0]");
      }
      before = name;
    }
    requireEnd(
        config.path("input_layers"),
        layers.isEmpty() ? "" : name(layers.get(0)),
        path + ".input_layers");
    requireEnd(config.path("output_layers"), before, path + ".output_layers");
  }

  /** Returns the names of the layers that a layer, called once, takes the outputs of. */
  static List<String> inbound(JsonNode layer, String at) {
    JsonNode calls = layer.path("inbound_nodes");
    List<String> before = new ArrayList<>();
    if (calls.isEmpty()) {
      return before;
    }
    JsonNode call = calls.get(0);
    List<JsonNode> histories = new ArrayList<>();
    if (call.isObject()) {
      JsonNode first = call.path("args").path(0);
      for (JsonNode tensor : first.isArray() ? first : call.path("args")) {
        histories.add(tensor.path("config").path("keras_history"));
      }
      requireIdle(call.path("kwargs"), at);
    } else {
      call.forEach(histories::add);
      histories.forEach(history -> requireIdle(history.path(3), at));
    }
    for (JsonNode history : histories) {
      before.add(history.path(0).asText(""));
      if (!is(history, before.get(before.size() - 1))) {
        throw branches(at, "layers of one output, called once", call.toString());
      }
    }
    if (calls.size() != 1) {
      throw branches(at, "'" + name(layer) + "' called once", calls.size() + " calls");
    }
    return before;
  }

  private static void requireIdle(JsonNode arguments, String at) {
    for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
      boolean idle =
          argument.getValue().isNull()
              || argument.getKey().equals("training") && !argument.getValue().asBoolean(true);
      if (!idle) {
        throw branches(at, "no arguments but the layer before", argument.toString());
      }
    }
  }

  static String name(JsonNode layer) {
    return layer.path("config").path("name").asText(layer.path("name").asText(""));
  }

  private static void requireCall(JsonNode call, String before, String name, String at) {
    JsonNode history = null;
    JsonNode arguments = null;
    if (call.isObject() && call.path("args").size() == 1) {
      history = call.get("args").get(0).path("config").path("keras_history");
      arguments = call.path("kwargs");
    } else if (call.isArray() && call.size() == 1) {
      history = call.get(0);
      arguments = call.get(0).path(3);
    }
    if (history == null || !is(history, before)) {
      throw branches(
          at, "'" + name + "' called on the output of '" + before + "' alone", call.toString());
    }
    requireIdle(arguments, at);
  }

  private static boolean is(JsonNode history, String layer) {
    return history.path(0).asText("").equals(layer)
        && history.path(1).asInt(-1) == 0
        && history.path(2).asInt(-1) == 0;
  }

  private static void requireEnd(JsonNode ends, String layer, String at) {
    JsonNode end = ends.size() == 1 ? ends.get(0) : ends;
    if (!is(end, layer)) {
      throw branches(at, "'" + layer + "' alone", ends.toString());
    }
  }

  /**
   * Returns a layer's config as it acts: one that was called with {@code training=False} does not
   * act as in training, ever, which for {@code Dropout} is a rate of zero.
   */
  static JsonNode acting(JsonNode layer) {
    JsonNode call = layer.path("inbound_nodes").path(0);
    JsonNode training =
        call.isObject()
            ? call.path("kwargs").path("training")
            : call.path(0).path(3).path("training");
    if (training.isBoolean() && layer.path("class_name").asText().equals("Dropout")) {
      ObjectNode copy = layer.deepCopy();
      if (copy.path("config") instanceof ObjectNode config) {
        config.put("rate", 0.0);
      }
      return copy;
    }
    return layer;
  }

  static ModelFormatException branches(String at, String expected, String got) {
    return Problem.of("the functional model is no stack of layers, at " + at)
        .expected(expected)
        .got(got.length() > 200 ? got.substring(0, 200) + "…" : got)
        .fix(
            "build the model as a Sequential in Keras, if it is one; branches are read that meet in an Add or a Concatenate")
        .see("functional-model")
        .asModelFormatException();
  }
}
