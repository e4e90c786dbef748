package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.saving.Quantization;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFormatTest {
  @TempDir Path folder;

  private ModelProto written(ModelState model) throws IOException {
    Path file = folder.resolve("model.onnx");
    ModelFormats.write(file, model, SaveOptions.defaults());
    return ModelProto.parseFrom(Files.readAllBytes(file));
  }

  private static List<String> operators(ModelProto model) {
    return model.getGraph().getNodeList().stream().map(NodeProto::getOpType).toList();
  }

  @Test
  void the_tutorials_network_turns_its_images_twice() throws IOException {
    ModelProto model =
        written(
            States.of(
                Shape.of(28, 28, 1),
                Conv2D(32, 3, relu),
                MaxPool(2),
                Conv2D(64, 3, relu),
                MaxPool(2),
                Flatten(),
                Dropout(0.5),
                Dense(10)));
    assertThat(operators(model))
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
            "MatMul",
            "Add",
            "Identity");
    assertThat(model.getOpsetImport(0).getVersion()).isEqualTo(15);
    assertThat(model.getGraph().getInitializerList())
        .extracting(tensor -> tensor.getName() + tensor.getDimsList())
        .contains("layer2/kernel[64, 32, 3, 3]");
  }

  @Test
  void inputs_and_outputs_have_their_channels_last_and_any_number_of_samples() throws IOException {
    ModelProto model = written(States.of(Shape.of(6, 5, 2), Conv2D(3, 2, softmax)));
    assertThat(dims(model.getGraph().getInput(0).getType().getTensorType().getShape()))
        .containsExactly("batch", "6", "5", "2");
    assertThat(dims(model.getGraph().getOutput(0).getType().getTensorType().getShape()))
        .containsExactly("batch", "5", "4", "3");
    assertThat(model.getGraph().getInput(0).getName()).isEqualTo("input");
    assertThat(model.getGraph().getOutput(0).getName()).isEqualTo("output");
  }

  private static List<String> dims(TensorShapeProto shape) {
    return shape.getDimList().stream()
        .map(dim -> dim.hasDimParam() ? dim.getDimParam() : Long.toString(dim.getDimValue()))
        .toList();
  }

  /** A layer that no format but {@code .keras} could know. */
  private record Strange(String name) implements Layer {
    @Override
    public Layer name(String name) {
      return new Strange(name);
    }

    @Override
    public Shape outputShape(Shape input) {
      return input;
    }
  }

  @Test
  void a_layer_that_onnx_has_not_is_refused_before_a_byte_is_written() throws IOException {
    Path file = Files.writeString(folder.resolve("old.onnx"), "old");
    ModelState model = States.of(Shape.of(4), Dense(2), new Strange("odd"));
    assertThatThrownBy(() -> ModelFormats.write(file, model, SaveOptions.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "layer 'layer1' (Strange) cannot be written to a .onnx file: there is no translation"
                + " of it into ONNX' operators\n  fix:      save it as .keras");
    assertThat(file).hasContent("old");
  }

  @Test
  void options_that_it_does_not_take_are_refused() {
    SaveOptions options = SaveOptions.defaults().quantization(Quantization.UINT8);
    ModelState model = States.of(Shape.of(4), Dense(2));
    assertThatThrownBy(() -> ModelFormats.write(folder.resolve("a.onnx"), model, options))
        .hasMessageStartingWith(
            "a .onnx file is not written with these options\n"
                + "  expected: SaveOptions[quantization=NONE, keras2=false]\n"
                + "  got:      SaveOptions[quantization=UINT8, keras2=false]");
    assertThat(folder.resolve("a.onnx")).doesNotExist();
  }
}
