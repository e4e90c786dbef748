package io.github.mnist4j.io;

import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of a model, its architecture read; the rest is read when asked for. */
public interface ModelFile {
  /** Returns the architecture. */
  KerasJson.Network network();

  /**
   * Returns the weights of the network.
   *
   * @throws io.github.mnist4j.errors.ModelFormatException if the file has not exactly these
   */
  Weights weights(List<LayerSpec> layers);

  /**
   * Returns how the network was compiled, or {@code null} where the file does not say.
   *
   * @throws io.github.mnist4j.errors.ModelFormatException if it says what this library has not
   */
  default @Nullable KerasCompile compile() {
    return null;
  }

  /** Returns the optimizer's variables, or {@code null} where the file has none. */
  default @Nullable OptimizerVars optimizer() {
    return null;
  }

  /** Returns the seed of the model that was saved, or {@code null} where the file does not say. */
  default @Nullable Long seed() {
    return null;
  }
}
