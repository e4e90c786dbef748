package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Conv1D;
import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Conv2DTranspose;
import io.github.mnist4j.layers.DepthwiseConv2D;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * A convolution in oneDNN's terms.
 *
 * @param window what moves
 * @param groups the groups of channels that do not see each other
 * @param in images before it
 * @param out images behind it
 * @param kernel the kernel, (height, width, channels of a group, filters); transposed: (height,
 *     width, filters, channels)
 * @param bias the bias, if it has one
 * @param activation what follows
 */
record DnnlConvolution(
    Window window,
    int groups,
    Shape in,
    Shape out,
    Param kernel,
    @Nullable Param bias,
    Activation activation) {
  static DnnlConvolution of(Conv2D layer, DnnlWiring wiring) {
    Shape in = wiring.spec().input();
    Shape out = wiring.spec().output();
    return new DnnlConvolution(
        Window.of(
            layer.kernelSize(), layer.strides(), layer.dilationRate(), layer.padding(), in, out),
        layer.groups(),
        in,
        out,
        wiring.param("kernel"),
        layer.useBias() ? wiring.param("bias") : null,
        layer.activation());
  }

  /** Over images of one row. */
  static DnnlConvolution of(Conv1D layer, DnnlWiring wiring) {
    Shape in = wiring.spec().input();
    Shape out = wiring.spec().output();
    return new DnnlConvolution(
        Window.of(
            new Size(1, layer.kernelSize()),
            new Size(1, layer.strides()),
            new Size(1, layer.dilationRate()),
            layer.padding(),
            in,
            out),
        layer.groups(),
        in,
        out,
        wiring.param("kernel"),
        layer.useBias() ? wiring.param("bias") : null,
        layer.activation());
  }

  /** Each channel is a group. */
  static DnnlConvolution of(DepthwiseConv2D layer, DnnlWiring wiring) {
    Shape in = wiring.spec().input();
    Shape out = wiring.spec().output();
    return new DnnlConvolution(
        Window.of(
            layer.kernelSize(), layer.strides(), layer.dilationRate(), layer.padding(), in, out),
        in.dim(2),
        in,
        out,
        wiring.param("kernel"),
        layer.useBias() ? wiring.param("bias") : null,
        layer.activation());
  }

  static DnnlConvolution of(Conv2DTranspose layer, DnnlWiring wiring) {
    Shape in = wiring.spec().input();
    Shape out = wiring.spec().output();
    return new DnnlConvolution(
        Window.transposed(
            layer.kernelSize(), layer.strides(), layer.dilationRate(), layer.padding(), in, out),
        1,
        in,
        out,
        wiring.param("kernel"),
        layer.useBias() ? wiring.param("bias") : null,
        layer.activation());
  }

  /** Returns the kernel as Java has it, over oneDNN's axes. */
  memory.desc plainKernel(Tape tape) {
    return tape.desc(groups == 1 ? memory.format_tag.hwio : memory.format_tag.hwigo, kernelDims());
  }

  /** Returns a transposed convolution's kernel as Java has it, over oneDNN's axes. */
  memory.desc plainTransposedKernel(Tape tape) {
    long channels = in.dim(2);
    long row = channels * out.dim(2);
    return tape.strided(kernelDims(), channels, 1, row * window.size()[1], row);
  }

  /** Returns the kernel's sizes: (groups where there are several, filters, channels, …). */
  long[] kernelDims() {
    long height = window.size()[0];
    long width = window.size()[1];
    long channels = in.dim(2) / groups;
    long filters = out.dim(2) / groups;
    return groups == 1
        ? new long[] {filters, channels, height, width}
        : new long[] {groups, filters, channels, height, width};
  }

  /** Returns the bias' layout; where there is none, the layout of nothing. */
  memory.desc biasDesc(Tape tape) {
    return bias == null ? tape.nothing() : tape.desc(memory.format_tag.a, out.dim(2));
  }

  /** Returns any layout of images. */
  static memory.desc any(Tape tape, int n, Shape image) {
    return tape.desc(memory.format_tag.any, n, image.dim(2), image.dim(0), image.dim(1));
  }
}
