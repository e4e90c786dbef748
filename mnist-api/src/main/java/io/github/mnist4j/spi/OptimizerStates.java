package io.github.mnist4j.spi;

import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What belongs to an optimizer's state, in the order of Keras' files. */
public final class OptimizerStates {
  /** The name of the number of steps that were trained, which comes first. */
  public static final String ITERATION = "iteration";

  private OptimizerStates() {}

  /**
   * Returns the shapes of an optimizer's state by name: {@code iteration}, then {@code
   * layer/param/slot} in the order of the optimizer's {@link Optimizer#slots groups}, then its
   * {@link Optimizer#scalars}.
   *
   * @param weights the shapes of what is trained, by {@code layer/param}, in the network's order
   */
  public static Map<String, Shape> shapes(Optimizer optimizer, Map<String, Shape> weights) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put(ITERATION, Shape.scalar());
    for (List<String> group : optimizer.slots()) {
      weights.forEach((name, shape) -> group.forEach(slot -> shapes.put(name + "/" + slot, shape)));
    }
    optimizer.scalars().forEach(scalar -> shapes.put(scalar, Shape.scalar()));
    return shapes;
  }
}
