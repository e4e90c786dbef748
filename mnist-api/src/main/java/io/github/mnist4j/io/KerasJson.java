package io.github.mnist4j.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.InputLayer;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.tensor.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keras' JSON of a Sequential network: written as Keras 3 does, with the keys that all its versions
 * read; read from Keras 3, 2 and 1.
 */
public final class KerasJson {
  /** Keys around a network that say nothing about its arithmetic. */
  private static final Set<String> AROUND =
      Set.of(
          "module",
          "registered_name",
          "build_config",
          "compile_config",
          "keras_version",
          "backend");

  private KerasJson() {}

  /**
   * What the JSON holds.
   *
   * @param name the network's name
   * @param input the samples' shape, where it is known
   * @param layers the layers, without the input
   * @param frozen the names of those that training leaves as they are
   */
  public record Network(
      String name, @Nullable InputLayer input, List<Layer> layers, Set<String> frozen) {
    /** Copies the collections. */
    public Network {
      layers = List.copyOf(layers);
      frozen = Set.copyOf(frozen);
    }

    /** Makes a network of which nothing is frozen. */
    public Network(String name, @Nullable InputLayer input, List<Layer> layers) {
      this(name, input, layers, Set.of());
    }
  }

  /** Returns a network as JSON, on one line. */
  public static String write(Network network) {
    return tree(network).toString();
  }

  /** Writes a network's JSON to a file; an older one is replaced whole or not at all. */
  public static void write(Path file, Network network) {
    AtomicFile.write(file, partial -> Files.writeString(partial, write(network)));
  }

  static ObjectNode tree(Network network) {
    InputLayer input = network.input();
    if (input != null && network.layers().stream().anyMatch(KerasGraph::branches)) {
      return functional(network, input);
    }
    ObjectNode config = KerasTree.MAPPER.createObjectNode();
    config.put("name", network.name());
    ArrayNode layers = config.putArray("layers");
    Shape shape = null;
    if (network.input() != null) {
      layers.add(KerasTree.write(network.input(), null));
      shape = network.input().shape();
    }
    for (Layer layer : network.layers()) {
      layers.add(KerasTree.write(layer, shape, network.frozen()));
      shape = shape == null ? null : layer.outputShape(shape);
    }
    ObjectNode root = KerasTree.object("keras", "Sequential", config);
    if (network.input() != null) {
      config.set("build_input_shape", KerasTree.batchShape(network.input().shape()));
      root.putObject("build_config")
          .set("input_shape", KerasTree.batchShape(network.input().shape()));
    }
    return root;
  }

  private static ObjectNode functional(Network network, InputLayer input) {
    String name = input.name() == null ? "input_layer" : input.name();
    Set<Integer> frozen = new HashSet<>();
    for (int i = 0; i < network.layers().size(); i++) {
      if (network.frozen().contains(String.valueOf(network.layers().get(i).name()))) {
        frozen.add(i);
      }
    }
    ObjectNode config =
        new KerasGraph(name, input.shape(), network.layers())
            .config(network.name(), KerasTree.write(input, null), frozen);
    ObjectNode root = KerasTree.object("keras.src.models.functional", "Functional", config);
    return root.put("registered_name", "Functional");
  }

  /**
   * Reads a network.
   *
   * @throws ModelFormatException if the text is not JSON, not of a Sequential network, or names
   *     what this library has not
   */
  public static Network read(String json) {
    try {
      return read(KerasTree.MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw Problem.of("the text is no JSON")
          .expected("JSON as Keras' to_json() writes it")
          .got(e.getOriginalMessage())
          .see("model-json")
          .asModelFormatException(e);
    }
  }

  static Network read(JsonNode json) {
    return read(json, null);
  }

  /**
   * Reads a network.
   *
   * @param version the version of Keras that wrote it, where the file around it says so
   */
  static Network read(JsonNode json, @Nullable String version) {
    KerasMeanings.require(json, version);
    JsonNode root = Keras1Json.modern(json);
    String className = root.path("class_name").asText();
    boolean functional = KerasChain.is(className);
    if (!functional && !className.equals("Sequential")) {
      throw Problem.of("the JSON is not of a Sequential network")
          .expected("\"class_name\": \"Sequential\", or \"Functional\" where it is a plain chain")
          .got(
              root.isObject() && root.has("class_name")
                  ? root.get("class_name").toString()
                  : "no class_name")
          .see("model-json")
          .asModelFormatException();
    }
    KerasTree.requireKeys(root, "$", AROUND, Set.of("class_name", "config"));
    JsonNode config = root.path("config");
    JsonNode list = config.isArray() ? config : config.path("layers");
    if (config.isObject()) {
      KerasTree.requireKeys(
          config,
          "$.config",
          functional
              ? Set.of("trainable", "dtype", "input_layers", "output_layers")
              : Set.of("trainable", "dtype", "build_input_shape"),
          Set.of("name", "layers"));
    }
    if (!list.isArray()) {
      throw Problem.of("the JSON has no list of layers")
          .expected("a list at $.config.layers")
          .got(list.isMissingNode() ? "none" : list.getNodeType().toString())
          .see("model-json")
          .asModelFormatException();
    }
    boolean branches = functional && KerasGraph.merges(list);
    if (functional && !branches) {
      KerasChain.require(config, "$.config");
    }
    boolean turned = false;
    if (!branches) {
      JsonNode last = ChannelsFirst.turned(list, "$.config.layers");
      turned = last != list;
      list = last;
    }
    String name = config.path("name").asText("sequential");
    List<Layer> layers = branches ? KerasBranches.read(config, "$.config") : new ArrayList<>();
    Set<String> frozen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode layer = functional ? KerasChain.acting(list.get(i)) : list.get(i);
      if (!branches) {
        layers.add(KerasTree.read(layer, "$.config.layers[" + i + "]"));
      }
      if (KerasTree.isFrozen(layer)) {
        frozen.add(layer.path("config").path("name").asText());
      }
    }
    InputLayer input = null;
    if (!layers.isEmpty() && layers.get(0) instanceof InputLayer first) {
      input = first;
      layers.remove(0);
    } else if (list.path(0).path("config").has("batch_input_shape")) {
      input =
          input(
              list.get(0).get("config").get("batch_input_shape"),
              "$.config.layers[0].config.batch_input_shape");
    } else if (config.path("build_input_shape").isArray()) {
      JsonNode shape = config.get("build_input_shape");
      input = input(turned ? ChannelsFirst.shape(shape) : shape, "$.config.build_input_shape");
    }
    frozen.retainAll(layers.stream().map(layer -> String.valueOf(layer.name())).toList());
    return new Network(name, input, layers, frozen);
  }

  private static InputLayer input(JsonNode shape, String path) {
    return new InputLayer(KerasTree.sampleShape(shape, path), null);
  }
}
