package io.github.mnist4j.io;

import io.github.mnist4j.io.OnnxGraph.Attribute;
import io.github.mnist4j.io.OnnxGraph.Value;
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
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How each layer is said in ONNX, as it acts when predicting; a layer that is not in {@link
 * #WRITERS} is refused.
 */
final class OnnxLayers {
  private static final Map<Class<? extends Layer>, Writer> WRITERS =
      Map.of(
          Conv2D.class, OnnxLayers::conv2D,
          MaxPooling2D.class, OnnxLayers::maxPooling2D,
          AveragePooling2D.class, OnnxLayers::averagePooling2D,
          Flatten.class, OnnxLayers::flatten,
          Dense.class, OnnxLayers::dense,
          Dropout.class, (graph, layer, weights, x) -> x,
          ActivationLayer.class,
              (graph, layer, weights, x) ->
                  activation(graph, layer, layer.layer().activation(), x));

  /** Adds the nodes of a layer and returns its output. */
  private interface Writer {
    Value write(OnnxGraph graph, LayerSpec layer, Weights weights, Value x);
  }

  private OnnxLayers() {}

  static boolean has(Layer layer) {
    return WRITERS.containsKey(layer.getClass());
  }

  static Value write(OnnxGraph graph, LayerSpec layer, Weights weights, Value x) {
    return WRITERS.get(layer.layer().getClass()).write(graph, layer, weights, x);
  }

  private static Value conv2D(OnnxGraph graph, LayerSpec spec, Weights weights, Value x) {
    Conv2D conv = (Conv2D) spec.layer();
    Value image = graph.channelsFirst(x);
    Tensor kernel = weights.get(spec.name() + "/kernel");
    int[] dims = kernel.shape().toArray();
    List<String> inputs = new ArrayList<>(List.of(image.name()));
    inputs.add(
        graph.constant(
            spec.name() + "/kernel",
            Shape.of(dims[3], dims[2], dims[0], dims[1]),
            outputsFirst(kernel.data(), dims)));
    if (conv.useBias()) {
      inputs.add(constant(graph, spec, weights, "bias"));
    }
    Value y =
        graph.node(
            "Conv",
            spec.name(),
            inputs,
            spec.output(),
            true,
            size("kernel_shape", conv.kernelSize()),
            size("strides", conv.strides()),
            pads(spec.input(), conv.kernelSize(), conv.strides(), conv.padding()));
    return activation(graph, spec, conv.activation(), y);
  }

  /** Returns a kernel {@code (height, width, in, out)} as {@code (out, in, height, width)}. */
  private static float[] outputsFirst(float[] kernel, int[] dims) {
    int window = dims[0] * dims[1];
    int in = dims[2];
    int out = dims[3];
    float[] turned = new float[kernel.length];
    for (int place = 0; place < window; place++) {
      for (int i = 0; i < in; i++) {
        for (int o = 0; o < out; o++) {
          turned[(o * in + i) * window + place] = kernel[(place * in + i) * out + o];
        }
      }
    }
    return turned;
  }

  private static Value maxPooling2D(OnnxGraph graph, LayerSpec spec, Weights weights, Value x) {
    MaxPooling2D pool = (MaxPooling2D) spec.layer();
    return graph.node(
        "MaxPool",
        spec.name(),
        List.of(graph.channelsFirst(x).name()),
        spec.output(),
        true,
        size("kernel_shape", pool.poolSize()),
        size("strides", pool.strides()),
        pads(spec.input(), pool.poolSize(), pool.strides(), pool.padding()));
  }

  private static Value averagePooling2D(OnnxGraph graph, LayerSpec spec, Weights weights, Value x) {
    AveragePooling2D pool = (AveragePooling2D) spec.layer();
    return graph.node(
        "AveragePool",
        spec.name(),
        List.of(graph.channelsFirst(x).name()),
        spec.output(),
        true,
        size("kernel_shape", pool.poolSize()),
        size("strides", pool.strides()),
        pads(spec.input(), pool.poolSize(), pool.strides(), pool.padding()),
        Attribute.number("count_include_pad", 0));
  }

  private static Value flatten(OnnxGraph graph, LayerSpec spec, Weights weights, Value x) {
    return graph.node(
        "Flatten",
        spec.name(),
        List.of(graph.channelsLast(x).name()),
        spec.output(),
        false,
        Attribute.number("axis", 1));
  }

  private static Value dense(OnnxGraph graph, LayerSpec spec, Weights weights, Value x) {
    Dense dense = (Dense) spec.layer();
    String kernel = constant(graph, spec, weights, "kernel");
    String input = graph.channelsLast(x).name();
    Value y = graph.node("MatMul", spec.name(), List.of(input, kernel), spec.output(), false);
    if (dense.useBias()) {
      String bias = constant(graph, spec, weights, "bias");
      y = graph.node("Add", spec.name() + "/add", List.of(y.name(), bias), spec.output(), false);
    }
    return activation(graph, spec, dense.activation(), y);
  }

  private static Value activation(OnnxGraph graph, LayerSpec spec, Activation activation, Value x) {
    return switch (activation) {
      case linear -> x;
      case relu -> elementwise(graph, spec, "Relu", x);
      case sigmoid -> elementwise(graph, spec, "Sigmoid", x);
      case tanh -> elementwise(graph, spec, "Tanh", x);
      case softmax -> {
        Value last = graph.channelsLast(x);
        yield graph.node(
            "Softmax",
            spec.name() + "/softmax",
            List.of(last.name()),
            spec.output(),
            false,
            Attribute.number("axis", -1));
      }
    };
  }

  private static Value elementwise(OnnxGraph graph, LayerSpec spec, String operator, Value x) {
    String name = spec.name() + "/" + operator.toLowerCase(java.util.Locale.ROOT);
    return graph.node(operator, name, List.of(x.name()), x.shape(), x.channelsFirst());
  }

  private static String constant(OnnxGraph graph, LayerSpec spec, Weights weights, String param) {
    Tensor tensor = weights.get(spec.name() + "/" + param);
    return graph.constant(spec.name() + "/" + param, tensor.shape(), tensor.data());
  }

  private static Attribute size(String name, Size size) {
    return Attribute.ints(name, size.height(), size.width());
  }

  /** What TensorFlow calls SAME, in numbers: evenly, one more at the end where it is odd. */
  private static Attribute pads(Shape input, Size window, Size strides, Padding padding) {
    int down = total(input.dim(0), window.height(), strides.height(), padding);
    int across = total(input.dim(1), window.width(), strides.width(), padding);
    return Attribute.ints("pads", down / 2, across / 2, down - down / 2, across - across / 2);
  }

  private static int total(int size, int window, int stride, Padding padding) {
    int places = (size + stride - 1) / stride;
    return padding == Padding.VALID ? 0 : Math.max((places - 1) * stride + window - size, 0);
  }
}
