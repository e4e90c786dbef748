package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What composite layers have in common. */
final class Inner {
  private Inner() {}

  /** Requires a layer at least, and gives each a name of its own. */
  static List<Layer> named(List<Layer> layers, String owner) {
    return named(layers, List.of(), owner);
  }

  /** Names the layers of two lists, one behind the other; the first must have one at least. */
  static List<Layer> named(List<Layer> layers, List<Layer> more, String owner) {
    Check.notNull(layers, owner, "layers");
    Check.atLeast(1, layers.size(), owner, "the number of layers");
    List<Layer> all = Stream.concat(layers.stream(), more.stream()).toList();
    for (Layer layer : all) {
      if (layer instanceof InputLayer) {
        throw new IllegalArgumentException(
            owner + ": Input(…) stands first in a network, and not inside of a layer");
      }
    }
    return Names.unique(all);
  }

  /** Returns a layer whose name begins with a word. */
  static Layer renamed(Layer layer, String prefix) {
    String name = layer.name() == null ? Layers.snakeCase(layer.className()) : layer.name();
    return name.startsWith(prefix) && name.equals(layer.name())
        ? layer
        : layer.name(name.startsWith(prefix) ? name : prefix + name);
  }

  /** Returns the shapes before each of some layers behind one another. */
  static List<Shape> chain(List<Layer> layers, Shape input) {
    List<Shape> shapes = new ArrayList<>();
    Shape shape = input;
    for (Layer layer : layers) {
      shapes.add(shape);
      shape = output(layer, shape);
    }
    return shapes;
  }

  /** Returns the shape behind some layers. */
  static Shape end(List<Layer> layers, Shape input) {
    Shape shape = input;
    for (Layer layer : layers) {
      shape = output(layer, shape);
    }
    return shape;
  }

  /** Returns what a layer inside makes of a shape; errors say which it is. */
  static Shape output(Layer layer, Shape input) {
    try {
      return layer.outputShape(input);
    } catch (ShapeException e) {
      throw e.in("its '" + layer.name() + "' (" + layer.className() + ")", "what is before it");
    }
  }
}
