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
   * @param first the place of its first sample in the batch
   */
  static Lane training(
      NetworkSpec spec, Parameters parameters, int n, int first, Wiring.Clock clock) {
    Memory gradients = new Memory(DataType.FLOAT);
    return make(spec, parameters.withOwnGradients(gradients), gradients, n, first, true, clock);
  }

  /** Returns a network that predicts. */
  static Lane predicting(NetworkSpec spec, Parameters parameters, int n) {
    return make(spec, parameters, new Memory(DataType.FLOAT), n, 0, false, () -> 0);
  }

  private static Lane make(
      NetworkSpec spec,
      Parameters parameters,
      Memory own,
      int n,
      int first,
      boolean training,
      Wiring.Clock clock) {
    try {
      return OneDnn.isUsed()
          ? new DnnlLane(spec, parameters, own, n, first, training, clock)
          : new OperationsLane(
              new Network(spec, parameters, n, first, training, clock, DataType.FLOAT),
              parameters,
              own);
    } catch (RuntimeException | Error e) {
      own.close();
      throw e;
    }
  }
}
