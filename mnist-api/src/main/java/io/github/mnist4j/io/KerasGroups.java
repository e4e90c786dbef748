package io.github.mnist4j.io;

import io.github.mnist4j.layers.GRU;
import io.github.mnist4j.layers.LSTM;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.layers.ParamSpec;
import io.github.mnist4j.layers.SimpleRNN;
import io.github.mnist4j.spi.LayerSpec;
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
    for (LayerSpec layer : layers) {
      String name = counted(layer.layer(), counts);
      if (!layer.params().isEmpty()) {
        String path = name + (recurs(layer.layer()) ? "/cell/vars" : "/vars");
        groups.add(new Vars(layer, path, layer.params()));
      }
    }
    return groups;
  }

  /** Returns the next name of a layer's class. */
  private static String counted(Layer layer, Map<String, Integer> counts) {
    String name = Layers.snakeCase(layer.className());
    int count = counts.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "_" + (count - 1);
  }

  /** Keras' recurrent layers have a cell that has the weights. */
  private static boolean recurs(Layer layer) {
    return layer instanceof SimpleRNN || layer instanceof LSTM || layer instanceof GRU;
  }
}
