package io.github.mnist4j.nd4j;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.jspecify.annotations.Nullable;

/** Pooling on oneDNN; a max pool remembers where each greatest number stood. */
final class DnnlPoolingKernel implements DnnlKernel {
  private final DnnlWiring wiring;
  private final Tape tape;
  private final dnnl.algorithm algorithm;
  private final Window window;
  private final boolean masksRelu;
  private final pooling_forward.primitive_desc forward;
  private final @Nullable memory places;
  private final Flow y;

  /**
   * Records the forward pass.
   *
   * @param masksRelu whether the layer before left its relu's backward part to this one
   */
  DnnlPoolingKernel(
      dnnl.algorithm algorithm,
      Size poolSize,
      Size strides,
      Padding padding,
      DnnlWiring wiring,
      boolean masksRelu) {
    this.wiring = wiring;
    this.algorithm = algorithm;
    this.masksRelu = masksRelu;
    tape = wiring.tape();
    Shape in = wiring.spec().input();
    Shape out = wiring.spec().output();
    window = Window.of(poolSize, strides, padding, in, out);
    memory.desc anyOutput =
        tape.desc(memory.format_tag.any, wiring.n(), out.dim(2), out.dim(0), out.dim(1));
    pooling_forward.desc operation =
        tape.keep(
            new pooling_forward.desc(
                wiring.pass(),
                algorithm,
                wiring.x().desc(),
                anyOutput,
                window.strides(),
                window.size(),
                window.low(),
                window.high()));
    forward =
        tape.keep(
            new pooling_forward.primitive_desc(operation, tape.attributes(), OneDnn.engine()));
    memory.desc outputDesc = tape.keep(forward.dst_desc());
    y = new Flow(tape.allocate(outputDesc), outputDesc, out, false, null);
    memory.desc placesDesc = tape.keep(forward.workspace_desc());
    places = wiring.training() && placesDesc.get_size() > 0 ? tape.allocate(placesDesc) : null;
    Map<Integer, memory> arguments =
        Map.of(DNNL_ARG_SRC, wiring.x().memory(), DNNL_ARG_DST, y.memory());
    tape.record(
        tape.forward(),
        new pooling_forward(forward),
        forward,
        Tape.with(arguments, DNNL_ARG_WORKSPACE, places));
  }

  @Override
  public Flow output() {
    return y;
  }

  @Override
  public Flow bindGradient(Flow dy) {
    Flow masked =
        masksRelu ? DnnlActivation.apart(Activation.relu, tape, wiring.n()).backward(y, dy) : dy;
    pooling_backward.desc operation =
        tape.keep(
            new pooling_backward.desc(
                algorithm,
                wiring.x().desc(),
                y.desc(),
                window.strides(),
                window.size(),
                window.low(),
                window.high()));
    pooling_backward.primitive_desc description =
        tape.keep(
            new pooling_backward.primitive_desc(
                operation, tape.attributes(), OneDnn.engine(), forward));
    memory dx = tape.allocate(wiring.x().desc());
    memory outputGradient = tape.as(tape.backward(), masked.memory(), masked.desc(), y.desc());
    Map<Integer, memory> arguments =
        Map.of(DNNL_ARG_DIFF_DST, outputGradient, DNNL_ARG_DIFF_SRC, dx);
    tape.record(
        tape.backward(),
        new pooling_backward(description),
        description,
        Tape.with(arguments, DNNL_ARG_WORKSPACE, places));
    return new Flow(dx, wiring.x().desc(), wiring.spec().input(), wiring.x().plain(), null);
  }
}
