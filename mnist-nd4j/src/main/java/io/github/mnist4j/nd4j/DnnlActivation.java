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

/**
 * An activation on oneDNN: fused into what computes y where oneDNN can, else a step behind it;
 * backward always by y alone, in place.
 */
final class DnnlActivation {
  private static final int CHANNELS = 1;

  private final Activation activation;
  private final Tape tape;
  private final int n;

  DnnlActivation(Activation activation, Tape tape, int n) {
    this.activation = activation;
    this.tape = tape;
    this.n = n;
  }

  /** Returns whether oneDNN computes this activation. */
  static boolean has(Activation activation) {
    return switch (activation) {
      case linear, relu, sigmoid, tanh, softmax -> true;
      default -> false;
    };
  }

  private dnnl.algorithm algorithm() {
    return switch (activation) {
      case relu -> dnnl.algorithm.eltwise_relu;
      case sigmoid -> dnnl.algorithm.eltwise_logistic;
      case tanh -> dnnl.algorithm.eltwise_tanh;
      default -> throw new IllegalStateException("no algorithm for " + activation);
    };
  }

  private dnnl.algorithm algorithmByY() {
    return switch (activation) {
      case relu -> dnnl.algorithm.eltwise_relu_use_dst_for_bwd;
      case sigmoid -> dnnl.algorithm.eltwise_logistic_use_dst_for_bwd;
      case tanh -> dnnl.algorithm.eltwise_tanh_use_dst_for_bwd;
      default -> throw new IllegalStateException("no algorithm for " + activation);
    };
  }

  private boolean pointwise() {
    return activation != Activation.linear && activation != Activation.softmax;
  }

  /** Returns a primitive's attributes, the activation fused into it where that can be. */
  primitive_attr fused() {
    primitive_attr attributes = tape.attributes();
    if (pointwise()) {
      post_ops behind = tape.keep(new post_ops());
      behind.append_eltwise(1, algorithm(), 0, 0);
      attributes.set_post_ops(behind);
    }
    return attributes;
  }

  /** Records what {@link #fused} could not do, and returns the output. */
  Flow forwardBehind(Flow y) {
    return activation == Activation.softmax ? softmax(y) : y;
  }

  /** Records the whole activation, from one memory to another. */
  Flow forward(Flow x) {
    if (activation == Activation.softmax) {
      Flow copy = copied(x);
      return softmax(copy);
    }
    if (activation == Activation.linear) {
      return copied(x);
    }
    memory y = tape.allocate(x.desc());
    eltwise_forward.desc operation =
        tape.keep(
            new eltwise_forward.desc(dnnl.prop_kind.forward_training, algorithm(), x.desc(), 0, 0));
    eltwise_forward.primitive_desc description =
        tape.keep(
            new eltwise_forward.primitive_desc(operation, tape.attributes(), OneDnn.engine()));
    tape.record(
        tape.forward(),
        new eltwise_forward(description),
        description,
        Map.of(DNNL_ARG_SRC, x.memory(), DNNL_ARG_DST, y));
    return new Flow(y, x.desc(), x.sample(), x.plain(), null);
  }

  private Flow copied(Flow x) {
    memory y = tape.allocate(x.desc());
    tape.copy(tape.forward(), x.memory(), y);
    return new Flow(y, x.desc(), x.sample(), x.plain(), null);
  }

  private Flow softmax(Flow x) {
    Flow y = x.sample().rank() == 3 ? x : tape.plain(tape.forward(), x, n);
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
    if (pointwise()) {
      eltwise_forward.desc forwardOperation =
          tape.keep(
              new eltwise_forward.desc(
                  dnnl.prop_kind.forward_training, algorithm(), y.desc(), 0, 0));
      eltwise_forward.primitive_desc forward =
          tape.keep(
              new eltwise_forward.primitive_desc(
                  forwardOperation, tape.attributes(), OneDnn.engine()));
      eltwise_backward.desc operation =
          tape.keep(new eltwise_backward.desc(algorithmByY(), y.desc(), y.desc(), 0, 0));
      eltwise_backward.primitive_desc description =
          tape.keep(
              new eltwise_backward.primitive_desc(
                  operation, tape.attributes(), OneDnn.engine(), forward));
      tape.record(
          tape.backward(),
          new eltwise_backward(description),
          description,
          Map.of(
              DNNL_ARG_DST, y.memory(), DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_DIFF_SRC, gradient));
    } else if (activation == Activation.softmax) {
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
          Map.of(
              DNNL_ARG_DST, y.memory(), DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_DIFF_SRC, gradient));
    }
    return new Flow(gradient, y.desc(), y.sample(), y.plain(), null);
  }
}
