package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.layers.Concat;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.layers.Residual;
import io.github.mnist4j.layers.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a functional model that branches as a stack of layers: from its output backwards, each
 * {@code Add} and {@code Concatenate} with all between it and the layer where its branches part.
 */
final class KerasBranches {
  /**
   * A layer as the JSON has it.
   *
   * @param before the names of the layers whose outputs it takes
   */
  private record Node(JsonNode json, String path, List<String> before) {
    String className() {
      return json.path("class_name").asText();
    }
  }

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  private KerasBranches() {}

  /** Returns the input's JSON and the layers; an error says what cannot be read. */
  static List<Layer> read(JsonNode config, String path) {
    KerasBranches graph = new KerasBranches();
    JsonNode layers = config.path("layers");
    for (int i = 0; i < layers.size(); i++) {
      String at = path + ".layers[" + i + "]";
      Node node = new Node(layers.get(i), at, KerasChain.inbound(layers.get(i), at));
      graph.nodes.put(KerasChain.name(layers.get(i)), node);
    }
    String first = end(config.path("input_layers"), path + ".input_layers");
    String last = end(config.path("output_layers"), path + ".output_layers");
    if (!graph.nodes.containsKey(first) || !graph.nodes.containsKey(last)) {
      throw KerasChain.branches(path, "one input and one output among the layers", first);
    }
    List<Layer> stack = graph.back(first, last);
    if (graph.used.size() != graph.nodes.size() - 1) {
      throw KerasChain.branches(
          path,
          "layers between input and output alone",
          graph.nodes.size() - 1 - graph.used.size() + " more");
    }
    List<Layer> all = new ArrayList<>();
    Node input = graph.nodes.get(first);
    all.add(KerasTree.read(input.json, input.path));
    all.addAll(stack);
    return all;
  }

  private static String end(JsonNode ends, String path) {
    JsonNode end = ends.size() == 1 ? ends.get(0) : ends;
    if (!end.path(0).isTextual()) {
      throw KerasChain.branches(path, "one layer", ends.toString());
    }
    return end.get(0).asText();
  }

  /** Returns the layers behind one, up to another. */
  private List<Layer> back(String from, String to) {
    List<Layer> layers = new ArrayList<>();
    String at = to;
    while (!at.equals(from)) {
      Node node = nodes.get(at);
      if (node == null || !used.add(at) || node.before.isEmpty()) {
        throw KerasChain.branches(
            node == null ? "$" : node.path,
            "branches that part at one layer and meet at another, and share nothing else",
            "'" + at + "'");
      }
      if (node.before.size() == 1 && !isMerge(node)) {
        layers.add(0, KerasTree.read(KerasChain.acting(node.json), node.path));
        at = node.before.get(0);
      } else {
        String fork = fork(at);
        layers.add(0, merged(at, node, fork));
        at = fork;
      }
    }
    return layers;
  }

  private static boolean isMerge(Node node) {
    return node.className().equals(KerasGraph.ADD)
        || node.className().equals(KerasGraph.CONCATENATE);
  }

  private Layer merged(String name, Node node, String fork) {
    List<List<Layer>> branches = new ArrayList<>();
    for (String before : node.before) {
      branches.add(before.equals(fork) ? List.of() : back(fork, before));
    }
    branches.replaceAll(branch -> named(branch, name + "_"));
    JsonNode config = node.json.path("config");
    if (node.className().equals(KerasGraph.ADD) && branches.size() == 2) {
      boolean swapped = branches.get(1).isEmpty();
      List<Layer> layers = branches.get(swapped ? 0 : 1);
      return layers.isEmpty()
          ? new Residual(List.of(Layers.Identity()), List.of(), name)
          : new Residual(layers, branches.get(swapped ? 1 : 0), name);
    } else if (node.className().equals(KerasGraph.CONCATENATE)
        && config.path("axis").asInt(-1) == -1) {
      return new Concat(branches.stream().map(KerasBranches::one).toList(), name);
    }
    throw KerasChain.branches(
        node.path, "an Add of two or a Concatenate of the last axis", node.json.toString());
  }

  private static Layer one(List<Layer> branch) {
    return switch (branch.size()) {
      case 0 -> Layers.Identity();
      case 1 -> branch.get(0);
      default -> new Stack(branch, null);
    };
  }

  /** Takes the merge's name from those of the layers before it, where they begin with it. */
  private static List<Layer> named(List<Layer> layers, String prefix) {
    return layers.stream()
        .map(
            layer ->
                layer.name() != null
                        && layer.name().startsWith(prefix)
                        && layer.name().length() > prefix.length()
                    ? layer.name(layer.name().substring(prefix.length()))
                    : layer)
        .toList();
  }

  /** Returns the nearest layer that all ways from the input to another go through. */
  private String fork(String at) {
    List<String> candidates = new ArrayList<>(ancestors(at, ""));
    for (String candidate : candidates) {
      boolean inputReached =
          ancestors(at, candidate).stream().anyMatch(n -> nodes.get(n).before.isEmpty());
      if (!candidate.equals(at) && !inputReached) {
        boolean nearest =
            candidates.stream()
                .filter(other -> !other.equals(candidate) && !other.equals(at))
                .filter(other -> ancestors(other, "").contains(candidate))
                .noneMatch(
                    other ->
                        ancestors(at, other).stream()
                            .noneMatch(n -> nodes.get(n).before.isEmpty()));
        if (nearest) {
          return candidate;
        }
      }
    }
    throw KerasChain.branches(
        nodes.get(at).path, "branches that part at one layer", "'" + at + "'");
  }

  /** Returns a layer and all before it, without going through another one. */
  private Set<String> ancestors(String at, String without) {
    Set<String> found = new java.util.LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(at));
    while (!open.isEmpty()) {
      String name = open.remove(open.size() - 1);
      if (!name.equals(without) && nodes.containsKey(name) && found.add(name)) {
        open.addAll(nodes.get(name).before);
      }
    }
    return found;
  }
}
