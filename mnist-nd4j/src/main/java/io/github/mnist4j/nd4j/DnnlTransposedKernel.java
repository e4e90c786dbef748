package io.github.mnist4j.nd4j;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.Map;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.deconvolution_backward_data;
import org.bytedeco.dnnl.deconvolution_backward_weights;
import org.bytedeco.dnnl.deconvolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/**
 * Transposed convolution on oneDNN: a deconvolution there, in the layouts it likes best.
 *
 * <p>oneDNN's own bias and fused activation take many times as long as the rest. Bias is added by a
 * batch normalization with mean 0, variance 0 and ε 1, which is fast in every layout. (Variance 1
 * and ε 0 would make of padded channels what is no number.)
 */
final class DnnlTransposedKernel implements DnnlKernel {
  private static final dnnl.algorithm DIRECT = dnnl.algorithm.deconvolution_direct;

  private static final int SHIFT =
      dnnl.normalization_flags.use_global_stats.value | dnnl.normalization_flags.use_shift.value;

  private final DnnlWiring wiring;
  private final Tape tape;
  private final DnnlConvolution convolution;
  private final Window window;
  private final memory.desc plainKernel;
  private final memory.desc biasDesc;
  private final memory.desc anySource;
  private final memory.desc anyKernel;
  private final memory.desc anyOutput;
  private final deconvolution_forward.primitive_desc forward;
  private final DnnlActivation activation;
  private final Flow y;

  DnnlTransposedKernel(DnnlConvolution convolution, DnnlWiring wiring) {
    this.wiring = wiring;
    this.convolution = convolution;
    tape = wiring.tape();
    window = convolution.window();
    plainKernel = convolution.plainTransposedKernel(tape);
    biasDesc = convolution.biasDesc(tape);
    anySource = DnnlConvolution.any(tape, wiring.n(), convolution.in());
    anyKernel = tape.desc(memory.format_tag.any, convolution.kernelDims());
    anyOutput = DnnlConvolution.any(tape, wiring.n(), convolution.out());
    activation = DnnlActivation.apart(convolution.activation(), tape, wiring.n());
    forward =
        tape.keep(
            new deconvolution_forward.primitive_desc(
                forwardOperation(), tape.attributes(), OneDnn.engine()));
    y = recordForward();
  }

  private deconvolution_forward.desc forwardOperation() {
    return tape.keep(
        new deconvolution_forward.desc(
            wiring.pass(),
            DIRECT,
            anySource,
            anyKernel,
            tape.nothing(),
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
    tape.record(
        tape.forward(),
        new deconvolution_forward(forward),
        forward,
        Map.of(DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS, weights, DNNL_ARG_DST, output));
    if (convolution.bias() != null) {
      recordBias(convolution.bias(), output, outputDesc);
    }
    return activation.forwardBehind(new Flow(output, outputDesc, convolution.out(), false, null));
  }

  private void recordBias(Param bias, memory output, memory.desc outputDesc) {
    batch_normalization_forward.desc operation =
        tape.keep(
            new batch_normalization_forward.desc(
                dnnl.prop_kind.forward_inference.value, outputDesc, 1, SHIFT));
    batch_normalization_forward.primitive_desc description =
        tape.keep(
            new batch_normalization_forward.primitive_desc(
                operation, tape.attributes(), OneDnn.engine()));
    memory zeros = tape.wrap(tape.memory().array(bias.size()), biasDesc);
    tape.record(
        tape.forward(),
        new batch_normalization_forward(description),
        description,
        Map.of(
            DNNL_ARG_SRC,
            output,
            DNNL_ARG_DST,
            output,
            DNNL_ARG_MEAN,
            zeros,
            DNNL_ARG_VARIANCE,
            zeros,
            DNNL_ARG_SHIFT,
            tape.wrap(bias.value(), biasDesc)));
  }

  @Override
  public Flow output() {
    return y;
  }

  @Override
  public Flow bindGradient(Flow dy) {
    Flow before = activation.backward(y, dy);
    recordWeights(before);
    return wiring.first() ? null : recordData(before);
  }

  private void recordWeights(Flow dy) {
    deconvolution_backward_weights.desc operation =
        tape.keep(
            new deconvolution_backward_weights.desc(
                DIRECT,
                anySource,
                anyKernel,
                biasDesc,
                anyOutput,
                window.strides(),
                window.gaps(),
                window.low(),
                window.high()));
    deconvolution_backward_weights.primitive_desc description =
        tape.keep(
            new deconvolution_backward_weights.primitive_desc(
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
        new deconvolution_backward_weights(description),
        description,
        Tape.with(arguments, DNNL_ARG_DIFF_BIAS, biasGradient));
    tape.finishGradient(gradient, convolution.kernel(), plainKernel, produced);
  }

  private Flow recordData(Flow dy) {
    deconvolution_backward_data.desc operation =
        tape.keep(
            new deconvolution_backward_data.desc(
                DIRECT,
                anySource,
                anyKernel,
                anyOutput,
                window.strides(),
                window.gaps(),
                window.low(),
                window.high()));
    deconvolution_backward_data.primitive_desc description =
        tape.keep(
            new deconvolution_backward_data.primitive_desc(
                operation, tape.attributes(), OneDnn.engine(), forward));
    memory.desc inputDesc = tape.keep(description.diff_src_desc());
    memory dx = tape.allocate(inputDesc);
    tape.record(
        tape.backward(),
        new deconvolution_backward_data(description),
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
