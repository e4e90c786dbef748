package io.github.mnist4j.nd4j;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.Embedding;

/** y[i] = table[x[i]]; whole numbers have no gradient. */
final class EmbeddingKernel extends JavaKernel {
  private final int rows;
  private final int columns;
  private final Numbers table;

  EmbeddingKernel(Embedding layer, Wiring wiring) {
    super(wiring);
    rows = layer.inputDim();
    columns = layer.outputDim();
    table = numbers("embeddings");
  }

  /** What is no number stays none; what is no row is an error. */
  private int row(int i) {
    long row = Math.round(x[i]);
    if (row < 0 || row >= rows) {
      throw Problem.of("layer '" + wiring.spec().name() + "' (Embedding) has no such row")
          .expected("whole numbers from 0 to " + (rows - 1))
          .got(Double.toString(x[i]))
          .fix("make inputDim one more than the greatest number in the data")
          .see("embedding-row")
          .asDataException();
    }
    return (int) row;
  }

  @Override
  void compute() {
    double[] values = table.read();
    for (int i = 0; i < x.length; i++) {
      int row = Double.isNaN(x[i]) ? -1 : row(i);
      for (int c = 0; c < columns; c++) {
        y[i * columns + c] = row < 0 ? Double.NaN : values[row * columns + c];
      }
    }
  }

  @Override
  void differentiate() {
    double[] gradient = table.clear();
    for (int i = 0; i < x.length; i++) {
      int row = row(i);
      for (int c = 0; c < columns; c++) {
        gradient[row * columns + c] += dy[i * columns + c];
      }
    }
    table.write();
  }
}
