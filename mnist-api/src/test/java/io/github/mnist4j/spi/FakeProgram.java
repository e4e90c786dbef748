package io.github.mnist4j.spi;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.Dense;
import io.github.mnist4j.layers.Flatten;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network of loops; one call at a time. */
final class FakeProgram implements Program {
  private final NetworkSpec network;
  private final List<FakeDense> layers = new ArrayList<>();
  private final Map<String, Tensor> weights = new LinkedHashMap<>();
  private final FakeUpdate update;
  private boolean closed;

  FakeProgram(NetworkSpec network) {
    this.network = network;
    for (LayerSpec layer : network.layers()) {
      if (layer.layer() instanceof Dense) {
        layers.add(new FakeDense(layer));
      } else if (!(layer.layer() instanceof Flatten)) {
        throw Problem.of("the fake engine cannot run layer '" + layer.name() + "'")
            .asCompileException();
      }
    }
    layers.forEach(layer -> weights.putAll(layer.weights()));
    update = new FakeUpdate(network.optimizer(), shapes(weights));
    copy(network.initialWeights(), weights);
  }

  @Override
  public synchronized StepResult train(Batch batch, double learningRate) {
    double[] dy = new double[batch.size() * network.output().size()];
    StepResult result = forward(batch, dy);
    if (Double.isFinite(result.loss())) {
      for (int i = layers.size() - 1; i >= 0; i--) {
        dy = layers.get(i).backward(dy);
      }
      update.next();
      layers.forEach(
          layer ->
              layer
                  .gradients()
                  .forEach(
                      (name, g) -> update.apply(name, weights.get(name).data(), g, learningRate)));
    }
    return result;
  }

  @Override
  public synchronized StepResult test(Batch batch) {
    return forward(batch, new double[batch.size() * network.output().size()]);
  }

  private StepResult forward(Batch batch, double[] dy) {
    double[] output = forward(batch.x(), batch.size());
    int classes = network.output().dim(-1);
    return new StepResult(
        FakeLoss.evaluate(network.loss(), output, batch, dy, classes), floats(output));
  }

  private double[] forward(float[] x, int size) {
    requireOpen();
    double[] flowing = new double[size * network.input().size()];
    for (int i = 0; i < flowing.length; i++) {
      flowing[i] = x[i];
    }
    for (FakeDense layer : layers) {
      flowing = layer.forward(flowing);
    }
    return flowing;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @Override
  public synchronized Tensor predict(Tensor x) {
    if (!x.shape().equals(network.input().prepend(x.rows()))) {
      throw Problem.of("predict takes samples of the network's shape").asShapeException();
    }
    return Tensor.of(network.output().prepend(x.rows()), floats(forward(x.data(), x.rows())));
  }

  @Override
  public synchronized Tensor inputGradient(Tensor x, Tensor outputGradient) {
    forward(x.data(), x.rows());
    double[] dy = new double[outputGradient.size()];
    for (int i = 0; i < dy.length; i++) {
      dy[i] = outputGradient.data()[i];
    }
    for (int i = layers.size() - 1; i >= 0; i--) {
      dy = layers.get(i).backward(dy);
    }
    return Tensor.of(x.shape(), floats(dy));
  }

  @Override
  public synchronized Weights weights() {
    return snapshot(weights);
  }

  @Override
  public synchronized void load(Weights loaded) {
    requireOpen();
    copy(loaded, weights);
  }

  @Override
  public synchronized long iteration() {
    return (long) update.state().get(OptimizerStates.ITERATION).data()[0];
  }

  @Override
  public synchronized Weights optimizerState() {
    return snapshot(update.state());
  }

  @Override
  public synchronized void loadOptimizerState(Weights state) {
    requireOpen();
    copy(state, update.state());
  }

  private Weights snapshot(Map<String, Tensor> tensors) {
    requireOpen();
    Weights.Builder copy = Weights.builder();
    tensors.forEach((name, t) -> copy.add(name, Tensor.of(t.shape(), t.data().clone())));
    return copy.build();
  }

  private static void copy(Weights from, Map<String, Tensor> to) {
    from.requireShapes(shapes(to));
    to.forEach((name, t) -> System.arraycopy(from.get(name).data(), 0, t.data(), 0, t.size()));
  }

  private static Map<String, Shape> shapes(Map<String, Tensor> tensors) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    return shapes;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the program is closed");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
