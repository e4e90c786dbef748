package io.github.mnist4j.data;

/** Another set with x multiplied by a factor. */
final class ScaledDataset implements DatasetView {
  private final Dataset source;
  private final float factor;

  ScaledDataset(Dataset source, double factor) {
    this.source = source;
    this.factor = (float) factor;
  }

  @Override
  public Dataset source() {
    return source;
  }

  @Override
  public Dataset epoch(int epoch) {
    return new ScaledDataset(source.epoch(epoch), factor);
  }

  @Override
  public void fill(int[] rows, int from, int to, float[] x, float[] y) {
    source.fill(rows, from, to, x, y);
    int size = (to - from) * xShape().size();
    for (int i = 0; i < size; i++) {
      x[i] *= factor;
    }
  }
}
