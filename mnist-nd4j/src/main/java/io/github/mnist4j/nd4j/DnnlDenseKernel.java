package io.github.mnist4j.nd4j;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.github.mnist4j.layers.Dense;
import io.github.mnist4j.tensor.Shape;
import java.util.Map;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * Dense arithmetic on oneDNN. Vectors that were images, behind {@code Flatten}, are taken as they
 * lie: the kernel's rows are read as (height, width, channels), and nothing is moved. Samples of
 * more axes are taken as more samples.
 */
final class DnnlDenseKernel implements DnnlKernel {
  private final DnnlWiring wiring;
  private final Tape tape;
  private final int rows;
  private final Flow x;
  private final Param kernel;
  private final @Nullable Param bias;
  private final memory.desc plainKernel;
  private final memory.desc anyKernel;
  private final memory.desc biasDesc;
  private final memory.desc outputDesc;
  private final inner_product_forward.primitive_desc forward;
  private final DnnlActivation activation;
  private final Flow y;

  DnnlDenseKernel(Dense layer, DnnlWiring wiring) {
    this.wiring = wiring;
    tape = wiring.tape();
    kernel = wiring.param("kernel");
    bias = layer.useBias() ? wiring.param("bias") : null;
    Shape sample = wiring.spec().input();
    rows = wiring.n() * (sample.size() / sample.dim(-1));
    x =
        wiring.x().flattenedImages()
            ? wiring.x()
            : rows(tape.forward(), wiring.x(), sample.dim(-1));
    long[] kernelDims = new long[x.desc().data().ndims()];
    x.desc().dims().get(kernelDims);
    kernelDims[0] = layer.units();
    plainKernel =
        tape.desc(x.flattenedImages() ? memory.format_tag.hwio : memory.format_tag.ba, kernelDims);
    anyKernel = tape.desc(memory.format_tag.any, kernelDims);
    biasDesc = bias == null ? tape.nothing() : tape.desc(memory.format_tag.a, layer.units());
    outputDesc = tape.desc(memory.format_tag.ab, rows, layer.units());
    activation = DnnlActivation.fusible(layer.activation(), tape, rows, wiring.training());
    inner_product_forward.desc operation =
        tape.keep(
            new inner_product_forward.desc(
                wiring.pass(), x.desc(), anyKernel, biasDesc, outputDesc));
    forward =
        tape.keep(
            new inner_product_forward.primitive_desc(
                operation, activation.fused(), OneDnn.engine()));
    y = recordForward();
  }

  private Flow rows(Steps steps, Flow flow, int width) {
    return tape.relabel(tape.plain(steps, flow, wiring.n()), rows, Shape.of(width));
  }

  private Flow recordForward() {
    Flow output = tape.array(rows, Shape.of(wiring.spec().output().dim(-1)));
    memory weights = tape.weights(kernel, plainKernel, tape.keep(forward.weights_desc()));
    Map<Integer, memory> arguments =
        Map.of(DNNL_ARG_SRC, x.memory(), DNNL_ARG_WEIGHTS, weights, DNNL_ARG_DST, output.memory());
    memory biases = bias == null ? null : tape.wrap(bias.value(), biasDesc);
    tape.record(
        tape.forward(),
        new inner_product_forward(forward),
        forward,
        Tape.with(arguments, DNNL_ARG_BIAS, biases));
    return activation.forwardBehind(output);
  }

  @Override
  public Flow output() {
    return tape.relabel(y, wiring.n(), wiring.spec().output());
  }

  @Override
  public Flow bindGradient(Flow dy) {
    Flow before = activation.backward(y, rows(tape.backward(), dy, wiring.spec().output().dim(-1)));
    recordWeights(before.memory());
    return wiring.first() ? null : recordData(before.memory());
  }

  private void recordWeights(memory dy) {
    inner_product_backward_weights.desc operation =
        tape.keep(
            new inner_product_backward_weights.desc(x.desc(), anyKernel, biasDesc, outputDesc));
    inner_product_backward_weights.primitive_desc description =
        tape.keep(
            new inner_product_backward_weights.primitive_desc(
                operation, tape.attributes(), OneDnn.engine(), forward));
    memory.desc produced = tape.keep(description.diff_weights_desc());
    memory gradient = tape.gradient(kernel, plainKernel, produced);
    Map<Integer, memory> arguments =
        Map.of(DNNL_ARG_SRC, x.memory(), DNNL_ARG_DIFF_DST, dy, DNNL_ARG_DIFF_WEIGHTS, gradient);
    memory biasGradient = bias == null ? null : tape.wrap(bias.gradient(), biasDesc);
    tape.record(
        tape.backward(),
        new inner_product_backward_weights(description),
        description,
        Tape.with(arguments, DNNL_ARG_DIFF_BIAS, biasGradient));
    tape.finishGradient(gradient, kernel, plainKernel, produced);
  }

  private Flow recordData(memory dy) {
    inner_product_backward_data.desc operation =
        tape.keep(new inner_product_backward_data.desc(x.desc(), anyKernel, outputDesc));
    inner_product_backward_data.primitive_desc description =
        tape.keep(
            new inner_product_backward_data.primitive_desc(
                operation, tape.attributes(), OneDnn.engine(), forward));
    memory dx = tape.allocate(x.desc());
    tape.record(
        tape.backward(),
        new inner_product_backward_data(description),
        description,
        Map.of(
            DNNL_ARG_DIFF_DST,
            dy,
            DNNL_ARG_WEIGHTS,
            tape.weights(kernel, plainKernel, tape.keep(description.weights_desc())),
            DNNL_ARG_DIFF_SRC,
            dx));
    Flow gradient = new Flow(dx, x.desc(), x.sample(), x.plain(), null);
    return x.flattenedImages()
        ? gradient
        : tape.relabel(gradient, wiring.n(), wiring.spec().input());
  }
}
