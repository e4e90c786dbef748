package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of layers, as Keras gives them: {@code conv2d}, {@code conv2d_1}, ….
 *
 * <pre>{@code Names.unique(List.of(Dense(64), Dense(10)))     // named dense and dense_1}</pre>
 */
public final class Names {
  private Names() {}

  /**
   * Gives each layer that has no name one that is free.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static List<Layer> unique(List<Layer> layers) {
    Set<String> taken = new HashSet<>();
    for (Layer layer : layers) {
      String name = layer.name();
      if (name != null && !taken.add(Check.layerName(name, layer.className()))) {
        throw Problem.of("two layers have the name '" + name + "'")
            .expected("a name of its own for each layer")
            .fix("give one of them another name, or none")
            .see("layer-names")
            .asIllegalArgument();
      }
    }
    List<Layer> named = new ArrayList<>();
    for (Layer layer : layers) {
      named.add(
          layer.name() != null
              ? layer
              : layer.name(free(Layers.snakeCase(layer.className()), taken)));
    }
    return List.copyOf(named);
  }

  private static String free(String base, Set<String> taken) {
    String name = base;
    for (int i = 1; !taken.add(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }
}
