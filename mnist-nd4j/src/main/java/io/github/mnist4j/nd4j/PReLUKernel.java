package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Axes;
import io.github.mnist4j.layers.PReLU;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.IntStream;

/** y = x where x &gt; 0, α · x otherwise; dα = Σ dy · x where x is not above zero. */
final class PReLUKernel extends JavaKernel {
  private final Numbers alpha;
  private final Vectors weights;

  PReLUKernel(PReLU layer, Wiring wiring) {
    super(wiring);
    alpha = numbers("alpha");
    Shape input = wiring.spec().input();
    int[] shared =
        layer.sharedAxes() == null ? new int[0] : Axes.of(layer.sharedAxes(), input, "PReLU");
    int[] own =
        IntStream.range(0, input.rank())
            .filter(axis -> IntStream.of(shared).noneMatch(s -> s == axis))
            .toArray();
    weights = Vectors.across(input, own);
  }

  @Override
  void compute() {
    double[] slopes = alpha.read();
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] > 0 ? x[i] : slopes[weights.shared(i)] * x[i];
    }
  }

  @Override
  void differentiate() {
    double[] gradient = alpha.clear();
    for (int i = 0; i < x.length; i++) {
      int weight = weights.shared(i);
      dx[i] = x[i] > 0 ? dy[i] : dy[i] * alpha.values[weight];
      gradient[weight] += x[i] > 0 ? 0 : dy[i] * x[i];
    }
    alpha.write();
  }
}
