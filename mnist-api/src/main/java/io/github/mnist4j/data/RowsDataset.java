package io.github.mnist4j.data;

import io.github.mnist4j.tensor.Shape;

/** Chosen rows of another set. */
final class RowsDataset implements Dataset {
  private final Dataset source;
  private final int[] rows;

  RowsDataset(Dataset source, int[] rows) {
    this.source = source;
    this.rows = rows;
  }

  @Override
  public int size() {
    return rows.length;
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
    int[] chosen = new int[to - from];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = this.rows[rows[from + i]];
    }
    source.fill(chosen, 0, chosen.length, x, y);
  }
}
