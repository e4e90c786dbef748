package io.github.mnist4j.nd4j;

import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The kernels of a network at one batch size, wired: everything is made once, and a pass allocates
 * nothing.
 */
final class Network implements AutoCloseable {
  private final Memory memory;
  private final Steps forward = new Steps();
  private final Steps backward = new Steps();
  private final Penalties penalties = new Penalties();
  private final INDArray x;
  private final INDArray y;
  private final INDArray dy;
  private final INDArray dx;

  /** Wires a network for a whole batch. */
  Network(
      NetworkSpec spec,
      Parameters parameters,
      int n,
      boolean training,
      Wiring.Clock clock,
      DataType type) {
    this(spec, parameters, n, Share.whole(n), training, clock, type);
  }

  /** Wires a network that trains, or one that predicts, for a part of a batch. */
  Network(
      NetworkSpec spec,
      Parameters parameters,
      int n,
      Share share,
      boolean training,
      Wiring.Clock clock,
      DataType type) {
    this(spec, parameters, n, share, Pass.of(training), clock, type);
  }

  /** Wires a network for {@code n} samples, a part of a batch. */
  Network(
      NetworkSpec spec,
      Parameters parameters,
      int n,
      Share share,
      Pass pass,
      Wiring.Clock clock,
      DataType type) {
    memory = new Memory(type);
    RandomStream random = RandomStream.of(spec.seed()).split("layers");
    x = memory.array(Wiring.longs(spec.input().prepend(n)));
    List<Kernel> kernels = new ArrayList<>();
    INDArray flowing = x;
    for (int i = 0; i < spec.layers().size(); i++) {
      LayerSpec layer = spec.layers().get(i);
      Kernel kernel =
          Kernels.of(
              new Wiring(
                  layer,
                  flowing,
                  parameters,
                  memory,
                  pass,
                  random.split(i),
                  clock,
                  penalties,
                  share));
      kernels.add(kernel);
      kernel.forward(forward);
      flowing = kernel.output();
    }
    y = flowing;
    dy = pass == Pass.PREDICT ? y : memory.array(y.shape());
    if (pass != Pass.PREDICT) {
      INDArray gradient = dy;
      for (int i = kernels.size() - 1; i >= 0; i--) {
        gradient = kernels.get(i).bindGradient(gradient);
        kernels.get(i).backward(backward);
      }
      dx = gradient;
    } else {
      dx = x;
    }
  }

  /** Returns the number of samples. */
  int n() {
    return (int) x.size(0);
  }

  /** Returns the input, to be filled before a pass. */
  INDArray x() {
    return x;
  }

  /** Returns the output of the last forward pass. */
  INDArray y() {
    return y;
  }

  /** Returns the output's gradient, to be filled before a backward pass. */
  INDArray dy() {
    return dy;
  }

  /** Returns the input's gradient of the last backward pass. */
  INDArray dx() {
    return dx;
  }

  /** Returns what the layers add to the loss. */
  Penalties penalties() {
    return penalties;
  }

  /** Returns the steps of the forward pass. */
  Steps forwardSteps() {
    return forward;
  }

  /** Returns the steps of the backward pass. */
  Steps backwardSteps() {
    return backward;
  }

  void forward() {
    forward.run();
  }

  void backward() {
    backward.run();
  }

  @Override
  public void close() {
    memory.close();
  }
}
