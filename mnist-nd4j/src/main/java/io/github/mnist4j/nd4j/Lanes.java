package io.github.mnist4j.nd4j;

import io.github.mnist4j.spi.NetworkSpec;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Makes networks at one batch size: on oneDNN where it is there, on ND4J's operations otherwise.
 */
final class Lanes {
  private Lanes() {}

  /**
   * Returns a network that trains.
   *
   * @param share the part of the batch that it works on
   */
  static Lane training(
      NetworkSpec spec, Parameters parameters, int n, Share share, Wiring.Clock clock) {
    Memory gradients = new Memory(DataType.FLOAT);
    return make(spec, parameters.withOwnGradients(gradients), gradients, n, share, true, clock);
  }

  /** Returns a network that predicts. */
  static Lane predicting(NetworkSpec spec, Parameters parameters, int n) {
    return make(spec, parameters, new Memory(DataType.FLOAT), n, Share.whole(n), false, () -> 0);
  }

  private static Lane make(
      NetworkSpec spec,
      Parameters parameters,
      Memory own,
      int n,
      Share share,
      boolean training,
      Wiring.Clock clock) {
    try {
      return OneDnn.isUsed()
          ? new DnnlLane(spec, parameters, own, n, share, training, clock)
          : new OperationsLane(
              new Network(spec, parameters, n, share, training, clock, DataType.FLOAT),
              parameters,
              own);
    } catch (RuntimeException | Error e) {
      own.close();
      throw e;
    }
  }
}
