package io.github.mnist4j.benchmarks.tensorflow;

import io.github.mnist4j.benchmarks.protocol.Answers;
import io.github.mnist4j.benchmarks.protocol.Digits;
import io.github.mnist4j.benchmarks.protocol.Stepping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * TensorFlow Java: one graph, channels last, run as a whole by a session; its own fused operation
 * for Adam.
 */
final class TensorFlowContestant extends Stepping {
  private static final String PREFIX = "model";
  private static final int CLASSES = 10;

  private final Graph graph = new Graph();
  private final Network network = new Network(graph);
  private final Session session;

  private TensorFlowContestant(Digits digits, int threads) {
    super(digits);
    session =
        new Session(
            graph,
            ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(1)
                .build());
    run(network.first);
  }

  /** Answers the harness. */
  public static void main(String... args) throws IOException {
    Answers.run(args, threads -> new TensorFlowContestant(Digits.train(Path.of(args[0])), threads));
  }

  private void run(List<Op> operations) {
    Session.Runner runner = session.runner();
    operations.forEach(runner::addTarget);
    runner.run().close();
  }

  private static TFloat32 images(float[] x, int n) {
    return TFloat32.tensorOf(Shape.of(n, 28, 28, 1), DataBuffers.of(x));
  }

  @Override
  public String version() {
    return "TensorFlow Java "
        + Answers.version("org.tensorflow", "tensorflow-core-api")
        + ", TensorFlow "
        + TensorFlow.version();
  }

  @Override
  protected void step(float[] x, int[] labels, int n) {
    try (TFloat32 images = images(x, n);
        TInt32 classes = TInt32.tensorOf(Shape.of(n), DataBuffers.of(labels))) {
      Session.Runner runner =
          session.runner().feed(network.x, images).feed(network.labels, classes);
      network.step.forEach(runner::addTarget);
      runner.run().close();
    }
  }

  @Override
  public float[] predict(float[] x, int n) {
    float[] logits = new float[n * CLASSES];
    try (TFloat32 images = images(x, n);
        Result result = session.runner().feed(network.x, images).fetch(network.logits).run()) {
      ((TFloat32) result.get(0)).copyTo(DataBuffers.of(logits));
    }
    return logits;
  }

  @Override
  public void save(Path folder) {
    session.save(folder.resolve(PREFIX).toString());
  }

  @Override
  public void load(Path folder) {
    session.restore(folder.resolve(PREFIX).toString());
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
