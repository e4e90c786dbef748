package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.layers.Composite;
import io.github.mnist4j.layers.Concat;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Residual;
import io.github.mnist4j.layers.Stack;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Networks that branch, as Keras' functional models have them: {@link Residual} is layers and an
 * {@code Add}, {@link Concat} layers and a {@code Concatenate}. A layer inside of them is called
 * after them, {@code residual_conv2d}.
 */
final class KerasGraph {
  static final String ADD = "Add";
  static final String CONCATENATE = "Concatenate";

  private final List<Node> nodes = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Node input;

  /**
   * A layer of the functional model.
   *
   * @param name its name there
   * @param layer it, or {@code null} for the input and for a merge
   * @param className Keras' class
   * @param before the layers whose outputs it takes
   * @param output its output's shape
   * @param top the place of the layer of the stack that it belongs to
   * @param prefix how the names of its parameters begin there
   */
  record Node(
      String name,
      @Nullable Layer layer,
      String className,
      List<Node> before,
      Shape output,
      int top,
      String prefix) {}

  /** Lays out a network. */
  KerasGraph(String inputName, Shape inputShape, List<Layer> layers) {
    input = new Node(inputName, null, "InputLayer", List.of(), inputShape, -1, "");
    add(input);
    Node flow = input;
    for (int top = 0; top < layers.size(); top++) {
      Layer layer = layers.get(top);
      flow = lay(layer, flow, String.valueOf(layer.name()), top, "");
    }
  }

  /** Returns whether a layer branches, or one inside of it does. */
  static boolean branches(Layer layer) {
    return layer instanceof Residual
        || layer instanceof Concat
        || layer instanceof Composite composite
            && composite.inner().stream().anyMatch(KerasGraph::branches);
  }

  private Node add(Node node) {
    nodes.add(node);
    return node;
  }

  private String free(String name) {
    String free = name;
    while (!names.add(free)) {
      free += "_";
    }
    return free;
  }

  private Node lay(Layer layer, Node before, String name, int top, String prefix) {
    if (layer instanceof Residual residual) {
      Node added = chain(residual.shortcut(), before, name, top, prefix);
      Node made = chain(residual.layers(), before, name, top, prefix);
      return merge(name, ADD, List.of(added, made), made.output, top);
    } else if (layer instanceof Concat concat) {
      List<Node> ends = new ArrayList<>();
      for (Layer branch : concat.branches()) {
        ends.add(chain(List.of(branch), before, name, top, prefix));
      }
      return merge(name, CONCATENATE, ends, concat.outputShape(before.output), top);
    } else if (layer instanceof Stack stack && branches(stack)) {
      return chain(stack.layers(), before, name, top, prefix);
    }
    String free = free(name);
    return add(
        new Node(
            free,
            layer.name(free),
            layer.className(),
            List.of(before),
            layer.outputShape(before.output),
            top,
            prefix));
  }

  private Node chain(List<Layer> layers, Node before, String name, int top, String prefix) {
    Node flow = before;
    for (Layer layer : layers) {
      flow = lay(layer, flow, name + "_" + layer.name(), top, prefix + layer.name() + "/");
    }
    return flow;
  }

  private Node merge(String name, String className, List<Node> before, Shape output, int top) {
    return add(new Node(free(name), null, className, before, output, top, ""));
  }

  /**
   * Returns the layers in the order in which Keras counts them: by their greatest distance from the
   * output, and among equals as they are met from the output backwards.
   */
  List<Node> inOrderOfKeras() {
    Map<Node, Integer> depth = new IdentityHashMap<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      int own = depth.computeIfAbsent(node, n -> 0);
      node.before.forEach(before -> depth.merge(before, own + 1, Math::max));
    }
    Map<Node, Integer> met = new IdentityHashMap<>();
    meet(nodes.get(nodes.size() - 1), met);
    List<Node> ordered = new ArrayList<>(nodes);
    ordered.sort(Comparator.comparing((Node node) -> -depth.get(node)).thenComparing(met::get));
    return ordered;
  }

  private static void meet(Node node, Map<Node, Integer> met) {
    if (met.putIfAbsent(node, met.size()) == null) {
      node.before.forEach(before -> meet(before, met));
    }
  }

  /** Returns the functional model's config. */
  ObjectNode config(String name, ObjectNode inputTree, Set<Integer> frozen) {
    ObjectNode config = KerasTree.MAPPER.createObjectNode().put("name", name);
    ArrayNode layers = config.putArray("layers");
    for (Node node : nodes) {
      ObjectNode tree = node == input ? inputTree : tree(node);
      if (frozen.contains(node.top)) {
        KerasTree.freeze(tree);
      }
      tree.put("name", node.name);
      ArrayNode inbound = tree.putArray("inbound_nodes");
      if (node != input) {
        inbound.add(call(node));
      }
      layers.add(tree);
    }
    history(config.putArray("input_layers"), input);
    history(config.putArray("output_layers"), nodes.get(nodes.size() - 1));
    return config;
  }

  private static ObjectNode tree(Node node) {
    if (node.layer != null) {
      return KerasTree.write(node.layer, node.before.get(0).output);
    }
    ObjectNode config = KerasTree.MAPPER.createObjectNode().put("name", node.name);
    config.put("trainable", true).put("dtype", "float32");
    if (node.className.equals(CONCATENATE)) {
      config.put("axis", -1);
    }
    return KerasTree.object("keras.layers", node.className, config);
  }

  private static ObjectNode call(Node node) {
    ObjectNode call = KerasTree.MAPPER.createObjectNode();
    ArrayNode args = call.putArray("args");
    call.putObject("kwargs");
    ArrayNode tensors = node.layer == null ? args.addArray() : args;
    for (Node before : node.before) {
      ObjectNode tensor = tensors.addObject().put("class_name", "__keras_tensor__");
      ObjectNode config = tensor.putObject("config");
      config.set("shape", KerasTree.batchShape(before.output));
      config.put("dtype", "float32");
      history(config.putArray("keras_history"), before);
    }
    return call;
  }

  private static void history(ArrayNode array, Node node) {
    array.add(node.name).add(0).add(0);
  }

  /** Returns whether JSON is of a functional model with an {@code Add} or {@code Concatenate}. */
  static boolean merges(JsonNode layers) {
    for (JsonNode layer : layers) {
      String className = layer.path("class_name").asText();
      if (className.equals(ADD) || className.equals(CONCATENATE)) {
        return true;
      }
    }
    return false;
  }
}
