package io.github.mnist4j.nd4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.spi.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The passes of a training step at one batch size, shared out over threads by samples: each has a
 * network of its own for its part, and the gradients are added in the parts' order, so the number
 * of parts decides the result to the bit, and which thread did what does not.
 */
final class TrainingStep implements AutoCloseable {
  private final List<Part> parts = new ArrayList<>();
  private final int n;

  /** Makes the parts' networks, as even as can be. */
  TrainingStep(
      NetworkSpec spec,
      LossKernel loss,
      Parameters parameters,
      int n,
      int count,
      Wiring.Clock clock) {
    this.n = n;
    Exchange exchange = new Exchange(count);
    for (int i = 0; i < count; i++) {
      int from = n * i / count;
      int to = n * (i + 1) / count;
      Share share = new Share(i, from, n, exchange);
      Lane lane = Lanes.training(spec, parameters, to - from, share, clock);
      parts.add(new Part(spec, loss, lane, share));
    }
  }

  int n() {
    return n;
  }

  /**
   * Runs forward and backward.
   *
   * @param output receives the outputs of the whole batch
   * @return the mean loss; where it is not finite, the gradients mean nothing
   */
  double run(Batch batch, float[] output, Team team) {
    int phases = parts.get(0).phases();
    for (int phase = 0; phase < phases; phase++) {
      int now = phase;
      team.run(parts.size(), i -> parts.get(i).run(now, batch, output));
    }
    double loss = 0;
    for (Part part : parts) {
      loss += part.loss;
    }
    return loss;
  }

  /** Returns the whole batch's gradients, flat. */
  float[] gradients() {
    float[] sum = parts.get(0).lane.gradients();
    for (int i = 1; i < parts.size(); i++) {
      float[] more = parts.get(i).lane.gradients();
      for (int j = 0; j < sum.length; j++) {
        sum[j] += more[j];
      }
    }
    return sum;
  }

  /** Brings what layers keep count of in training, such as moving means, to the flat values. */
  void keepCounts(float[] values) {
    parts.get(0).lane.parameters().keepCounts(values);
  }

  @Override
  public void close() {
    parts.forEach(part -> part.lane.close());
  }

  /** Some of a batch's samples, and what works on them. */
  private static final class Part {
    private final LossKernel kernel;
    private final Lane lane;
    private final int from;
    private final int ySize;
    private final float[] output;
    private final double[] precise;
    private final double[] gradient;
    private final float[] dy;
    private double loss;

    Part(NetworkSpec spec, LossKernel kernel, Lane lane, Share share) {
      this.kernel = kernel;
      this.lane = lane;
      from = share.first();
      ySize = spec.output().size();
      output = new float[lane.n() * ySize];
      precise = new double[output.length];
      gradient = new double[output.length];
      dy = new float[output.length];
    }

    /** The last phase forward and the first one backward are one: nothing is exchanged between. */
    int phases() {
      return lane.forward().phases() + lane.backward().phases() - 1;
    }

    void run(int phase, Batch batch, float[] all) {
      int turn = lane.forward().phases() - 1;
      if (phase == 0) {
        lane.input(batch.x(), from, lane.n());
      }
      if (phase <= turn) {
        lane.forward().run(phase);
      }
      if (phase == turn) {
        evaluate(batch, all);
      }
      if (phase >= turn && Double.isFinite(loss)) {
        lane.backward().run(phase - turn);
        if (phase == phases() - 1) {
          lane.parameters().collect();
        }
      }
    }

    private void evaluate(Batch batch, float[] all) {
      int n = lane.n();
      lane.output(output, 0, n);
      System.arraycopy(output, 0, all, from * ySize, output.length);
      for (int i = 0; i < output.length; i++) {
        precise[i] = output[i];
      }
      loss = kernel.evaluate(batch, from, n, precise, gradient) + lane.penalties().sum();
      for (int i = 0; i < dy.length; i++) {
        dy[i] = (float) gradient[i];
      }
      lane.outputGradient(dy, 0);
    }
  }
}
