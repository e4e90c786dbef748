package io.github.mnist4j.data;

/** Chosen rows of another set. */
final class RowsDataset implements DatasetView {
  private final Dataset source;
  private final int[] rows;

  RowsDataset(Dataset source, int[] rows) {
    this.source = source;
    this.rows = rows;
  }

  @Override
  public Dataset source() {
    return source;
  }

  @Override
  public Dataset epoch(int epoch) {
    return new RowsDataset(source.epoch(epoch), rows);
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public void fill(int[] rows, int from, int to, float[] x, float[] y) {
    int[] chosen = chosen(rows, from, to);
    source.fill(chosen, 0, chosen.length, x, y);
  }

  @Override
  public void fillWeights(int[] rows, int from, int to, float[] weights) {
    int[] chosen = chosen(rows, from, to);
    source.fillWeights(chosen, 0, chosen.length, weights);
  }

  private int[] chosen(int[] rows, int from, int to) {
    int[] chosen = new int[to - from];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = this.rows[rows[from + i]];
    }
    return chosen;
  }
}
