package io.github.mnist4j.io;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** ONNX' messages of numbers. */
final class OnnxProtos {
  private OnnxProtos() {}

  /** An attribute of one whole number. */
  static AttributeProto attribute(String name, int value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  /** An attribute of one number. */
  static AttributeProto attribute(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  /** An attribute of a list of whole numbers. */
  static AttributeProto attribute(String name, int[] values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (int value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  /** A tensor of single precision. */
  static TensorProto tensor(String name, Tensor tensor) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * tensor.size()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(tensor.data());
    TensorProto.Builder proto =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    for (int dim : tensor.shape().toArray()) {
      proto.addDims(dim);
    }
    return proto.build();
  }

  /** A value of single precision that holds a batch of any size. */
  static ValueInfoProto floats(String name, Shape sample) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam("batch");
    for (int dim : sample.toArray()) {
      shape.addDimBuilder().setDimValue(dim);
    }
    TypeProto.Tensor.Builder type =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }

  /** Returns a tensor whose axis {@code i} is axis {@code axes[i]} of another. */
  static Tensor transpose(Tensor from, int... axes) {
    int rank = axes.length;
    int[] strides = new int[rank];
    int[] dims = new int[rank];
    for (int i = 0; i < rank; i++) {
      dims[i] = from.shape().dim(axes[i]);
      strides[i] = 1;
      for (int axis = axes[i] + 1; axis < rank; axis++) {
        strides[i] *= from.shape().dim(axis);
      }
    }
    Tensor to = Tensor.zeros(Shape.of(dims));
    for (int at = 0; at < to.size(); at++) {
      int source = 0;
      int rest = at;
      for (int i = rank - 1; i >= 0; i--) {
        source += rest % dims[i] * strides[i];
        rest /= dims[i];
      }
      to.data()[at] = from.data()[source];
    }
    return to;
  }
}
