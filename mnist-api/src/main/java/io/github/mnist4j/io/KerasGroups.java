package io.github.mnist4j.io;

import io.github.mnist4j.layers.Bidirectional;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.layers.ParamSpec;
import io.github.mnist4j.layers.Recurrent;
import io.github.mnist4j.layers.Stack;
import io.github.mnist4j.layers.TimeDistributed;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a weights file has the weights: the layers' groups are named by class, counted, never by
 * the layer's own name.
 */
final class KerasGroups {
  private KerasGroups() {}

  /**
   * Some weights of one layer that lie side by side, under the names 0, 1, ….
   *
   * @param path the group behind the root, {@code conv2d_1/vars}
   * @param params whose they are, in order
   */
  record Vars(LayerSpec layer, String path, List<ParamSpec> params) {}

  /** Returns the groups of all layers that have weights, in order. */
  static List<Vars> of(List<LayerSpec> layers) {
    Map<String, Integer> counts = new HashMap<>();
    List<Vars> groups = new ArrayList<>();
    if (layers.stream().anyMatch(layer -> KerasGraph.branches(layer.layer()))) {
      List<Layer> plain = layers.stream().map(layer -> layer.layer().name(layer.name())).toList();
      KerasGraph graph = new KerasGraph("input_layer", layers.get(0).input(), plain);
      for (KerasGraph.Node node : graph.inOrderOfKeras()) {
        if (node.layer() != null) {
          String path = counted(node.layer(), counts);
          collect(layers.get(node.top()), node.layer(), node.prefix(), path, groups);
        }
      }
      return groups;
    }
    for (LayerSpec layer : layers) {
      collect(layer, layer.layer(), "", counted(layer.layer(), counts), groups);
    }
    return groups;
  }

  /**
   * Returns the layers as Keras has them: the same, or those of the functional model that a network
   * that branches is, in its order. Weights keep their names.
   */
  static List<LayerSpec> asKerasHasThem(List<LayerSpec> layers) {
    if (layers.stream().noneMatch(layer -> KerasGraph.branches(layer.layer()))) {
      return layers;
    }
    List<Layer> plain = layers.stream().map(layer -> layer.layer().name(layer.name())).toList();
    KerasGraph graph = new KerasGraph("input_layer", layers.get(0).input(), plain);
    List<LayerSpec> flat = new ArrayList<>();
    for (KerasGraph.Node node : graph.inOrderOfKeras()) {
      if (node.layer() != null) {
        LayerSpec top = layers.get(node.top());
        String name = (top.name() + "/" + node.prefix()).replaceAll("/$", "");
        Shape input = node.before().get(0).output();
        flat.add(
            new LayerSpec(
                name,
                node.layer(),
                input,
                node.output(),
                node.layer().params(input),
                top.frozen()));
      }
    }
    return flat;
  }

  /**
   * Adds the groups of a layer, which may lie inside of one of the stack.
   *
   * @param prefix how the names of its parameters begin
   */
  private static void collect(
      LayerSpec top, Layer layer, String prefix, String path, List<Vars> groups) {
    if (layer instanceof Stack stack) {
      Map<String, Integer> counts = new HashMap<>();
      for (Layer inner : stack.layers()) {
        String own = path + "/layers/" + counted(inner, counts);
        collect(top, inner, prefix + inner.name() + "/", own, groups);
      }
    } else if (layer instanceof TimeDistributed distributed) {
      Layer inner = distributed.layer();
      collect(top, inner, prefix + inner.name() + "/", path + "/layer", groups);
    } else if (layer instanceof Bidirectional both) {
      collect(
          top, both.layer(), prefix + both.layer().name() + "/", path + "/forward_layer", groups);
      Layer backward = both.backwardLayer();
      collect(top, backward, prefix + backward.name() + "/", path + "/backward_layer", groups);
    } else {
      List<ParamSpec> own =
          top.params().stream()
              .filter(param -> param.name().startsWith(prefix))
              .filter(param -> param.name().indexOf('/', prefix.length()) < 0)
              .toList();
      if (!own.isEmpty()) {
        groups.add(new Vars(top, path + (recurs(layer) ? "/cell/vars" : "/vars"), own));
      }
    }
  }

  /** Returns the next name of a layer's class. */
  private static String counted(Layer layer, Map<String, Integer> counts) {
    String name = Layers.snakeCase(layer.className());
    int count = counts.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "_" + (count - 1);
  }

  /** Keras' recurrent layers have a cell that has the weights. */
  private static boolean recurs(Layer layer) {
    return layer instanceof Recurrent;
  }
}
