package io.github.mnist4j.io;

import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.spi.LayerSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that Keras gives the layers' groups in a weights file: by class, counted, never by the
 * layer's own name.
 */
final class KerasGroups {
  private KerasGroups() {}

  static List<String> of(List<LayerSpec> layers) {
    Map<String, Integer> counts = new HashMap<>();
    List<String> groups = new ArrayList<>();
    for (LayerSpec layer : layers) {
      String name = Layers.snakeCase(layer.layer().className());
      int count = counts.merge(name, 1, Integer::sum);
      groups.add(count == 1 ? name : name + "_" + (count - 1));
    }
    return groups;
  }
}
