package io.github.mnist4j.io;

import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a model that a file may take.
 *
 * @param network its architecture; with its input
 * @param layers the same, resolved
 * @param weights its weights
 * @param compile how it was compiled, or {@code null}
 * @param optimizer its optimizer's variables, or {@code null}
 * @param seed where its random numbers come from
 */
public record ModelState(
    KerasJson.Network network,
    List<LayerSpec> layers,
    Weights weights,
    @Nullable KerasCompile compile,
    @Nullable OptimizerVars optimizer,
    long seed) {
  /** Copies the list. */
  public ModelState {
    layers = List.copyOf(layers);
  }
}
