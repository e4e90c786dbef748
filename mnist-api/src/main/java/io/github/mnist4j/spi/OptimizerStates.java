package io.github.mnist4j.spi;

import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What belongs to an optimizer's state, in the order of Keras' files.
 *
 * <pre>
 * {@code OptimizerStates.shapes(adam(), Map.of("dense/bias", Shape.of(10)))     // m and v of it, and the step}
 * </pre>
 */
public final class OptimizerStates {
  /** The name of the number of steps that were trained, which comes first. */
  public static final String ITERATION = "iteration";

  /** The slot of averaged weights, where the optimizer averages them. */
  public static final String AVERAGE = "average";

  /** The slot of gathered gradients, where an update is made of several batches. */
  public static final String GRADIENT_ACCUMULATOR = "gradient_accumulator";

  private OptimizerStates() {}

  /**
   * Returns the shapes of an optimizer's state by name: {@code iteration}, then {@code
   * layer/param/slot} in the order of groups, those of what all optimizers can do before the
   * optimizer's {@link Optimizer#slots own}, then its {@link Optimizer#scalars}.
   *
   * @param weights the shapes of what is trained, by {@code layer/param}, in the network's order
   */
  public static Map<String, Shape> shapes(Optimizer optimizer, Map<String, Shape> weights) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put(ITERATION, Shape.scalar());
    List<List<String>> groups = new ArrayList<>();
    if (optimizer.options().useEma()) {
      groups.add(List.of(AVERAGE));
    }
    if (optimizer.options().gradientAccumulationSteps() != null) {
      groups.add(List.of(GRADIENT_ACCUMULATOR));
    }
    groups.addAll(optimizer.slots());
    for (List<String> group : groups) {
      weights.forEach((name, shape) -> group.forEach(slot -> shapes.put(name + "/" + slot, shape)));
    }
    optimizer.scalars().forEach(scalar -> shapes.put(scalar, Shape.scalar()));
    return shapes;
  }
}
