package io.github.mnist4j.nd4j;

import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** A network on oneDNN: recorded on a tape, and played. */
final class DnnlLane implements Lane {
  private final NetworkSpec spec;
  private final Parameters parameters;
  private final int n;
  private final Tape tape = new Tape();
  private final Penalties penalties = new Penalties();
  private final Flow x;
  private final Flow y;
  private final Flow dy;
  private long version = -1;

  /**
   * Records a network for {@code n} samples.
   *
   * @param share the part of the batch that they are
   * @param own what else is to be freed with it
   */
  DnnlLane(
      NetworkSpec spec,
      Parameters parameters,
      Memory own,
      int n,
      Share share,
      boolean training,
      Wiring.Clock clock) {
    tape.memory().own(own);
    this.spec = spec;
    this.parameters = parameters;
    this.n = n;
    RandomStream random = RandomStream.of(spec.seed()).split("layers");
    x = tape.array(n, spec.input());
    List<DnnlKernel> kernels = new ArrayList<>();
    int firstLearning = firstLearning(spec);
    Flow flow = x;
    for (int i = 0; i < spec.layers().size(); i++) {
      DnnlWiring wiring =
          new DnnlWiring(
              spec.layers().get(i),
              n,
              flow,
              parameters,
              tape,
              training,
              i <= firstLearning,
              penalties,
              share,
              random.split(i),
              clock,
              Fusions.of(spec.layers(), i));
      DnnlKernel kernel = DnnlKernels.of(wiring);
      kernels.add(kernel);
      flow = kernel.output();
    }
    y = array(tape.plain(tape.forward(), flow, n));
    dy = training ? tape.array(n, spec.output()) : y;
    Flow gradient = dy;
    for (int i = kernels.size() - 1; training && i >= firstLearning; i--) {
      gradient = kernels.get(i).bindGradient(gradient);
    }
  }

  /** Before the first layer with parameters, nobody needs a gradient. */
  private static int firstLearning(NetworkSpec spec) {
    int first = 0;
    while (first < spec.layers().size() - 1 && spec.layers().get(first).params().isEmpty()) {
      first++;
    }
    return first;
  }

  private Flow array(Flow flow) {
    if (flow.array() != null) {
      return flow;
    }
    Flow target = tape.array(n, flow.sample());
    tape.copy(tape.forward(), flow.memory(), target.memory());
    return target;
  }

  @Override
  public int n() {
    return n;
  }

  @Override
  public void input(float[] samples, int from, int count) {
    int size = spec.input().size();
    Memory.write(samples, from * size, count * size, x.array());
    if (version != parameters.version()) {
      version = parameters.version();
      tape.refresh().run();
    }
  }

  @Override
  public Steps forward() {
    return tape.forward();
  }

  @Override
  public void output(float[] target, int from, int count) {
    int size = spec.output().size();
    Memory.read(y.array(), target, from * size, count * size);
  }

  @Override
  public void outputGradient(float[] gradient, int from) {
    int size = spec.output().size();
    Memory.write(gradient, from * size, n * size, dy.array());
  }

  @Override
  public Steps backward() {
    return tape.backward();
  }

  @Override
  public Penalties penalties() {
    return penalties;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public void close() {
    tape.close();
  }
}
