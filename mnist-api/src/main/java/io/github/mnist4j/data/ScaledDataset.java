package io.github.mnist4j.data;

import io.github.mnist4j.tensor.Shape;

/** Another set with x multiplied by a factor. */
final class ScaledDataset implements Dataset {
  private final Dataset source;
  private final float factor;

  ScaledDataset(Dataset source, double factor) {
    this.source = source;
    this.factor = (float) factor;
  }

  @Override
  public Dataset epoch(int epoch) {
    return new ScaledDataset(source.epoch(epoch), factor);
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
    int size = (to - from) * xShape().size();
    for (int i = 0; i < size; i++) {
      x[i] *= factor;
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
