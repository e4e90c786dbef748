package io.github.mnist4j.nd4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.OptimizerStates;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.StepResult;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A network on ND4J.
 *
 * <p>Two locks, both held by many at once in the usual case: closing waits for the calls that are
 * running, and a change of the weights waits for the predictions that are reading them. So each
 * prediction is made with the weights of one step.
 */
final class Nd4jProgram implements Program {
  private static final int PREDICT_AT_ONCE = 256;
  private static final int EXPLAIN_AT_ONCE = 64;

  private final NetworkSpec spec;
  private final Memory memory = new Memory(DataType.FLOAT);
  private final Parameters parameters;
  private final LossKernel loss;
  private final Update update;
  private final Networks networks;
  private final ReadWriteLock life = new ReentrantReadWriteLock();
  private final ReadWriteLock weights = new ReentrantReadWriteLock();
  private float[] output = new float[0];
  private double[] preciseOutput = new double[0];
  private double[] gradient = new double[0];
  private volatile long iteration;
  private boolean closed;

  Nd4jProgram(NetworkSpec spec) {
    Kernels.requireAll(spec);
    this.spec = spec;
    Weights initial = spec.initialWeights(); // may throw: before memory is taken
    parameters = new Parameters(spec, memory);
    parameters.load(initial);
    loss = LossKernel.of(spec);
    update =
        Update.of(
            spec.optimizer(), parameters.trainable().stream().mapToInt(Param::size).toArray());
    networks = new Networks(spec, loss, parameters, () -> iteration);
  }

  @Override
  public StepResult train(Batch batch, double learningRate) {
    requireFits(batch);
    return living(
        () -> {
          reserve(batch.size());
          TrainingStep step = networks.training(batch.size());
          double value =
              orNaN(batch, step.run(batch, output, Team.shared()) + parameters.penalty());
          if (Double.isFinite(value)) {
            float[] gradients = step.gradients();
            parameters.addPenaltyGradient(gradients);
            if (!Finite.all(gradients, gradients.length)) {
              return new StepResult(Double.NaN, output);
            }
            iteration++;
            weights.writeLock().lock();
            try {
              update.apply(parameters.values(), gradients, learningRate, iteration);
              parameters.constrain();
              step.keepCounts(parameters.values());
              parameters.publish();
            } finally {
              weights.writeLock().unlock();
            }
          }
          return new StepResult(value, output);
        });
  }

  @Override
  public void finish() {
    living(
        () -> {
          float[] average = update.slots().get(OptimizerStates.AVERAGE);
          if (average != null && iteration > 0) {
            weights.writeLock().lock();
            try {
              System.arraycopy(average, 0, parameters.values(), 0, average.length);
              parameters.publish();
            } finally {
              weights.writeLock().unlock();
            }
          }
          return spec;
        });
  }

  @Override
  public StepResult test(Batch batch) {
    requireFits(batch);
    return living(
        () -> {
          reserve(batch.size());
          double penalty = forward(batch.x(), output, 0, batch.size(), true);
          int count = batch.size() * spec.output().size();
          for (int i = 0; i < count; i++) {
            preciseOutput[i] = output[i];
          }
          double value =
              loss.evaluate(batch, 0, batch.size(), preciseOutput, gradient)
                  + penalty
                  + parameters.penalty();
          return new StepResult(orNaN(batch, value), output);
        });
  }

  private double orNaN(Batch batch, double loss) {
    return Finite.all(batch.x(), batch.size() * spec.input().size()) ? loss : Double.NaN;
  }

  private void reserve(int n) {
    int count = n * spec.output().size();
    if (output.length < count) {
      output = new float[count];
      preciseOutput = new double[count];
      gradient = new double[count];
    }
  }

  /**
   * Predicts the samples {@code from} up to {@code to}, shared out over threads.
   *
   * @param exactly whether the penalty counts, which must be of these samples alone
   * @return what the layers add to the loss, as the mean of these samples
   */
  private double forward(float[] x, float[] y, int from, int to, boolean exactly) {
    int n = to - from;
    int parts = Networks.parts(n);
    double[] penalties = new double[parts];
    Team.shared()
        .run(
            parts,
            i -> {
              int start = from + n * i / parts;
              int end = from + n * (i + 1) / parts;
              double penalty = forwardPart(x, y, start, end, exactly);
              penalties[i] = penalty * (end - start) / n;
            });
    return java.util.Arrays.stream(penalties).sum();
  }

  private double forwardPart(float[] x, float[] y, int from, int to, boolean exactly) {
    Lane lane = exactly ? networks.borrowExact(to - from) : networks.borrow(to - from);
    try {
      lane.forward(x, from, to - from);
      lane.output(y, from, to - from);
      return exactly ? lane.penalties().sum() : 0;
    } finally {
      networks.giveBack(lane);
    }
  }

  @Override
  public Tensor predict(Tensor x) {
    requireSamples(x, "predict");
    Tensor y = Tensor.zeros(spec.output().prepend(x.rows()));
    return living(
        () -> {
          weights.readLock().lock();
          try {
            for (int from = 0; from < x.rows(); from += PREDICT_AT_ONCE) {
              forward(x.data(), y.data(), from, Math.min(x.rows(), from + PREDICT_AT_ONCE), false);
            }
          } finally {
            weights.readLock().unlock();
          }
          return y;
        });
  }

  private void requireSamples(Tensor x, String who) {
    if (x.shape().rank() == 0 || !x.shape().equals(spec.input().prepend(x.rows()))) {
      throw Problem.of(who + " takes samples of the network's shape")
          .expected("x of shape " + spec.input().toBatchString().replace("None", "n"))
          .got("x of shape " + x.shape())
          .see("input-shape")
          .asShapeException();
    }
  }

  @Override
  public Tensor inputGradient(Tensor x, Tensor outputGradient) {
    Shape expected = spec.output().prepend(x.rows());
    requireSamples(x, "inputGradient");
    if (!outputGradient.shape().equals(expected)) {
      throw Problem.of("inputGradient takes a gradient of the outputs' shape")
          .expected(expected.toString())
          .got(outputGradient.shape().toString())
          .see("input-shape")
          .asShapeException();
    }
    Tensor dx = Tensor.zeros(x.shape());
    return living(
        () -> {
          weights.readLock().lock();
          try (Memory own = new Memory(DataType.FLOAT)) {
            Parameters ownGradients = parameters.withOwnGradients(own);
            for (int from = 0; from < x.rows(); from += EXPLAIN_AT_ONCE) {
              int count = Math.min(EXPLAIN_AT_ONCE, x.rows() - from);
              explain(x, outputGradient, dx, from, count, ownGradients);
            }
          } finally {
            weights.readLock().unlock();
          }
          return dx;
        });
  }

  /** On ND4J's operations, which give the input's gradient, too. */
  private void explain(
      Tensor x, Tensor dy, Tensor dx, int from, int count, Parameters ownGradients) {
    int in = spec.input().size();
    int out = spec.output().size();
    try (Network network =
        new Network(
            spec, ownGradients, count, Share.whole(count), Pass.EXPLAIN, () -> 0, DataType.FLOAT)) {
      Memory.write(x.data(), from * in, count * in, network.x());
      network.forward();
      Memory.write(dy.data(), from * out, count * out, network.dy());
      network.backward();
      Memory.read(network.dx(), dx.data(), from * in, count * in);
    }
  }

  @Override
  public Weights weights() {
    return living(parameters::snapshot);
  }

  @Override
  public void load(Weights loaded) {
    living(
        () -> {
          weights.writeLock().lock();
          try {
            parameters.load(loaded);
            return loaded;
          } finally {
            weights.writeLock().unlock();
          }
        });
  }

  @Override
  public long iteration() {
    return iteration;
  }

  @Override
  public Weights optimizerState() {
    return living(
        () -> {
          Weights.Builder state = Weights.builder();
          stateShapes().keySet().forEach(name -> state.add(name, state(name)));
          return state.build();
        });
  }

  @Override
  public void loadOptimizerState(Weights state) {
    living(
        () -> {
          state.requireShapes(stateShapes());
          state.tensors().forEach(this::state);
          return state;
        });
  }

  private Map<String, Shape> stateShapes() {
    Map<String, Shape> trainable = new LinkedHashMap<>();
    parameters.trainable().forEach(param -> trainable.put(param.name(), param.spec().shape()));
    return OptimizerStates.shapes(spec.optimizer(), trainable);
  }

  private Tensor state(String name) {
    if (name.equals(OptimizerStates.ITERATION)) {
      return Tensor.of(Shape.scalar(), iteration);
    }
    int slash = name.lastIndexOf('/');
    float[] slot = update.slots().get(name.substring(slash + 1));
    return slash < 0
        ? Tensor.of(Shape.scalar(), slot[0])
        : Parameters.slice(slot, parameters.get(name.substring(0, slash)));
  }

  private void state(String name, Tensor tensor) {
    int slash = name.lastIndexOf('/');
    if (name.equals(OptimizerStates.ITERATION)) {
      iteration = (long) tensor.data()[0];
    } else if (slash < 0) {
      update.slots().get(name)[0] = tensor.data()[0];
    } else {
      float[] slot = update.slots().get(name.substring(slash + 1));
      Parameters.fill(slot, parameters.get(name.substring(0, slash)), tensor);
    }
  }

  private interface Work<T> {
    T run();
  }

  /** Does something that {@link #close} waits for. */
  private <T> T living(Work<T> work) {
    life.readLock().lock();
    try {
      if (closed) {
        throw Problem.of("the model is closed")
            .fix("use it inside its try (Model model = …)")
            .see("closed")
            .asIllegalState();
      }
      Nd4jRuntime.start();
      return work.run();
    } finally {
      life.readLock().unlock();
    }
  }

  /** Native code trusts its arguments. */
  private void requireFits(Batch batch) {
    boolean fits =
        batch.size() > 0
            && batch.xShape().equals(spec.input())
            && batch.x().length >= (long) batch.size() * spec.input().size()
            && batch.y().length >= (long) batch.size() * batch.yShape().size()
            && (batch.weights() == null || batch.weights().length >= batch.size());
    if (!fits) {
      throw Problem.of("a batch does not fit the network")
          .expected("at least one sample of shape " + spec.input() + ", and arrays that hold them")
          .got(
              batch.size()
                  + " of shape "
                  + batch.xShape()
                  + ", arrays of "
                  + batch.x().length
                  + " and "
                  + batch.y().length
                  + (batch.weights() == null ? "" : " and " + batch.weights().length))
          .see("input-shape")
          .asShapeException();
    }
    spec.loss().requireTargets(batch.yShape(), spec.output());
  }

  @Override
  public void close() {
    life.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        networks.close();
        memory.close();
      }
    } finally {
      life.writeLock().unlock();
    }
  }
}
