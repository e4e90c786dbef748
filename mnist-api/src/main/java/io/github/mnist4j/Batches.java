package io.github.mnist4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.data.Dataset;

/** A data set in some order, cut into batches; the last one may be smaller. */
final class Batches {
  private final Dataset data;
  private final int[] rows;
  private final int batchSize;
  private final float[] x;
  private final float[] y;

  Batches(Dataset data, int[] rows, int batchSize) {
    this.data = data;
    this.rows = rows;
    this.batchSize = Math.min(batchSize, rows.length);
    x = new float[this.batchSize * data.xShape().size()];
    y = new float[this.batchSize * data.yShape().size()];
  }

  int count() {
    return (rows.length - 1) / batchSize + 1;
  }

  /** Returns a batch; its arrays are filled anew for the next one. */
  Batch get(int step) {
    int from = step * batchSize;
    int to = Math.min(rows.length, from + batchSize);
    data.fill(rows, from, to, x, y);
    return new Batch(to - from, data.xShape(), data.yShape(), x, y);
  }
}
