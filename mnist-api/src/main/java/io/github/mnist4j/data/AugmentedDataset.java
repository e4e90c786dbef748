package io.github.mnist4j.data;

import io.github.mnist4j.augmentations.Augmentation;
import io.github.mnist4j.augmentations.Augmenter;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.List;

/** Another set with images that change from epoch to epoch. */
final class AugmentedDataset implements Dataset {
  private final Dataset source;
  private final RandomStream random;
  private final Augmenter augmenter;
  private final int epoch;

  AugmentedDataset(Dataset source, long seed, List<Augmentation> augmentations) {
    this(
        source,
        RandomStream.of(seed).split("augmented"),
        new Augmenter(source.xShape(), augmentations),
        0);
  }

  private AugmentedDataset(Dataset source, RandomStream random, Augmenter augmenter, int epoch) {
    this.source = source;
    this.random = random;
    this.augmenter = augmenter;
    this.epoch = epoch;
  }

  @Override
  public Dataset epoch(int epoch) {
    return new AugmentedDataset(source.epoch(epoch), random, augmenter, epoch);
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
    Augmenter.Worker worker = augmenter.worker();
    RandomStream drawn = random.split(epoch);
    int size = xShape().size();
    for (int i = from; i < to; i++) {
      worker.apply(drawn.split(rows[i]), x, (i - from) * size);
    }
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
