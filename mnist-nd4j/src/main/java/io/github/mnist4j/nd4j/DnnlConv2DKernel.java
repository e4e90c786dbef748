package io.github.mnist4j.nd4j;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import java.util.Map;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * Convolution on oneDNN, in the layouts it likes best, the activation fused into it.
 *
 * <p>Where a max pool follows a relu, the pool takes over relu's part of the backward pass: the
 * greatest of a window is above zero exactly where relu let it through, on a quarter of the
 * numbers.
 */
final class DnnlConv2DKernel implements DnnlKernel {
  private static final dnnl.algorithm DIRECT = dnnl.algorithm.convolution_direct;

  private final DnnlWiring wiring;
  private final Tape tape;
  private final Param kernel;
  private final @Nullable Param bias;
  private final Window window;
  private final memory.desc plainKernel;
  private final memory.desc biasDesc;
  private final memory.desc anySource;
  private final memory.desc anyKernel;
  private final memory.desc anyOutput;
  private final convolution_forward.primitive_desc forward;
  private final DnnlActivation activation;
  private final boolean maskedByPool;
  private final Flow y;

  DnnlConv2DKernel(Conv2D layer, DnnlWiring wiring, boolean maskedByPool) {
    this.wiring = wiring;
    this.maskedByPool = maskedByPool;
    tape = wiring.tape();
    kernel = wiring.param("kernel");
    bias = layer.useBias() ? wiring.param("bias") : null;
    Shape in = wiring.spec().input();
    Shape out = wiring.spec().output();
    window =
        Window.of(layer.kernelSize(), layer.strides(), layer.padding() == Padding.SAME, in, out);
    long[] kernelDims = {
      layer.filters(), in.dim(2), layer.kernelSize().height(), layer.kernelSize().width()
    };
    plainKernel = tape.desc(memory.format_tag.hwio, kernelDims);
    biasDesc = bias == null ? tape.nothing() : tape.desc(memory.format_tag.a, layer.filters());
    anySource = tape.desc(memory.format_tag.any, wiring.n(), in.dim(2), in.dim(0), in.dim(1));
    anyKernel = tape.desc(memory.format_tag.any, kernelDims);
    anyOutput = tape.desc(memory.format_tag.any, wiring.n(), out.dim(2), out.dim(0), out.dim(1));
    activation = new DnnlActivation(layer.activation(), tape, wiring.n());
    forward =
        tape.keep(
            new convolution_forward.primitive_desc(
                forwardOperation(), activation.fused(), OneDnn.engine()));
    y = recordForward();
  }

  private convolution_forward.desc forwardOperation() {
    return tape.keep(
        new convolution_forward.desc(
            wiring.pass(),
            DIRECT,
            anySource,
            anyKernel,
            biasDesc,
            anyOutput,
            window.strides(),
            window.low(),
            window.high()));
  }

  private Flow recordForward() {
    memory.desc outputDesc = tape.keep(forward.dst_desc());
    memory output = tape.allocate(outputDesc);
    memory source =
        tape.as(
            tape.forward(), wiring.x().memory(), wiring.x().desc(), tape.keep(forward.src_desc()));
    memory weights = tape.weights(kernel, plainKernel, tape.keep(forward.weights_desc()));
    Map<Integer, memory> arguments =
        Map.of(DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS, weights, DNNL_ARG_DST, output);
    memory biases = bias == null ? null : tape.wrap(bias.value(), biasDesc);
    tape.record(
        tape.forward(),
        new convolution_forward(forward),
        forward,
        Tape.with(arguments, DNNL_ARG_BIAS, biases));
    return activation.forwardBehind(
        new Flow(output, outputDesc, wiring.spec().output(), false, null));
  }

  @Override
  public Flow output() {
    return y;
  }

  @Override
  public Flow bindGradient(Flow dy) {
    Flow before = maskedByPool ? dy : activation.backward(y, dy);
    recordWeights(before);
    return wiring.first() ? null : recordData(before);
  }

  private void recordWeights(Flow dy) {
    convolution_backward_weights.desc operation =
        tape.keep(
            new convolution_backward_weights.desc(
                DIRECT,
                anySource,
                anyKernel,
                biasDesc,
                anyOutput,
                window.strides(),
                window.low(),
                window.high()));
    convolution_backward_weights.primitive_desc description =
        tape.keep(
            new convolution_backward_weights.primitive_desc(
                operation, tape.attributes(), OneDnn.engine(), forward));
    memory.desc produced = tape.keep(description.diff_weights_desc());
    memory gradient = tape.gradient(kernel, plainKernel, produced);
    memory source =
        tape.as(
            tape.backward(),
            wiring.x().memory(),
            wiring.x().desc(),
            tape.keep(description.src_desc()));
    memory outputGradient =
        tape.as(tape.backward(), dy.memory(), dy.desc(), tape.keep(description.diff_dst_desc()));
    Map<Integer, memory> arguments =
        Map.of(
            DNNL_ARG_SRC,
            source,
            DNNL_ARG_DIFF_DST,
            outputGradient,
            DNNL_ARG_DIFF_WEIGHTS,
            gradient);
    memory biasGradient = bias == null ? null : tape.wrap(bias.gradient(), biasDesc);
    tape.record(
        tape.backward(),
        new convolution_backward_weights(description),
        description,
        Tape.with(arguments, DNNL_ARG_DIFF_BIAS, biasGradient));
    tape.finishGradient(gradient, kernel, plainKernel, produced);
  }

  private Flow recordData(Flow dy) {
    convolution_backward_data.desc operation =
        tape.keep(
            new convolution_backward_data.desc(
                DIRECT,
                anySource,
                anyKernel,
                anyOutput,
                window.strides(),
                window.low(),
                window.high()));
    convolution_backward_data.primitive_desc description =
        tape.keep(
            new convolution_backward_data.primitive_desc(
                operation, tape.attributes(), OneDnn.engine(), forward));
    memory.desc inputDesc = tape.keep(description.diff_src_desc());
    memory dx = tape.allocate(inputDesc);
    tape.record(
        tape.backward(),
        new convolution_backward_data(description),
        description,
        Map.of(
            DNNL_ARG_DIFF_DST,
            tape.as(
                tape.backward(), dy.memory(), dy.desc(), tape.keep(description.diff_dst_desc())),
            DNNL_ARG_WEIGHTS,
            tape.weights(kernel, plainKernel, tape.keep(description.weights_desc())),
            DNNL_ARG_DIFF_SRC,
            dx));
    return new Flow(dx, inputDesc, wiring.spec().input(), false, null);
  }

  /** Returns whether a convolution is one of those that this kernel has. */
  static boolean has(Conv2D layer) {
    return layer.groups() == 1 && layer.dilationRate().equals(Size.square(1));
  }
}
