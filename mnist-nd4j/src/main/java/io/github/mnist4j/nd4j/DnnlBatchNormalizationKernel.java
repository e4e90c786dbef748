package io.github.mnist4j.nd4j;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import io.github.mnist4j.layers.Axes;
import io.github.mnist4j.layers.BatchNormalization;
import io.github.mnist4j.tensor.Shape;
import java.util.Map;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalization on oneDNN, in the layout that the samples have; a relu behind it is fused.
 *
 * <p>Where the batch is one part, oneDNN does it all. Where it is shared out, each part has oneDNN
 * find its own mean and variance, the parts meet ({@link ChannelMoments}), and y is made with those
 * of the batch as if they were given. Backward, oneDNN takes them for constants, which leaves dx₁ =
 * γ · dy / √(variance + ε) and the part's Σ dy and Σ dy · x̂; what is missing, −γ · (mean dy + x̂ ·
 * mean (dy · x̂)) / √(variance + ε), is again a normalization of x, by another scale and shift.
 */
final class DnnlBatchNormalizationKernel implements DnnlKernel {
  private static final int GIVEN = dnnl.normalization_flags.use_global_stats.value;
  private static final int SCALED =
      dnnl.normalization_flags.use_scale.value | dnnl.normalization_flags.use_shift.value;
  private static final int RELU = dnnl.normalization_flags.fuse_norm_relu.value;

  private final DnnlWiring wiring;
  private final Tape tape;
  private final float epsilon;
  private final int channels;
  private final memory.desc perChannel;
  private final Flow x;
  private final Flow y;
  private final @Nullable Param gamma;
  private final @Nullable Param beta;
  private final INDArray factors;
  private final INDArray mean;
  private final INDArray variance;
  private final @Nullable ChannelMoments moments;
  private final int flags;
  private final batch_normalization_forward.primitive_desc forward;
  private final @Nullable memory letThrough;

  /**
   * Records the forward pass.
   *
   * @param relu whether the layer behind is a relu, which this one does
   */
  DnnlBatchNormalizationKernel(BatchNormalization layer, DnnlWiring wiring, boolean relu) {
    this.wiring = wiring;
    tape = wiring.tape();
    // Not 0: a padded channel, whose variance is 0, would become what is no number.
    epsilon = (float) Math.max(layer.epsilon(), Float.MIN_NORMAL);
    channels = wiring.spec().input().dim(-1);
    perChannel = tape.desc(memory.format_tag.a, channels);
    x = images(tape.forward(), wiring.x());
    y = tape.sibling(x);
    gamma = layer.scale() ? wiring.param("gamma") : null;
    beta = layer.center() ? wiring.param("beta") : null;
    factors = gamma == null ? perChannel(1) : gamma.value();
    boolean ofBatch = wiring.training() && !wiring.spec().frozen();
    mean = ofBatch ? perChannel(0) : wiring.param("moving_mean").value();
    variance = ofBatch ? perChannel(0) : wiring.param("moving_variance").value();
    int places = wiring.n() * (wiring.spec().input().size() / channels);
    moments = ofBatch ? new ChannelMoments(wiring, places, layer.momentum(), mean, variance) : null;
    boolean given = !ofBatch || moments.shared();
    flags = SCALED | (given ? GIVEN : 0) | (relu ? RELU : 0);
    if (given && ofBatch) {
      recordOwnMoments();
    }
    forward = forward(wiring.pass(), flags);
    memory.desc remembered = tape.keep(forward.workspace_desc());
    letThrough = remembered.get_size() > 0 ? tape.allocate(remembered) : null;
    recordForward(given);
  }

  /** Returns whether this kernel has a layer: channels last. */
  static boolean has(BatchNormalization layer, Shape input) {
    return Axes.of(layer.axis(), input, "BatchNormalization") == input.rank() - 1;
  }

  /** Returns samples as images: where they are none, of one row. */
  private Flow images(Steps steps, Flow flow) {
    Shape sample = wiring.spec().input();
    if (flow.liesAsImages() && sample.rank() > 1) {
      return flow;
    }
    Shape row = Shape.of(1, sample.size() / channels, channels);
    return tape.relabel(tape.plain(steps, flow, wiring.n()), wiring.n(), row);
  }

  /** Returns images as the samples that they are. */
  private Flow samples(Flow flow) {
    Shape sample = wiring.spec().input();
    return flow.plain() ? tape.relabel(flow, wiring.n(), sample) : flow.reshaped(sample);
  }

  private INDArray perChannel(double value) {
    INDArray array = tape.memory().array(channels);
    array.assign(value);
    return array;
  }

  private memory wrap(INDArray array) {
    return tape.wrap(array, perChannel);
  }

  private batch_normalization_forward.primitive_desc forward(dnnl.prop_kind pass, int flags) {
    batch_normalization_forward.desc operation =
        tape.keep(new batch_normalization_forward.desc(pass.value, x.desc(), epsilon, flags));
    return tape.keep(
        new batch_normalization_forward.primitive_desc(
            operation, tape.attributes(), OneDnn.engine()));
  }

  /** Has oneDNN find this part's mean and variance; y is only where it leaves what it must make. */
  private void recordOwnMoments() {
    batch_normalization_forward.primitive_desc own = forward(dnnl.prop_kind.forward_training, 0);
    tape.record(
        tape.forward(),
        new batch_normalization_forward(own),
        own,
        Map.of(
            DNNL_ARG_SRC,
            x.memory(),
            DNNL_ARG_DST,
            y.memory(),
            DNNL_ARG_MEAN,
            wrap(mean),
            DNNL_ARG_VARIANCE,
            wrap(variance)));
    tape.forward().add(moments::leaveOwn);
    tape.forward().meet();
    tape.forward().add(moments::putTogether);
  }

  private void recordForward(boolean given) {
    INDArray shifts = beta == null ? perChannel(0) : beta.value();
    tape.record(
        tape.forward(),
        new batch_normalization_forward(forward),
        forward,
        Tape.with(arguments(x, y, factors, shifts), DNNL_ARG_WORKSPACE, letThrough));
    if (!given) {
      tape.forward().add(moments::count);
    }
  }

  private Map<Integer, memory> arguments(Flow from, Flow to, INDArray scale, INDArray shift) {
    return Map.of(
        DNNL_ARG_SRC,
        from.memory(),
        DNNL_ARG_DST,
        to.memory(),
        DNNL_ARG_MEAN,
        wrap(mean),
        DNNL_ARG_VARIANCE,
        wrap(variance),
        DNNL_ARG_SCALE,
        wrap(scale),
        DNNL_ARG_SHIFT,
        wrap(shift));
  }

  @Override
  public Flow output() {
    return samples(y);
  }

  @Override
  public Flow bindGradient(Flow dy) {
    memory gradient = tape.like(tape.backward(), images(tape.backward(), dy), y);
    INDArray scaleGradient = gamma == null ? perChannel(0) : gamma.gradient();
    INDArray shiftGradient = beta == null ? perChannel(0) : beta.gradient();
    Flow dx = tape.sibling(x);
    recordBackward(gradient, scaleGradient, shiftGradient, dx);
    if (moments != null && moments.shared()) {
      recordRest(scaleGradient, shiftGradient, dx);
    }
    return wiring.first() ? null : samples(dx);
  }

  private void recordBackward(memory dy, INDArray scaleGradient, INDArray shiftGradient, Flow dx) {
    batch_normalization_backward.desc operation =
        tape.keep(
            new batch_normalization_backward.desc(
                dnnl.prop_kind.backward.value, x.desc(), x.desc(), epsilon, flags));
    batch_normalization_backward.primitive_desc description =
        tape.keep(
            new batch_normalization_backward.primitive_desc(
                operation, tape.attributes(), OneDnn.engine(), forward));
    Map<Integer, memory> arguments =
        Map.of(
            DNNL_ARG_SRC,
            x.memory(),
            DNNL_ARG_MEAN,
            wrap(mean),
            DNNL_ARG_VARIANCE,
            wrap(variance),
            DNNL_ARG_SCALE,
            wrap(factors),
            DNNL_ARG_SHIFT, // not used, but asked for
            wrap(factors),
            DNNL_ARG_DIFF_DST,
            dy,
            DNNL_ARG_DIFF_SRC,
            dx.memory(),
            DNNL_ARG_DIFF_SCALE,
            wrap(scaleGradient),
            DNNL_ARG_DIFF_SHIFT,
            wrap(shiftGradient));
    tape.record(
        tape.backward(),
        new batch_normalization_backward(description),
        description,
        Tape.with(arguments, DNNL_ARG_WORKSPACE, letThrough));
  }

  /** Adds to dx what mean and variance, not being constants, do to it. */
  private void recordRest(INDArray scaleGradient, INDArray shiftGradient, Flow dx) {
    tape.backward().add(() -> moments.leaveGradients(scaleGradient, shiftGradient));
    tape.backward().meet();
    if (wiring.first()) {
      return;
    }
    INDArray scale = perChannel(0);
    INDArray shift = perChannel(0);
    tape.backward().add(() -> moments.restOfGradient(factors, epsilon, scale, shift));
    Flow rest = tape.sibling(x);
    batch_normalization_forward.primitive_desc normalization =
        forward(dnnl.prop_kind.forward_inference, GIVEN | SCALED);
    tape.record(
        tape.backward(),
        new batch_normalization_forward(normalization),
        normalization,
        arguments(x, rest, scale, shift));
    DnnlBinary.add(tape, tape.backward(), dx.memory(), rest.memory(), dx);
  }
}
