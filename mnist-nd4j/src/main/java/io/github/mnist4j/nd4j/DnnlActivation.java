package io.github.mnist4j.nd4j;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.github.mnist4j.layers.Activation;
import java.util.Map;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;
import org.jspecify.annotations.Nullable;

/**
 * An activation on oneDNN: fused into what computes y, where its slope can be told by y alone or
 * nobody asks for it; else a step behind, which keeps x. Backward in the gradient's place.
 */
final class DnnlActivation {
  private static final int CHANNELS = 1;

  private final @Nullable DnnlEltwise function;
  private final boolean softmax;
  private final Tape tape;
  private final int n;
  private final boolean fused;
  private @Nullable Flow x;

  private DnnlActivation(
      @Nullable DnnlEltwise function, boolean softmax, Tape tape, int n, boolean fused) {
    this.function = function;
    this.softmax = softmax;
    this.tape = tape;
    this.n = n;
    this.fused = fused;
  }

  /** Returns the activation of a kernel that asks for {@link #fused()}. */
  static DnnlActivation fusible(Activation activation, Tape tape, int n, boolean training) {
    DnnlEltwise function = DnnlEltwise.of(activation);
    boolean fused = function != null && (!training || function.byY() != null);
    return new DnnlActivation(function, activation == Activation.softmax, tape, n, fused);
  }

  /** Returns an activation that is always a step of its own. */
  static DnnlActivation apart(Activation activation, Tape tape, int n) {
    DnnlEltwise function = DnnlEltwise.of(activation);
    return new DnnlActivation(function, activation == Activation.softmax, tape, n, false);
  }

  /** Returns a function that is always a step of its own. */
  static DnnlActivation apart(DnnlEltwise function, Tape tape, int n) {
    return new DnnlActivation(function, false, tape, n, false);
  }

  /** Returns whether oneDNN computes this activation. */
  static boolean has(Activation activation) {
    return activation == Activation.linear
        || activation == Activation.softmax
        || DnnlEltwise.of(activation) != null;
  }

  /** Returns a primitive's attributes, the activation fused into it where that can be. */
  primitive_attr fused() {
    primitive_attr attributes = tape.attributes();
    if (fused) {
      post_ops behind = tape.keep(new post_ops());
      behind.append_eltwise(1, function.function(), function.alpha(), function.beta());
      attributes.set_post_ops(behind);
    }
    return attributes;
  }

  /** Records what {@link #fused()} could not do, and returns the output. */
  Flow forwardBehind(Flow z) {
    if (softmax) {
      return softmax(z);
    }
    return function == null || fused ? z : eltwise(z);
  }

  /** Records the whole activation, from one memory to another. */
  Flow forward(Flow z) {
    if (function != null) {
      return eltwise(z);
    }
    Flow copy = tape.sibling(z);
    tape.copy(tape.forward(), z.memory(), copy.memory());
    return softmax ? softmax(copy) : copy;
  }

  private Flow eltwise(Flow z) {
    x = z;
    Flow y = tape.sibling(z);
    eltwise_forward.primitive_desc description = eltwiseForward(z);
    tape.record(
        tape.forward(),
        new eltwise_forward(description),
        description,
        Map.of(DNNL_ARG_SRC, z.memory(), DNNL_ARG_DST, y.memory()));
    return y;
  }

  private eltwise_forward.primitive_desc eltwiseForward(Flow z) {
    eltwise_forward.desc operation =
        tape.keep(
            new eltwise_forward.desc(
                dnnl.prop_kind.forward_training,
                function.function(),
                z.desc(),
                function.alpha(),
                function.beta()));
    return tape.keep(
        new eltwise_forward.primitive_desc(operation, tape.attributes(), OneDnn.engine()));
  }

  private Flow softmax(Flow z) {
    Flow y = z.sample().rank() == 3 ? z : tape.plain(tape.forward(), z, n);
    softmax_forward.primitive_desc description = softmaxForward(y);
    tape.record(
        tape.forward(),
        new softmax_forward(description),
        description,
        Map.of(DNNL_ARG_SRC, y.memory(), DNNL_ARG_DST, y.memory()));
    return y;
  }

  private softmax_forward.primitive_desc softmaxForward(Flow y) {
    softmax_forward.desc operation =
        tape.keep(new softmax_forward.desc(dnnl.prop_kind.forward_training, y.desc(), axis(y)));
    return tape.keep(
        new softmax_forward.primitive_desc(operation, tape.attributes(), OneDnn.engine()));
  }

  /** The last axis of a sample: the channels of images, which oneDNN counts second. */
  private static int axis(Flow y) {
    return y.sample().rank() == 3 ? CHANNELS : y.sample().rank();
  }

  /**
   * Records the step from y's gradient to that of what was before the activation, and returns it:
   * in y's layout, in place.
   */
  Flow backward(Flow y, Flow dy) {
    memory gradient = tape.like(tape.backward(), dy, y);
    if (function != null) {
      recordEltwise(y, gradient);
    } else if (softmax) {
      recordSoftmax(y, gradient);
    }
    return new Flow(gradient, y.desc(), y.sample(), y.plain(), null);
  }

  private void recordEltwise(Flow y, memory gradient) {
    boolean byY = function.byY() != null;
    eltwise_backward.desc operation =
        tape.keep(
            new eltwise_backward.desc(
                byY ? function.byY() : function.function(),
                y.desc(),
                y.desc(),
                function.alpha(),
                function.beta()));
    eltwise_backward.primitive_desc description =
        tape.keep(
            new eltwise_backward.primitive_desc(
                operation, tape.attributes(), OneDnn.engine(), eltwiseForward(y)));
    Map<Integer, memory> arguments =
        Map.of(DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_DIFF_SRC, gradient);
    tape.record(
        tape.backward(),
        new eltwise_backward(description),
        description,
        byY
            ? Tape.with(arguments, DNNL_ARG_DST, y.memory())
            : Tape.with(arguments, DNNL_ARG_SRC, x.memory()));
  }

  private void recordSoftmax(Flow y, memory gradient) {
    softmax_backward.desc operation =
        tape.keep(new softmax_backward.desc(y.desc(), y.desc(), axis(y)));
    softmax_backward.primitive_desc description =
        tape.keep(
            new softmax_backward.primitive_desc(
                operation, tape.attributes(), OneDnn.engine(), softmaxForward(y)));
    tape.record(
        tape.backward(),
        new softmax_backward(description),
        description,
        Map.of(DNNL_ARG_DST, y.memory(), DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_DIFF_SRC, gradient));
  }
}
