package io.github.mnist4j.nd4j;

import io.github.mnist4j.spi.NetworkSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The wired networks of a program: one a batch size for training, and a pool for testing and
 * predicting, from which each thread borrows one of its own. Those that were not used for long are
 * freed.
 */
final class Networks implements AutoCloseable {
  /** A training has its batch size and that of its last batch; a few more, and the oldest goes. */
  private static final int TRAINING_SIZES = 4;

  /** How many samples the networks that wait in the pool may be for, all together. */
  private static final int IDLE_SAMPLES = 1024;

  private final NetworkSpec spec;
  private final Parameters parameters;
  private final Wiring.Clock clock;
  private final Map<Integer, Network> training = new LinkedHashMap<>(16, 0.75f, true);
  private final Deque<Network> idle = new ArrayDeque<>();
  private int idleSamples;

  Networks(NetworkSpec spec, Parameters parameters, Wiring.Clock clock) {
    this.spec = spec;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** Returns the network that trains on {@code n} samples; for one thread only. */
  Network training(int n) {
    Network network = training.get(n);
    if (network == null) {
      if (training.size() == TRAINING_SIZES) {
        Iterator<Network> oldest = training.values().iterator();
        oldest.next().close();
        oldest.remove();
      }
      network = new Network(spec, parameters, n, true, clock, DataType.FLOAT);
      training.put(n, network);
    }
    return network;
  }

  /**
   * Returns a network that predicts at least {@code n} samples, for this thread alone until it is
   * given back.
   */
  Network borrow(int n) {
    int size = roundedUp(n);
    synchronized (idle) {
      for (Iterator<Network> it = idle.descendingIterator(); it.hasNext(); ) {
        Network network = it.next();
        if (network.n() == size) {
          it.remove();
          idleSamples -= size;
          return network;
        }
      }
    }
    return new Network(spec, parameters, size, false, clock, DataType.FLOAT);
  }

  /** Takes back a network, and frees those that have waited longest where there are too many. */
  void giveBack(Network network) {
    synchronized (idle) {
      idle.addLast(network);
      idleSamples += network.n();
      while (idleSamples > IDLE_SAMPLES && idle.size() > 1) {
        Network oldest = idle.removeFirst();
        idleSamples -= oldest.n();
        oldest.close();
      }
    }
  }

  /** Few different sizes: powers of two, and from 16 on their quarters. */
  static int roundedUp(int n) {
    int power = Integer.highestOneBit(Math.max(1, n - 1)) << 1;
    int step = power >= 32 ? power / 8 : power;
    return n <= 1 ? 1 : (n + step - 1) / step * step;
  }

  /** Frees all; none may be borrowed then. */
  @Override
  public void close() {
    training.values().forEach(Network::close);
    training.clear();
    synchronized (idle) {
      idle.forEach(Network::close);
      idle.clear();
      idleSamples = 0;
    }
  }
}
