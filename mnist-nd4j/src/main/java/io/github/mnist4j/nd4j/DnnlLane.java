package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.ActivationLayer;
import io.github.mnist4j.layers.AveragePooling2D;
import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Dense;
import io.github.mnist4j.layers.Flatten;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.MaxPooling2D;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;

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
              share);
      DnnlKernel kernel = kernel(i, wiring, clock, random.split(i));
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

  private DnnlKernel kernel(int i, DnnlWiring wiring, Wiring.Clock clock, RandomStream random) {
    Layer layer = wiring.spec().layer();
    boolean penalized = layer.activityRegularizer() != null;
    if (penalized || !DnnlActivation.has(layer.activation())) {
      return new DnnlBridge(wiring, clock, random);
    } else if (layer instanceof Conv2D conv && DnnlConv2DKernel.has(conv)) {
      return new DnnlConv2DKernel(conv, wiring, masked(i));
    } else if (layer instanceof MaxPooling2D pool) {
      boolean masks = i > 0 && masked(i - 1);
      return new DnnlPoolingKernel(
          dnnl.algorithm.pooling_max,
          pool.poolSize(),
          pool.strides(),
          pool.padding(),
          wiring,
          masks);
    } else if (layer instanceof AveragePooling2D pool) {
      return new DnnlPoolingKernel(
          dnnl.algorithm.pooling_avg_exclude_padding,
          pool.poolSize(),
          pool.strides(),
          pool.padding(),
          wiring,
          false);
    } else if (layer instanceof Dense dense) {
      return new DnnlDenseKernel(dense, wiring);
    } else if (layer instanceof Flatten) {
      return new DnnlFlatten(wiring);
    } else if (layer instanceof ActivationLayer activation) {
      return new DnnlActivationKernel(activation, wiring);
    }
    return new DnnlBridge(wiring, clock, random);
  }

  /** Whether layer i is a convolution whose relu the max pool behind it takes over backward. */
  private boolean masked(int i) {
    List<LayerSpec> layers = spec.layers();
    return layers.get(i).layer() instanceof Conv2D conv
        && DnnlConv2DKernel.has(conv)
        && DnnlConv2DKernel.leavesMaskToPool(conv)
        && i + 1 < layers.size()
        && layers.get(i + 1).layer() instanceof MaxPooling2D;
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
