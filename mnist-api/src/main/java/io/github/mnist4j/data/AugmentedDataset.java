package io.github.mnist4j.data;

import io.github.mnist4j.augmentations.Augmentation;
import io.github.mnist4j.augmentations.Augmenter;
import io.github.mnist4j.tensor.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Another set with images that change from epoch to epoch. */
final class AugmentedDataset implements DatasetView {
  /** Fewer images are not worth another thread. */
  private static final int LEAST = 8;

  private final Dataset source;
  private final RandomStream random;
  private final Augmenter augmenter;
  private final int epoch;

  /** Workers that nobody uses just now. */
  private final Queue<Augmenter.Worker> idle;

  AugmentedDataset(Dataset source, long seed, List<Augmentation> augmentations) {
    this(
        source,
        RandomStream.of(seed).split("augmented"),
        new Augmenter(source.xShape(), augmentations),
        0,
        new ConcurrentLinkedQueue<>());
  }

  private AugmentedDataset(
      Dataset source,
      RandomStream random,
      Augmenter augmenter,
      int epoch,
      Queue<Augmenter.Worker> idle) {
    this.source = source;
    this.random = random;
    this.augmenter = augmenter;
    this.epoch = epoch;
    this.idle = idle;
  }

  @Override
  public Dataset source() {
    return source;
  }

  @Override
  public Dataset epoch(int epoch) {
    return new AugmentedDataset(source.epoch(epoch), random, augmenter, epoch, idle);
  }

  @Override
  public void fill(int[] rows, int from, int to, float[] x, float[] y) {
    source.fill(rows, from, to, x, y);
    RandomStream drawn = random.split(epoch);
    RandomStream[] randoms = new RandomStream[to - from];
    Arrays.setAll(randoms, i -> drawn.split(rows[from + i]));
    share(randoms, x);
  }

  /**
   * Shares the images out over as many threads as there are processors. One thread alone would take
   * its time from the one training thread that has the same processor, and all others would wait
   * for that one at the end of the step.
   */
  private void share(RandomStream[] randoms, float[] x) {
    int processors = Runtime.getRuntime().availableProcessors();
    int parts = Math.max(1, Math.min(processors, randoms.length / LEAST));
    RuntimeException[] thrown = new RuntimeException[parts];
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              int from = randoms.length * part / parts;
              int to = randoms.length * (part + 1) / parts;
              try {
                change(randoms, from, to, x);
              } catch (RuntimeException e) {
                thrown[part] = e; // the stream would throw a copy, with another message
              }
            });
    for (RuntimeException problem : thrown) {
      if (problem != null) {
        throw problem;
      }
    }
  }

  private void change(RandomStream[] randoms, int from, int to, float[] x) {
    Augmenter.Worker waiting = idle.poll();
    Augmenter.Worker worker = waiting == null ? augmenter.worker() : waiting;
    worker.apply(Arrays.copyOfRange(randoms, from, to), x, from * xShape().size());
    idle.add(worker);
  }
}
