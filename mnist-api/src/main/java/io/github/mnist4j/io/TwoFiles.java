package io.github.mnist4j.io;

import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A model in two files: its architecture's JSON, and its weights.
 *
 * @param network the architecture
 * @param file the weights
 */
public record TwoFiles(KerasJson.Network network, Path file) implements ModelFile {
  /**
   * Reads the architecture.
   *
   * @throws io.github.mnist4j.errors.ModelFormatException if it is not one of layers that this
   *     library has
   * @throws UncheckedIOException if it cannot be read
   */
  public static TwoFiles open(Path architecture, Path weights) {
    try {
      String json = new String(Files.readAllBytes(architecture), StandardCharsets.UTF_8);
      return new TwoFiles(KerasJson.read(json), weights);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + architecture + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Weights weights(List<LayerSpec> layers) {
    return WeightsH5.read(file, layers);
  }
}
