package io.github.mnist4j.nd4j;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.Map;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/**
 * Convolution on oneDNN, also dilated and in groups, in the layouts it likes best, the activation
 * fused into it.
 *
 * <p>Where a max pool follows a relu, the pool takes over relu's part of the backward pass: the
 * greatest of a window is above zero exactly where relu let it through, on a quarter of the
 * numbers.
 */
final class DnnlConvolutionKernel implements DnnlKernel {
  private static final dnnl.algorithm DIRECT = dnnl.algorithm.convolution_direct;

  private final DnnlWiring wiring;
  private final Tape tape;
  private final DnnlConvolution convolution;
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

  DnnlConvolutionKernel(DnnlConvolution convolution, DnnlWiring wiring, boolean maskedByPool) {
    this.wiring = wiring;
    this.convolution = convolution;
    this.maskedByPool = maskedByPool;
    tape = wiring.tape();
    window = convolution.window();
    plainKernel = convolution.plainKernel(tape);
    biasDesc = convolution.biasDesc(tape);
    anySource = DnnlConvolution.any(tape, wiring.n(), convolution.in());
    anyKernel = tape.desc(memory.format_tag.any, convolution.kernelDims());
    anyOutput = DnnlConvolution.any(tape, wiring.n(), convolution.out());
    activation =
        DnnlActivation.fusible(convolution.activation(), tape, wiring.n(), wiring.training());
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
            window.gaps(),
            window.low(),
            window.high()));
  }

  private Flow recordForward() {
    memory.desc outputDesc = tape.keep(forward.dst_desc());
    memory output = tape.allocate(outputDesc);
    memory source =
        tape.as(
            tape.forward(), wiring.x().memory(), wiring.x().desc(), tape.keep(forward.src_desc()));
    memory weights =
        tape.weights(convolution.kernel(), plainKernel, tape.keep(forward.weights_desc()));
    Map<Integer, memory> arguments =
        Map.of(DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS, weights, DNNL_ARG_DST, output);
    Param bias = convolution.bias();
    memory biases = bias == null ? null : tape.wrap(bias.value(), biasDesc);
    tape.record(
        tape.forward(),
        new convolution_forward(forward),
        forward,
        Tape.with(arguments, DNNL_ARG_BIAS, biases));
    return activation.forwardBehind(new Flow(output, outputDesc, convolution.out(), false, null));
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
                window.gaps(),
                window.low(),
                window.high()));
    convolution_backward_weights.primitive_desc description =
        tape.keep(
            new convolution_backward_weights.primitive_desc(
                operation, tape.attributes(), OneDnn.engine(), forward));
    memory.desc produced = tape.keep(description.diff_weights_desc());
    memory gradient = tape.gradient(convolution.kernel(), plainKernel, produced);
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
    Param bias = convolution.bias();
    memory biasGradient = bias == null ? null : tape.wrap(bias.gradient(), biasDesc);
    tape.record(
        tape.backward(),
        new convolution_backward_weights(description),
        description,
        Tape.with(arguments, DNNL_ARG_DIFF_BIAS, biasGradient));
    tape.finishGradient(gradient, convolution.kernel(), plainKernel, produced);
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
                window.gaps(),
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
            tape.weights(convolution.kernel(), plainKernel, tape.keep(description.weights_desc())),
            DNNL_ARG_DIFF_SRC,
            dx));
    return new Flow(dx, inputDesc, convolution.in(), false, null);
  }
}
