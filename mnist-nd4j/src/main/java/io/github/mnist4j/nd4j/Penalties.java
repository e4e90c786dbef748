package io.github.mnist4j.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** What the layers of a network add to the loss, of the samples of the last forward pass. */
final class Penalties {
  private final List<DoubleSupplier> penalties = new ArrayList<>();

  void add(DoubleSupplier penalty) {
    penalties.add(penalty);
  }

  boolean isEmpty() {
    return penalties.isEmpty();
  }

  double sum() {
    return penalties.stream().mapToDouble(DoubleSupplier::getAsDouble).sum();
  }
}
