package io.github.mnist4j.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network on ND4J's own operations: the path that always works, and against which the fast one is
 * checked.
 */
final class OperationsLane implements Lane {
  private final Network network;
  private final Parameters parameters;
  private final Memory own;

  /**
   * Wraps a network.
   *
   * @param own what else is to be freed with it
   */
  OperationsLane(Network network, Parameters parameters, Memory own) {
    this.network = network;
    this.parameters = parameters;
    this.own = own;
  }

  @Override
  public int n() {
    return network.n();
  }

  @Override
  public void input(float[] x, int from, int count) {
    int size = size(network.x());
    Memory.write(x, from * size, count * size, network.x());
  }

  @Override
  public Steps forward() {
    return network.forwardSteps();
  }

  @Override
  public void output(float[] y, int from, int count) {
    int size = size(network.y());
    Memory.read(network.y(), y, from * size, count * size);
  }

  @Override
  public void outputGradient(float[] dy, int from) {
    int size = size(network.dy());
    Memory.write(dy, from * size, n() * size, network.dy());
  }

  @Override
  public Steps backward() {
    return network.backwardSteps();
  }

  @Override
  public Penalties penalties() {
    return network.penalties();
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  private int size(INDArray samples) {
    return (int) (samples.length() / n());
  }

  @Override
  public void close() {
    network.close();
    own.close();
  }
}
