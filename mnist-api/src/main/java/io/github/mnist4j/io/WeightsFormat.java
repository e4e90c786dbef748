package io.github.mnist4j.io;

import io.github.mnist4j.saving.SaveOptions;
import java.nio.file.Path;

/**
 * A model's weights alone, in {@link WeightsH5}; they are loaded into a network of the caller's.
 */
final class WeightsFormat implements ModelFormat {
  @Override
  public String ending() {
    return WeightsH5.SUFFIX;
  }

  @Override
  public void write(Path file, ModelState model, SaveOptions options) {
    WeightsH5.write(file, model.layers(), model.weights());
  }

  @Override
  public boolean readable() {
    return false;
  }

  @Override
  public ModelFile open(Path file) {
    throw new UnsupportedOperationException("weights alone are no model");
  }
}
