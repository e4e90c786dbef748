package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.ELU;
import io.github.mnist4j.layers.LeakyReLU;
import io.github.mnist4j.layers.ReLU;
import io.github.mnist4j.layers.Rescaling;

/** A function of one number: dx = dy · f′(x). Where it has a kink, the smaller side's slope. */
final class PointwiseKernel extends JavaKernel {
  private final Functions.Function function;

  PointwiseKernel(Functions.Function function, Wiring wiring) {
    super(wiring);
    this.function = function;
  }

  static Functions.Function of(ReLU layer) {
    double most = layer.maxValue() == null ? Double.POSITIVE_INFINITY : layer.maxValue();
    double slope = layer.negativeSlope();
    double threshold = layer.threshold();
    return new Functions.Function(
        x -> x >= most ? most : x < threshold ? slope * (x - threshold) : x,
        x -> x >= most ? 0 : x <= threshold ? slope : 1);
  }

  static Functions.Function of(LeakyReLU layer) {
    double slope = layer.negativeSlope();
    return new Functions.Function(x -> x > 0 ? x : slope * x, x -> x > 0 ? 1 : slope);
  }

  static Functions.Function of(ELU layer) {
    double alpha = layer.alpha();
    return new Functions.Function(
        x -> x > 0 ? x : alpha * Math.expm1(x), x -> x > 0 ? 1 : alpha * Math.exp(x));
  }

  static Functions.Function of(Rescaling layer) {
    double scale = layer.scale();
    double offset = layer.offset();
    return new Functions.Function(x -> x * scale + offset, x -> scale);
  }

  @Override
  void compute() {
    for (int i = 0; i < y.length; i++) {
      y[i] = function.value().applyAsDouble(x[i]);
    }
  }

  @Override
  void differentiate() {
    for (int i = 0; i < dx.length; i++) {
      dx[i] = dy[i] * function.slope().applyAsDouble(x[i]);
    }
  }
}
