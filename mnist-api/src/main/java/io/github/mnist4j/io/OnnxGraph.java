package io.github.mnist4j.io;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import io.github.mnist4j.layers.InputLayer;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A stack of layers as an ONNX graph, in the making: the current value goes from node to node.
 *
 * <p>Values here have their channels last, ONNX' convolutions and poolings take them first, behind
 * the batch. The order of the current value is kept, and changed only for a node that minds: a
 * stack of convolutions has one transpose in front and one behind.
 *
 * <p>Nodes, values and weights are named behind their layer: {@code conv2d/Relu}, {@code
 * conv2d/kernel}.
 */
final class OnnxGraph {
  /** What goes with the operators' version 17. */
  private static final int IR_VERSION = 8;

  /**
   * Of 2022, the first with LayerNormalization: ONNX Runtime reads it from 1.12 on, and so do the
   * converters to other formats.
   */
  private static final int OPERATORS = 17;

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Set<String> taken = new HashSet<>();
  private final Weights weights;
  private final String input;
  private String value;
  private boolean channelsFirst;
  private String layer = "";
  private Shape sample;

  OnnxGraph(InputLayer layer, Weights weights) {
    this.weights = weights;
    sample = layer.shape();
    input = layer.name() == null ? "input" : layer.name();
    value = input;
    taken.add(input);
    graph.addInput(OnnxProtos.floats(input, sample));
  }

  /** Starts a layer: what follows is named behind it. */
  void enter(LayerSpec spec) {
    layer = spec.name() + "/";
    sample = spec.input();
  }

  /** Ends a layer, with the current value as its output. */
  void leave(LayerSpec spec) {
    sample = spec.output();
  }

  /** Returns the current value in the order that it is in. */
  String value() {
    return value;
  }

  /** Returns the current value with its channels behind the other axes, as it is here. */
  String channelsLast() {
    int rank = sample.rank();
    if (channelsFirst) {
      transpose(IntStream.rangeClosed(1, rank).map(axis -> axis == rank ? 1 : axis + 1));
      channelsFirst = false;
    }
    return value;
  }

  /** Returns the current value with its channels before the other axes, as ONNX has images. */
  String channelsFirst() {
    int rank = sample.rank();
    if (!channelsFirst) {
      transpose(IntStream.rangeClosed(1, rank).map(axis -> axis == 1 ? rank : axis - 1));
      channelsFirst = true;
    }
    return value;
  }

  private void transpose(IntStream axes) {
    int[] perm = IntStream.concat(IntStream.of(0), axes).toArray();
    then("Transpose", List.of(value), OnnxProtos.attribute("perm", perm));
  }

  /** Adds a node whose output becomes the current value, in the order that the last one had. */
  void then(String operator, List<String> inputs, AttributeProto... attributes) {
    value = node(operator, inputs, attributes);
  }

  /** Adds a node and returns its output. */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    String name = name(operator);
    graph.addNode(
        NodeProto.newBuilder()
            .setName(name)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(name)
            .addAllAttribute(List.of(attributes)));
    return name;
  }

  /** Adds numbers that do not change and returns their name. */
  String constant(String name, Tensor tensor) {
    String full = name(name);
    graph.addInitializer(OnnxProtos.tensor(full, tensor));
    return full;
  }

  /** Adds a weight of the current layer as it is and returns its name. */
  String weight(String name) {
    return constant(name, weights.get(layer + name));
  }

  /** Adds a weight of the current layer with its axes in another order and returns its name. */
  String weight(String name, int... axes) {
    return constant(name, OnnxProtos.transpose(weights.get(layer + name), axes));
  }

  private String name(String wanted) {
    String name = layer + wanted;
    for (int i = 1; !taken.add(name); i++) {
      name = layer + wanted + "_" + i;
    }
    return name;
  }

  /** Makes the current value the graph's output, and returns the graph as a model. */
  ModelProto finish(String name) {
    layer = "";
    String output = name("output");
    String last = channelsLast();
    // An input cannot be an output, too: a network that only drops out has no node so far.
    if (last.equals(input)) {
      last = node("Identity", List.of(input));
    }
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      if (node.getOutput(0).equals(last)) {
        node.setOutput(0, output);
      }
    }
    graph.setName(name).addOutput(OnnxProtos.floats(output, sample));
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("mnist4j")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS))
        .setGraph(graph)
        .build();
  }
}
