package io.github.mnist4j.io;

import io.github.mnist4j.saving.SaveOptions;
import java.nio.file.Path;

/** A model's architecture alone, as Keras' {@code to_json()} has it. */
final class ArchitectureFormat implements ModelFormat {
  @Override
  public String ending() {
    return ".json";
  }

  @Override
  public boolean takes(SaveOptions options) {
    return options.keras2(false).equals(SaveOptions.defaults());
  }

  @Override
  public void write(Path file, ModelState model, SaveOptions options) {
    KerasJson.write(file, model.network());
  }

  @Override
  public boolean readable() {
    return false;
  }

  @Override
  public ModelFile open(Path file) {
    throw new UnsupportedOperationException("an architecture alone is no model");
  }
}
