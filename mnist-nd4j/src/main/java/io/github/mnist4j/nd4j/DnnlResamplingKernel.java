package io.github.mnist4j.nd4j;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.github.mnist4j.layers.Interpolation;
import io.github.mnist4j.layers.UpSampling2D;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.resampling_backward;
import org.bytedeco.dnnl.resampling_forward;

/** Larger images on oneDNN, in the layout that the images have. */
final class DnnlResamplingKernel implements DnnlKernel {
  private final Tape tape;
  private final dnnl.algorithm algorithm;
  private final resampling_forward.primitive_desc forward;
  private final Flow x;
  private final Flow y;

  DnnlResamplingKernel(UpSampling2D layer, DnnlWiring wiring) {
    tape = wiring.tape();
    algorithm =
        layer.interpolation() == Interpolation.NEAREST
            ? dnnl.algorithm.resampling_nearest
            : dnnl.algorithm.resampling_linear;
    x = tape.common(tape.forward(), wiring.x(), wiring.n());
    y = tape.sibling(x, wiring.n(), wiring.spec().output());
    resampling_forward.desc operation =
        tape.keep(new resampling_forward.desc(wiring.pass(), algorithm, x.desc(), y.desc()));
    forward =
        tape.keep(
            new resampling_forward.primitive_desc(operation, tape.attributes(), OneDnn.engine()));
    tape.record(
        tape.forward(),
        new resampling_forward(forward),
        forward,
        Map.of(DNNL_ARG_SRC, x.memory(), DNNL_ARG_DST, y.memory()));
  }

  @Override
  public Flow output() {
    return y;
  }

  @Override
  public Flow bindGradient(Flow dy) {
    Flow dx = tape.sibling(x);
    resampling_backward.desc operation =
        tape.keep(new resampling_backward.desc(algorithm, x.desc(), y.desc()));
    resampling_backward.primitive_desc description =
        tape.keep(
            new resampling_backward.primitive_desc(
                operation, tape.attributes(), OneDnn.engine(), forward));
    tape.record(
        tape.backward(),
        new resampling_backward(description),
        description,
        Map.of(
            DNNL_ARG_DIFF_DST, tape.like(tape.backward(), dy, y), DNNL_ARG_DIFF_SRC, dx.memory()));
    return dx;
  }
}
