package io.github.mnist4j.data;

import io.github.mnist4j.augmentations.Augmentation;
import io.github.mnist4j.augmentations.Augmenter;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Another set with images that change from epoch to epoch. */
final class AugmentedDataset implements Dataset {
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
  public Dataset epoch(int epoch) {
    return new AugmentedDataset(source.epoch(epoch), random, augmenter, epoch, idle);
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public Shape xShape() {
    return source.xShape();
  }

  @Override
  public Shape yShape() {
    return source.yShape();
  }

  @Override
  public void fill(int[] rows, int from, int to, float[] x, float[] y) {
    source.fill(rows, from, to, x, y);
    Augmenter.Worker waiting = idle.poll();
    Augmenter.Worker worker = waiting == null ? augmenter.worker() : waiting;
    RandomStream drawn = random.split(epoch);
    RandomStream[] randoms = new RandomStream[to - from];
    Arrays.setAll(randoms, i -> drawn.split(rows[from + i]));
    worker.apply(randoms, x, 0);
    idle.add(worker);
  }

  @Override
  public boolean isWeighted() {
    return source.isWeighted();
  }

  @Override
  public void fillWeights(int[] rows, int from, int to, float[] weights) {
    source.fillWeights(rows, from, to, weights);
  }
}
