package io.github.mnist4j.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.LayerSpec;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * ONNX: a network for predicting, for ONNX Runtime and what else reads the format; written only.
 *
 * <p>The input {@code (batch, …)} is what the model takes here, pictures with their channels last;
 * the output is what the model gives, logits where it gives logits. The batch may be of any size.
 */
final class OnnxFormat implements ModelFormat {
  @Override
  public String ending() {
    return ".onnx";
  }

  @Override
  public Optional<String> obstacle(LayerSpec layer) {
    return OnnxLayers.obstacle(layer);
  }

  @Override
  public void write(Path file, ModelState model, SaveOptions options) {
    ModelProto proto = proto(model);
    AtomicFile.write(
        file,
        partial -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
            proto.writeTo(out);
          }
        });
  }

  static ModelProto proto(ModelState model) {
    OnnxGraph graph =
        new OnnxGraph(Objects.requireNonNull(model.network().input()), model.weights());
    model.layers().forEach(layer -> OnnxLayers.write(layer, graph));
    return graph.finish(model.network().name());
  }

  @Override
  public boolean readable() {
    return false;
  }

  @Override
  public ModelFile open(Path file) {
    throw new UnsupportedOperationException("ONNX is written only");
  }
}
