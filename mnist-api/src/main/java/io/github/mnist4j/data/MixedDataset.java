package io.github.mnist4j.data;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.RandomStream;

/** Another set with each sample mixed with another one of it, and their targets likewise. */
final class MixedDataset implements DatasetView {
  private final Dataset source;
  private final RandomStream random;
  private final Mixing mixing;
  private final int epoch;

  private MixedDataset(Dataset source, RandomStream random, Mixing mixing, int epoch) {
    this.source = source;
    this.random = random;
    this.mixing = mixing;
    this.epoch = epoch;
  }

  static MixedDataset of(Dataset source, String name, long seed, Mixing mixing) {
    if (source.yShape().rank() == 0) {
      throw Problem.of(name + " mixes targets, and class numbers cannot be mixed")
          .expected("one-hot targets, y of shape (n, classes)")
          .got("class numbers, y of shape (n,)")
          .fix("use .oneHot(classes) before ." + name + "(…), and a categorical cross-entropy")
          .see("one-hot")
          .asDataException();
    }
    return new MixedDataset(source, RandomStream.of(seed).split(name), mixing, 0);
  }

  @Override
  public Dataset source() {
    return source;
  }

  @Override
  public Dataset epoch(int epoch) {
    return new MixedDataset(source.epoch(epoch), random, mixing, epoch);
  }

  @Override
  public void fill(int[] rows, int from, int to, float[] x, float[] y) {
    int xSize = xShape().size();
    int ySize = yShape().size();
    float[] otherX = new float[(to - from) * xSize];
    float[] otherY = new float[(to - from) * ySize];
    source.fill(rows, from, to, x, y);
    source.fill(others(rows, from, to), 0, to - from, otherX, otherY);
    for (int i = 0; i < to - from; i++) {
      double kept = mixing.mix(drawn(rows[from + i]), x, otherX, i * xSize);
      Mixing.blend(y, otherY, i * ySize, ySize, kept);
    }
  }

  private RandomStream drawn(int row) {
    return random.split(epoch).split(row);
  }

  private int[] others(int[] rows, int from, int to) {
    int[] others = new int[to - from];
    for (int i = 0; i < others.length; i++) {
      others[i] = drawn(rows[from + i]).split("other").below(size(), 0);
    }
    return others;
  }
}
