package io.github.mnist4j.data;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;

/** Another set with x of another shape. */
final class ReshapedDataset implements Dataset {
  private final Dataset source;
  private final Shape xShape;

  ReshapedDataset(Dataset source, Shape xShape) {
    if (xShape.size() != source.xShape().size()) {
      throw Problem.of("samples cannot take the shape " + xShape)
          .expected(
              "a shape of " + source.xShape().size() + " elements, as " + source.xShape() + " has")
          .got(xShape + ", " + xShape.size() + " elements")
          .see("reshape")
          .asShapeException();
    }
    this.source = source;
    this.xShape = xShape;
  }

  @Override
  public Dataset epoch(int epoch) {
    return new ReshapedDataset(source.epoch(epoch), xShape);
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public Shape xShape() {
    return xShape;
  }

  @Override
  public Shape yShape() {
    return source.yShape();
  }

  @Override
  public void fill(int[] rows, int from, int to, float[] x, float[] y) {
    source.fill(rows, from, to, x, y);
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
