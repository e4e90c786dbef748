package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.Bidirectional;
import io.github.mnist4j.layers.Composite;
import io.github.mnist4j.layers.Concat;
import io.github.mnist4j.layers.InputLayer;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Recurrent;
import io.github.mnist4j.layers.Residual;
import io.github.mnist4j.layers.Stack;
import io.github.mnist4j.layers.TimeDistributed;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Layers that are made of layers, in Keras' JSON. */
final class KerasComposites {
  /** Where the layers are that Keras has not as classes; a built network has none of them. */
  private static final String OWN = "mnist4j.layers";

  private static final Set<String> AROUND =
      Set.of("name", "trainable", "dtype", "build_input_shape");

  private KerasComposites() {}

  static ObjectNode write(Composite layer, @Nullable Shape input) {
    ObjectNode config = KerasTree.MAPPER.createObjectNode().put("name", layer.name());
    config.put("trainable", true).put("dtype", "float32");
    if (layer instanceof Stack stack) {
      write(stack, config, input);
      return KerasTree.object("keras", layer.className(), config);
    } else if (layer instanceof Residual residual) {
      list(config.putArray("layers"), residual.layers(), input);
      list(config.putArray("shortcut"), residual.shortcut(), input);
      return KerasTree.object(OWN, layer.className(), config);
    } else if (layer instanceof Concat concat) {
      ArrayNode branches = config.putArray("branches");
      concat.branches().forEach(branch -> branches.add(KerasTree.write(branch, input)));
      return KerasTree.object(OWN, layer.className(), config);
    } else if (layer instanceof TimeDistributed distributed) {
      Shape step = input == null ? null : input.withoutFirst();
      config.set("layer", KerasTree.write(distributed.layer(), step));
    } else if (layer instanceof Bidirectional bidirectional) {
      config.put("merge_mode", bidirectional.mergeMode().name().toLowerCase(Locale.ROOT));
      config.set("layer", KerasTree.write(bidirectional.layer(), input));
      config.set("backward_layer", KerasTree.write(bidirectional.backwardLayer(), input));
    }
    return KerasTree.object("keras.layers", layer.className(), config);
  }

  private static void write(Stack stack, ObjectNode config, @Nullable Shape input) {
    ArrayNode layers = config.putArray("layers");
    if (input != null) {
      layers.add(KerasTree.write(new InputLayer(input, null), null));
      config.set("build_input_shape", KerasTree.batchShape(input));
    }
    list(layers, stack.layers(), input);
  }

  private static void list(ArrayNode array, List<Layer> layers, @Nullable Shape input) {
    Shape shape = input;
    for (Layer layer : layers) {
      array.add(KerasTree.write(layer, shape));
      shape = shape == null ? null : layer.outputShape(shape);
    }
  }

  private static List<JsonNode> inside(JsonNode config) {
    List<JsonNode> inside = new ArrayList<>();
    for (String key : List.of("layers", "shortcut", "branches")) {
      config.path(key).forEach(inside::add);
    }
    for (String key : List.of("layer", "backward_layer")) {
      if (config.path(key).isObject()) {
        inside.add(config.get(key));
      }
    }
    inside.removeIf(layer -> layer.path("class_name").asText().equals("InputLayer"));
    return inside;
  }

  /** Returns whether all layers inside of one are frozen, of which there is one. */
  static boolean isFrozen(JsonNode config) {
    List<JsonNode> inside = inside(config);
    return !inside.isEmpty() && inside.stream().allMatch(KerasTree::isFrozen);
  }

  /** Some frozen layers inside of one that is not would be trained. */
  private static void requireAllOrNone(JsonNode config, String path) {
    boolean whole = !config.path("trainable").asBoolean(true) || isFrozen(config);
    if (!whole && inside(config).stream().anyMatch(KerasTree::isFrozen)) {
      throw Problem.of("some of the layers inside of a layer are frozen, at " + path)
          .expected("all of them, or none")
          .got("some")
          .fix("freeze the whole layer in Keras, or put its layers into the outer model")
          .see("unsupported-value")
          .asModelFormatException();
    }
  }

  /** Reads a layer of one of these classes. */
  static Layer read(String className, JsonNode config, String path) {
    requireAllOrNone(config, path);
    JsonNode named = config.path("name");
    String name = named.isTextual() && !named.asText().isBlank() ? named.asText() : null;
    try {
      return switch (className) {
        case "Sequential" -> {
          requireKeys(config, path, "layers");
          yield new Stack(list(config.path("layers"), path + ".layers"), name);
        }
        case "Residual" -> {
          requireKeys(config, path, "layers", "shortcut");
          yield new Residual(
              list(config.path("layers"), path + ".layers"),
              list(config.path("shortcut"), path + ".shortcut"),
              name);
        }
        case "Concat" -> {
          requireKeys(config, path, "branches");
          yield new Concat(list(config.path("branches"), path + ".branches"), name);
        }
        case "TimeDistributed" -> {
          requireKeys(config, path, "layer");
          yield new TimeDistributed(KerasTree.read(config.path("layer"), path + ".layer"), name);
        }
        default -> bidirectional(config, path, name);
      };
    } catch (IllegalArgumentException e) {
      throw Problem.of("a layer cannot be read, at " + path)
          .got(String.valueOf(e.getMessage()))
          .see("model-json")
          .asModelFormatException(e);
    }
  }

  private static Layer bidirectional(JsonNode config, String path, @Nullable String name) {
    requireKeys(config, path, "layer", "backward_layer", "merge_mode");
    JsonNode backward = config.path("backward_layer");
    return new Bidirectional(
        recurrent(config.path("layer"), path + ".layer"),
        Bidirectional.Merge.valueOf(
            config.path("merge_mode").asText("concat").toUpperCase(Locale.ROOT)),
        backward.isObject() ? recurrent(backward, path + ".backward_layer") : null,
        name);
  }

  private static Recurrent recurrent(JsonNode node, String path) {
    if (KerasTree.read(node, path) instanceof Recurrent layer) {
      return layer;
    }
    throw new IllegalArgumentException("Bidirectional takes SimpleRNN, LSTM and GRU, at " + path);
  }

  private static List<Layer> list(JsonNode nodes, String path) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Layer layer = KerasTree.read(nodes.get(i), path + "[" + i + "]");
      if (!(layer instanceof InputLayer && i == 0)) {
        layers.add(layer);
      }
    }
    return layers;
  }

  private static void requireKeys(JsonNode config, String path, String... read) {
    for (Map.Entry<String, JsonNode> entry : config.properties()) {
      if (entry.getKey().equals("zero_output_for_mask") || entry.getKey().equals("name")) {
        continue;
      }
      if (!Set.of(read).contains(entry.getKey()) && !AROUND.contains(entry.getKey())) {
        throw Problem.of("the JSON has a key that this library does not know, at " + path)
            .expected("one of " + String.join(", ", read))
            .got(entry.getKey())
            .see("unknown-key")
            .asModelFormatException();
      }
    }
  }
}
