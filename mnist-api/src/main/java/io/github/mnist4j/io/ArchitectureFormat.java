package io.github.mnist4j.io;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.saving.SaveOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model's architecture alone, as {@code to_json()} of Keras 3 or 2 has it. */
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
    if (options.keras2()) {
      model.network().layers().forEach(ArchitectureFormat::requireKeras2);
      String json = Keras2Json.tree(model.network()).toString();
      AtomicFile.write(file, partial -> Files.writeString(partial, json));
    } else {
      KerasJson.write(file, model.network());
    }
  }

  private static void requireKeras2(Layer layer) {
    KerasMeanings.obstacleInKeras2(layer)
        .ifPresent(
            obstacle -> {
              throw Problem.of(
                      "layer '"
                          + layer.name()
                          + "' ("
                          + layer.className()
                          + ") cannot be written for Keras 2: "
                          + obstacle)
                  .fix("write it for Keras 3: leave keras2 out of the options")
                  .see("hard-sigmoid")
                  .asIllegalArgument();
            });
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
