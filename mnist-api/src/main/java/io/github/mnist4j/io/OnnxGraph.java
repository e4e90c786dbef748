package io.github.mnist4j.io;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.github.mnist4j.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An ONNX graph in the making. Keras' images have their channels last, ONNX' windows want them
 * first: a value knows which way it lies, and is turned only where a node needs the other.
 */
final class OnnxGraph {
  private static final String BATCH = "batch";

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Set<String> names = new HashSet<>();

  /**
   * A value on its way through the graph.
   *
   * @param name its name
   * @param shape one sample's shape, channels last, however it lies
   * @param channelsFirst whether it lies as {@code (batch, channels, height, width)}
   */
  record Value(String name, Shape shape, boolean channelsFirst) {}

  /** A node's attribute. */
  record Attribute(AttributeProto proto) {
    static Attribute ints(String name, long... values) {
      AttributeProto.Builder proto =
          AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
      Arrays.stream(values).forEach(proto::addInts);
      return new Attribute(proto.build());
    }

    static Attribute number(String name, long value) {
      return new Attribute(
          AttributeProto.newBuilder()
              .setName(name)
              .setType(AttributeProto.AttributeType.INT)
              .setI(value)
              .build());
    }
  }

  OnnxGraph(String name) {
    graph.setName(name);
  }

  /** Adds the graph's input, of any number of samples, channels last. */
  Value input(String name, Shape shape) {
    names.add(name);
    graph.addInput(info(name, shape));
    return new Value(name, shape, false);
  }

  /** Makes a value the graph's output, channels last. */
  void output(String name, Value value) {
    Value last = channelsLast(value);
    Value output = node("Identity", name, List.of(last.name()), last.shape(), false);
    graph.addOutput(info(output.name(), output.shape()));
  }

  /**
   * Adds a node of one output.
   *
   * @param name what node and output are called, with a number where the name is taken
   * @param shape the output's shape, channels last
   * @param channelsFirst how the output lies
   */
  Value node(
      String operator,
      String name,
      List<String> inputs,
      Shape shape,
      boolean channelsFirst,
      Attribute... attributes) {
    String free = free(name);
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(free)
            .addAllInput(inputs)
            .addOutput(free);
    Arrays.stream(attributes).map(Attribute::proto).forEach(node::addAttribute);
    graph.addNode(node);
    return new Value(free, shape, channelsFirst);
  }

  /** Adds a constant and returns its name. */
  String constant(String name, Shape shape, float[] values) {
    String free = free(name);
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(free)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    Arrays.stream(shape.toArray()).forEach(tensor::addDims);
    graph.addInitializer(tensor);
    return free;
  }

  /** Returns an image with its channels first. */
  Value channelsFirst(Value value) {
    return value.channelsFirst() || value.shape().rank() != 3
        ? value
        : node(
            "Transpose",
            value.name() + "/channels_first",
            List.of(value.name()),
            value.shape(),
            true,
            Attribute.ints("perm", 0, 3, 1, 2));
  }

  /** Returns a value with its channels last: the order in which Keras counts its numbers. */
  Value channelsLast(Value value) {
    return value.channelsFirst()
        ? node(
            "Transpose",
            value.name() + "/channels_last",
            List.of(value.name()),
            value.shape(),
            false,
            Attribute.ints("perm", 0, 2, 3, 1))
        : value;
  }

  GraphProto build() {
    return graph.build();
  }

  private String free(String name) {
    String free = name;
    for (int i = 1; !names.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  private static ValueInfoProto info(String name, Shape shape) {
    var dims = ai.onnx.proto.OnnxMl.TensorShapeProto.newBuilder();
    dims.addDimBuilder().setDimParam(BATCH);
    Arrays.stream(shape.toArray()).forEach(dim -> dims.addDimBuilder().setDimValue(dim));
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(dims);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
