package io.github.mnist4j.data;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;

/** Samples and targets that lie in two tensors. */
final class TensorDataset implements Dataset {
  private final Tensor x;
  private final Tensor y;
  private final Shape xShape;
  private final Shape yShape;

  TensorDataset(Tensor x, Tensor y) {
    if (x.shape().rank() == 0 || y.shape().rank() == 0 || x.rows() != y.rows()) {
      throw Problem.of("x and y are not of the same number of samples")
          .expected("as many rows in y as in x")
          .got("x of shape " + x.shape() + ", y of shape " + y.shape())
          .see("rows-differ")
          .asDataException();
    }
    this.x = x;
    this.y = y;
    xShape = x.shape().withoutFirst();
    yShape = y.shape().withoutFirst();
  }

  @Override
  public int size() {
    return x.rows();
  }

  @Override
  public Shape xShape() {
    return xShape;
  }

  @Override
  public Shape yShape() {
    return yShape;
  }

  @Override
  public void fill(int[] rows, int from, int to, float[] x, float[] y) {
    int xSize = xShape.size();
    int ySize = yShape.size();
    for (int i = from; i < to; i++) {
      System.arraycopy(this.x.data(), rows[i] * xSize, x, (i - from) * xSize, xSize);
      System.arraycopy(this.y.data(), rows[i] * ySize, y, (i - from) * ySize, ySize);
    }
  }

  @Override
  public Tensor x() {
    return Tensor.of(x.shape(), x.data().clone());
  }

  @Override
  public Tensor y() {
    return Tensor.of(y.shape(), y.data().clone());
  }
}
