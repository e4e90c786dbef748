package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.ELU;
import io.github.mnist4j.layers.LeakyReLU;
import io.github.mnist4j.layers.ReLU;
import org.bytedeco.dnnl.global.dnnl;
import org.jspecify.annotations.Nullable;

/**
 * A function of one number in oneDNN's terms. Only those whose value and slope are {@link
 * Functions}' everywhere, also where they have a kink: oneDNN's hard swish is not among them.
 *
 * @param function the function
 * @param byY the same with its slope by y, or {@code null} where the slope needs x
 * @param alpha its first number
 * @param beta its second number
 */
record DnnlEltwise(dnnl.algorithm function, dnnl.@Nullable algorithm byY, float alpha, float beta) {
  private static final float LEAK = 0.2f;

  /** Returns an activation, or {@code null} where oneDNN has it not. */
  static @Nullable DnnlEltwise of(Activation activation) {
    return switch (activation) {
      case relu -> relu(0);
      case leaky_relu -> relu(LEAK);
      case relu6 -> byX(dnnl.algorithm.eltwise_clip, 0, 6);
      case hard_tanh -> byX(dnnl.algorithm.eltwise_clip, -1, 1);
      case sigmoid ->
          new DnnlEltwise(
              dnnl.algorithm.eltwise_logistic,
              dnnl.algorithm.eltwise_logistic_use_dst_for_bwd,
              0,
              0);
      case tanh ->
          new DnnlEltwise(
              dnnl.algorithm.eltwise_tanh, dnnl.algorithm.eltwise_tanh_use_dst_for_bwd, 0, 0);
      case exponential ->
          new DnnlEltwise(
              dnnl.algorithm.eltwise_exp, dnnl.algorithm.eltwise_exp_use_dst_for_bwd, 0, 0);
      case elu, celu -> elu(1);
      case silu -> byX(dnnl.algorithm.eltwise_swish, 1, 0);
      case gelu -> byX(dnnl.algorithm.eltwise_gelu_erf, 0, 0);
      case mish -> byX(dnnl.algorithm.eltwise_mish, 0, 0);
      case softplus -> byX(dnnl.algorithm.eltwise_soft_relu, 0, 0);
      case log_sigmoid -> byX(dnnl.algorithm.eltwise_logsigmoid, 0, 0);
      default -> null;
    };
  }

  /** Returns a layer's function, or {@code null} where oneDNN has it not. */
  static @Nullable DnnlEltwise of(ReLU layer) {
    if (layer.threshold() != 0) {
      return null;
    }
    if (layer.maxValue() == null) {
      return relu((float) layer.negativeSlope());
    }
    return layer.negativeSlope() == 0 && layer.maxValue() > 0
        ? new DnnlEltwise(
            dnnl.algorithm.eltwise_clip_v2,
            dnnl.algorithm.eltwise_clip_v2_use_dst_for_bwd,
            0,
            layer.maxValue().floatValue())
        : null;
  }

  static DnnlEltwise of(LeakyReLU layer) {
    return relu((float) layer.negativeSlope());
  }

  static DnnlEltwise of(ELU layer) {
    return elu((float) layer.alpha());
  }

  private static DnnlEltwise relu(float slope) {
    return new DnnlEltwise(
        dnnl.algorithm.eltwise_relu, dnnl.algorithm.eltwise_relu_use_dst_for_bwd, slope, 0);
  }

  private static DnnlEltwise elu(float alpha) {
    return new DnnlEltwise(
        dnnl.algorithm.eltwise_elu, dnnl.algorithm.eltwise_elu_use_dst_for_bwd, alpha, 0);
  }

  private static DnnlEltwise byX(dnnl.algorithm function, float alpha, float beta) {
    return new DnnlEltwise(function, null, alpha, beta);
  }
}
