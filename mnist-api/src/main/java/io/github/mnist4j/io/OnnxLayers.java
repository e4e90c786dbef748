package io.github.mnist4j.io;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.ActivationLayer;
import io.github.mnist4j.layers.AveragePooling2D;
import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Dense;
import io.github.mnist4j.layers.Dropout;
import io.github.mnist4j.layers.Flatten;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.MaxPooling2D;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.spi.LayerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each layer as ONNX' operators: one line a layer. */
final class OnnxLayers {
  private static final Map<Class<? extends Layer>, Writer> WRITERS =
      Map.ofEntries(
          line(ActivationLayer.class, (layer, spec, graph) -> activate(layer.activation(), graph)),
          line(AveragePooling2D.class, OnnxLayers::averagePooling2D),
          line(Conv2D.class, OnnxLayers::conv2D),
          line(Dense.class, OnnxLayers::dense),
          line(Dropout.class, (layer, spec, graph) -> {}),
          line(Flatten.class, OnnxLayers::flatten),
          line(MaxPooling2D.class, OnnxLayers::maxPooling2D));

  private interface Writer {
    void write(LayerSpec spec, OnnxGraph graph);
  }

  /** Writes one kind of layer, from the graph's current value to its next. */
  private interface WriterOf<L> {
    void write(L layer, LayerSpec spec, OnnxGraph graph);
  }

  private OnnxLayers() {}

  private static <L extends Layer> Map.Entry<Class<L>, Writer> line(
      Class<L> type, WriterOf<L> writer) {
    return Map.entry(type, (spec, graph) -> writer.write(type.cast(spec.layer()), spec, graph));
  }

  /** Returns why a layer cannot be written, where it cannot. */
  static Optional<String> obstacle(LayerSpec spec) {
    if (!WRITERS.containsKey(spec.layer().getClass())) {
      return Optional.of("ONNX export has no " + spec.layer().className());
    }
    Activation activation = spec.layer().activation();
    return has(activation)
        ? Optional.empty()
        : Optional.of("ONNX export has no activation " + activation);
  }

  /** Writes a layer that has no {@link #obstacle} behind those that are in the graph. */
  static void write(LayerSpec spec, OnnxGraph graph) {
    graph.enter(spec);
    WRITERS.get(spec.layer().getClass()).write(spec, graph);
    graph.leave(spec);
  }

  /** Activations that are one operator on its defaults; {@link #activate} has the others. */
  private static final Map<Activation, String> OPERATORS =
      Map.of(
          Activation.relu, "Relu",
          Activation.sigmoid, "Sigmoid",
          Activation.tanh, "Tanh",
          Activation.elu, "Elu",
          Activation.selu, "Selu",
          Activation.celu, "Celu",
          Activation.softplus, "Softplus",
          Activation.softsign, "Softsign",
          Activation.exponential, "Exp",
          Activation.hard_silu, "HardSwish");

  private static final Set<Activation> COMPOSED =
      Set.of(
          Activation.linear,
          Activation.softmax,
          Activation.log_softmax,
          Activation.leaky_relu,
          Activation.silu,
          Activation.hard_sigmoid);

  private static boolean has(Activation activation) {
    return OPERATORS.containsKey(activation) || COMPOSED.contains(activation);
  }

  private static void activate(Activation activation, OnnxGraph graph) {
    switch (activation) {
      case linear -> {}
      case softmax ->
          graph.then("Softmax", List.of(graph.channelsLast()), OnnxProtos.attribute("axis", -1));
      case log_softmax ->
          graph.then("LogSoftmax", List.of(graph.channelsLast()), OnnxProtos.attribute("axis", -1));
      case hard_sigmoid -> // ONNX' defaults are Keras 2's
          graph.then(
              "HardSigmoid",
              List.of(graph.value()),
              OnnxProtos.attribute("alpha", 1 / 6f),
              OnnxProtos.attribute("beta", 0.5f));
      case leaky_relu ->
          graph.then("LeakyRelu", List.of(graph.value()), OnnxProtos.attribute("alpha", 0.2f));
      case silu -> {
        String x = graph.value();
        graph.then("Mul", List.of(x, graph.node("Sigmoid", List.of(x))));
      }
      default -> graph.then(OPERATORS.get(activation), List.of(graph.value()));
    }
  }

  private static void averagePooling2D(AveragePooling2D layer, LayerSpec spec, OnnxGraph graph) {
    // That padding does not count is ONNX' default, and not written.
    graph.then(
        "AveragePool",
        List.of(graph.channelsFirst()),
        window(layer.poolSize(), layer.strides(), layer.padding(), spec));
  }

  private static void conv2D(Conv2D layer, LayerSpec spec, OnnxGraph graph) {
    List<String> inputs = new ArrayList<>();
    inputs.add(graph.channelsFirst());
    inputs.add(graph.weight("kernel", 3, 2, 0, 1)); // (filters, channels, height, width)
    if (layer.useBias()) {
      inputs.add(graph.weight("bias"));
    }
    graph.then("Conv", inputs, convolution(layer, spec));
    activate(layer.activation(), graph);
  }

  private static AttributeProto[] convolution(Conv2D layer, LayerSpec spec) {
    Size dilation = layer.dilationRate();
    int down = (layer.kernelSize().height() - 1) * dilation.height() + 1;
    int across = (layer.kernelSize().width() - 1) * dilation.width() + 1;
    AttributeProto[] window =
        window(new Size(down, across), layer.strides(), layer.padding(), spec);
    window[0] = size("kernel_shape", layer.kernelSize());
    List<AttributeProto> attributes = new ArrayList<>(List.of(window));
    attributes.add(size("dilations", dilation));
    attributes.add(OnnxProtos.attribute("group", layer.groups()));
    return attributes.toArray(AttributeProto[]::new);
  }

  private static AttributeProto size(String name, Size size) {
    return OnnxProtos.attribute(name, new int[] {size.height(), size.width()});
  }

  private static void dense(Dense layer, LayerSpec spec, OnnxGraph graph) {
    String x = graph.channelsLast();
    String kernel = graph.weight("kernel");
    if (spec.input().rank() == 1) { // Gemm takes matrices only
      graph.then(
          "Gemm", layer.useBias() ? List.of(x, kernel, graph.weight("bias")) : List.of(x, kernel));
    } else {
      graph.then("MatMul", List.of(x, kernel));
      if (layer.useBias()) {
        graph.then("Add", List.of(graph.value(), graph.weight("bias")));
      }
    }
    activate(layer.activation(), graph);
  }

  private static void flatten(Flatten layer, LayerSpec spec, OnnxGraph graph) {
    if (spec.input().rank() != 1) {
      graph.then("Flatten", List.of(graph.channelsLast()), OnnxProtos.attribute("axis", 1));
    }
  }

  private static void maxPooling2D(MaxPooling2D layer, LayerSpec spec, OnnxGraph graph) {
    graph.then(
        "MaxPool",
        List.of(graph.channelsFirst()),
        window(layer.poolSize(), layer.strides(), layer.padding(), spec));
  }

  private static AttributeProto[] window(
      Size window, Size strides, Padding padding, LayerSpec spec) {
    int down = missing(padding, 0, window.height(), strides.height(), spec);
    int across = missing(padding, 1, window.width(), strides.width(), spec);
    // All starts, then all ends; the odd one is at the end, as in TensorFlow.
    int[] pads = {down / 2, across / 2, down - down / 2, across - across / 2};
    return new AttributeProto[] {
      size("kernel_shape", window), size("strides", strides), OnnxProtos.attribute("pads", pads)
    };
  }

  /** Returns how many pixels the window reaches over both borders of an axis. */
  private static int missing(Padding padding, int axis, int window, int stride, LayerSpec spec) {
    int reach = (spec.output().dim(axis) - 1) * stride + window;
    return padding == Padding.SAME ? Math.max(reach - spec.input().dim(axis), 0) : 0;
  }
}
