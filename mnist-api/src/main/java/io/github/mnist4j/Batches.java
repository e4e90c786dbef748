package io.github.mnist4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.data.Dataset;
import org.jspecify.annotations.Nullable;

/** A data set in some order, cut into batches; the last one may be smaller. */
final class Batches {
  private final Dataset data;
  private final int[] rows;
  private final int batchSize;
  private final @Nullable ClassWeights classWeights;

  Batches(Dataset data, int[] rows, int batchSize) {
    this(data, rows, batchSize, null);
  }

  Batches(Dataset data, int[] rows, int batchSize, @Nullable ClassWeights classWeights) {
    this.classWeights = classWeights;
    this.data = data;
    this.rows = rows;
    this.batchSize = Math.min(batchSize, rows.length);
  }

  /** Arrays for one batch. */
  final class Slot {
    private final float[] x = new float[batchSize * data.xShape().size()];
    private final float[] y = new float[batchSize * data.yShape().size()];
    private final float @Nullable [] weights =
        data.isWeighted() || classWeights != null ? new float[batchSize] : null;

    Batch empty() {
      return new Batch(0, data.xShape(), data.yShape(), x, y);
    }
  }

  int count() {
    return (rows.length - 1) / batchSize + 1;
  }

  Slot slot() {
    return new Slot();
  }

  /** Returns a batch, in a slot's arrays. */
  Batch fill(Slot slot, int step) {
    int from = step * batchSize;
    int to = Math.min(rows.length, from + batchSize);
    data.fill(rows, from, to, slot.x, slot.y);
    if (classWeights != null && slot.weights != null) {
      classWeights.fill(to - from, slot.y, slot.weights);
    } else if (slot.weights != null) {
      data.fillWeights(rows, from, to, slot.weights);
    }
    return new Batch(to - from, data.xShape(), data.yShape(), slot.x, slot.y, slot.weights);
  }
}
