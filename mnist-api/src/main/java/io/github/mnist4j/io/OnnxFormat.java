package io.github.mnist4j.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import io.github.mnist4j.layers.InputLayer;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.LayerSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * ONNX, to be run by ONNX Runtime and others: the network as it predicts, for any number of samples
 * at once, channels last, with logits as the last layer gives them. The output's name is {@code
 * output}.
 */
final class OnnxFormat implements ModelFormat {
  /** Of 2021: all that is written here has been the same since, and every runtime reads it. */
  private static final int OPERATOR_SET = 15;

  /** The version of the file format that belongs to that operator set. */
  private static final int FORMAT_VERSION = 8;

  @Override
  public String ending() {
    return ".onnx";
  }

  @Override
  public Optional<String> obstacle(LayerSpec layer) {
    return OnnxLayers.has(layer.layer())
        ? Optional.empty()
        : Optional.of("there is no translation of it into ONNX' operators");
  }

  @Override
  public void write(Path file, ModelState model, SaveOptions options) {
    byte[] bytes = model(model).toByteArray();
    AtomicFile.write(file, partial -> Files.write(partial, bytes));
  }

  private static ModelProto model(ModelState model) {
    OnnxGraph graph = new OnnxGraph(model.network().name());
    InputLayer input = model.network().input();
    String name = input == null || input.name() == null ? "input" : input.name();
    OnnxGraph.Value value = graph.input(name, model.layers().get(0).input());
    for (LayerSpec layer : model.layers()) {
      value = OnnxLayers.write(graph, layer, model.weights(), value);
    }
    graph.output("output", value);
    return ModelProto.newBuilder()
        .setIrVersion(FORMAT_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
        .setProducerName("mnist4j")
        .setGraph(graph.build())
        .build();
  }

  @Override
  public boolean readable() {
    return false;
  }

  @Override
  public ModelFile open(Path file) {
    throw new UnsupportedOperationException("ONNX is written, not read");
  }
}
