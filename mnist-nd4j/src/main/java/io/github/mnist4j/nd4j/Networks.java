package io.github.mnist4j.nd4j;

import io.github.mnist4j.spi.NetworkSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The wired networks of a program: one step a batch size for training, and a pool for testing and
 * predicting, from which each thread borrows one of its own. Those that were not used for long are
 * freed.
 */
final class Networks implements AutoCloseable {
  /** A training has its batch size and that of its last batch; a few more, and the oldest goes. */
  private static final int TRAINING_SIZES = 4;

  /** Fewer samples a thread are not worth the hand-over. */
  private static final int LEAST_SAMPLES = 8;

  /** How many samples the networks that wait in the pool may be for, all together. */
  private static final int IDLE_SAMPLES = 1024;

  private final NetworkSpec spec;
  private final LossKernel loss;
  private final Parameters parameters;
  private final Wiring.Clock clock;
  private final Map<Integer, TrainingStep> training = new LinkedHashMap<>(16, 0.75f, true);
  private final Deque<Lane> idle = new ArrayDeque<>();
  private int idleSamples;

  Networks(NetworkSpec spec, LossKernel loss, Parameters parameters, Wiring.Clock clock) {
    this.spec = spec;
    this.loss = loss;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** Returns into how many parts {@code n} samples are shared out. */
  static int parts(int n) {
    return Math.max(1, Math.min(Team.threads(), n / LEAST_SAMPLES));
  }

  /** Returns the step that trains on {@code n} samples; for one thread only. */
  TrainingStep training(int n) {
    TrainingStep step = training.get(n);
    if (step == null) {
      if (training.size() == TRAINING_SIZES) {
        Iterator<TrainingStep> oldest = training.values().iterator();
        oldest.next().close();
        oldest.remove();
      }
      step = new TrainingStep(spec, loss, parameters, n, parts(n), clock);
      training.put(n, step);
    }
    return step;
  }

  /**
   * Returns a network that predicts at least {@code n} samples, for this thread alone until it is
   * given back.
   */
  Lane borrow(int n) {
    return borrowSized(roundedUp(n));
  }

  /**
   * Returns a network that predicts {@code n} samples and no more; otherwise as {@link #borrow}.
   */
  Lane borrowExact(int n) {
    return borrowSized(n);
  }

  private Lane borrowSized(int size) {
    synchronized (idle) {
      for (Iterator<Lane> it = idle.descendingIterator(); it.hasNext(); ) {
        Lane lane = it.next();
        if (lane.n() == size) {
          it.remove();
          idleSamples -= size;
          return lane;
        }
      }
    }
    return Lanes.predicting(spec, parameters, size);
  }

  /** Takes back a network, and frees those that have waited longest where there are too many. */
  void giveBack(Lane lane) {
    synchronized (idle) {
      idle.addLast(lane);
      idleSamples += lane.n();
      while (idleSamples > IDLE_SAMPLES && idle.size() > 1) {
        Lane oldest = idle.removeFirst();
        idleSamples -= oldest.n();
        oldest.close();
      }
    }
  }

  /** Few different sizes: powers of two, and from 32 on their quarters. */
  static int roundedUp(int n) {
    int power = Integer.highestOneBit(Math.max(1, n - 1)) << 1;
    int step = power >= 32 ? power / 8 : power;
    return n <= 1 ? 1 : (n + step - 1) / step * step;
  }

  /** Frees all; none may be borrowed then. */
  @Override
  public void close() {
    training.values().forEach(TrainingStep::close);
    training.clear();
    synchronized (idle) {
      idle.forEach(Lane::close);
      idle.clear();
      idleSamples = 0;
    }
  }
}
