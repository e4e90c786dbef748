package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Layers.AvgPool;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.github.mnist4j.layers.InputLayer;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFormatTest {
  private static final Shape PICTURE = Shape.of(28, 28, 1);

  @TempDir Path folder;

  private static ModelState state(String input, Shape sample, Layer... layers) {
    NetworkSpec network = TestLayers.network(sample, layers);
    return new ModelState(
        new KerasJson.Network("digits", new InputLayer(sample, input), List.of(layers)),
        network.layers(),
        network.initialWeights(),
        null,
        null,
        1);
  }

  private static ModelState tutorial() {
    return state(
        null,
        PICTURE,
        Conv2D(32, 3, relu),
        MaxPool(2),
        Conv2D(64, 3, relu),
        MaxPool(2),
        Flatten(),
        Dense(64, relu),
        Dense(10));
  }

  private static GraphProto graph(Shape sample, Layer... layers) {
    return OnnxFormat.proto(state(null, sample, layers)).getGraph();
  }

  private static List<String> operators(GraphProto graph) {
    return graph.getNodeList().stream().map(NodeProto::getOpType).toList();
  }

  private static List<String> dims(ValueInfoProto value) {
    return value.getType().getTensorType().getShape().getDimList().stream()
        .map(OnnxFormatTest::text)
        .toList();
  }

  private static String text(Dimension dim) {
    return dim.hasDimParam() ? dim.getDimParam() : String.valueOf(dim.getDimValue());
  }

  private static List<Long> pads(NodeProto node) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals("pads"))
        .map(AttributeProto::getIntsList)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_file_is_a_model_that_takes_what_the_network_takes() throws IOException {
    Path file = folder.resolve("digits.onnx");
    ModelFormats.write(file, tutorial(), SaveOptions.defaults());
    ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));
    assertThat(model.getIrVersion()).isEqualTo(8);
    assertThat(model.getProducerName()).isEqualTo("mnist4j");
    assertThat(model.getOpsetImportList()).singleElement().extracting("version").isEqualTo(17L);
    GraphProto graph = model.getGraph();
    assertThat(graph.getName()).isEqualTo("digits");
    assertThat(graph.getInputList()).singleElement().extracting("name").isEqualTo("input");
    assertThat(dims(graph.getInput(0))).containsExactly("batch", "28", "28", "1");
    assertThat(graph.getOutputList()).singleElement().extracting("name").isEqualTo("output");
    assertThat(dims(graph.getOutput(0))).containsExactly("batch", "10");
  }

  @Test
  void the_order_of_axes_changes_only_where_it_must() {
    assertThat(operators(OnnxFormat.proto(tutorial()).getGraph()))
        .containsExactly(
            "Transpose",
            "Conv",
            "Relu",
            "MaxPool",
            "Conv",
            "Relu",
            "MaxPool",
            "Transpose",
            "Flatten",
            "Gemm",
            "Relu",
            "Gemm");
    assertThat(operators(graph(PICTURE, Conv2D(3, 3, softmax), Dropout(0.5), AvgPool(2))))
        .containsExactly(
            "Transpose", "Conv", "Transpose", "Softmax", "Transpose", "AveragePool", "Transpose");
    assertThat(operators(graph(PICTURE, Dense(3, relu)))).containsExactly("MatMul", "Add", "Relu");
    assertThat(operators(graph(Shape.of(4), Flatten(), Dropout(0.5)))).containsExactly("Identity");
  }

  @Test
  void kernels_have_their_filters_first() {
    ModelState state = state(null, Shape.of(5, 6, 2), Conv2D(3, 2));
    Tensor kernel = state.weights().get("layer0/kernel");
    TensorProto written = OnnxFormat.proto(state).getGraph().getInitializer(0);
    assertThat(written.getName()).isEqualTo("layer0/kernel");
    assertThat(written.getDimsList()).containsExactly(3L, 2L, 2L, 2L);
    var floats =
        written.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    for (int at = 0; at < kernel.size(); at++) {
      int[] oihw = {at / 8, at / 4 % 2, at / 2 % 2, at % 2};
      assertThat(floats.get(at)).isEqualTo(kernel.at(oihw[2], oihw[3], oihw[1], oihw[0]));
    }
  }

  @Test
  void padding_is_laid_out_as_tensorflow_does() {
    Conv same = size -> graph(size, Conv2D(1, 4).strides(2, 1).padding(Padding.SAME)).getNode(1);
    assertThat(pads(same.on(Shape.of(7, 5, 1)))).containsExactly(1L, 1L, 2L, 2L);
    assertThat(pads(same.on(Shape.of(8, 4, 1)))).containsExactly(1L, 1L, 1L, 2L);
    assertThat(pads(graph(PICTURE, MaxPool(2)).getNode(1))).containsOnly(0L);
  }

  private interface Conv {
    NodeProto on(Shape size);
  }

  @Test
  void no_two_values_have_one_name() {
    GraphProto graph =
        OnnxFormat.proto(state("output", PICTURE, Conv2D(2, 3, softmax), Conv2D(2, 3))).getGraph();
    assertThat(graph.getInput(0).getName()).isEqualTo("output");
    assertThat(graph.getOutput(0).getName()).isEqualTo("output_1");
    assertThat(graph.getNodeList().stream().map(node -> node.getOutput(0)))
        .doesNotHaveDuplicates()
        .doesNotContain("output")
        .contains("output_1", "layer0/Transpose", "layer0/Transpose_1");
  }

  /** A layer of somebody else. */
  private record Foreign(String name) implements Layer {
    @Override
    public Layer name(String name) {
      return new Foreign(name);
    }

    @Override
    public Shape outputShape(Shape input) {
      return input;
    }
  }

  @Test
  void a_layer_that_onnx_does_not_get_is_refused_by_name() {
    ModelState state = state(null, PICTURE, Flatten(), new Foreign("mine"));
    Path file = folder.resolve("digits.onnx");
    assertThatThrownBy(() -> ModelFormats.write(file, state, SaveOptions.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "layer 'layer1' (Foreign) cannot be written to a .onnx file: ONNX export has no Foreign\n"
                + "  fix:      save it as .keras")
        .hasMessageEndingWith("#layer-not-written");
    assertThat(file).doesNotExist();
  }

  @Test
  void it_is_not_read() {
    assertThatThrownBy(() -> ModelFormats.open(folder.resolve("digits.onnx")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a model cannot be loaded from a file of this name");
    assertThatThrownBy(() -> new OnnxFormat().open(folder))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
