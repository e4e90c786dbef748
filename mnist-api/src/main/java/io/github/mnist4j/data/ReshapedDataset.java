package io.github.mnist4j.data;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;

/** Another set with x of another shape. */
final class ReshapedDataset implements DatasetView {
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
  public Dataset source() {
    return source;
  }

  @Override
  public Dataset epoch(int epoch) {
    return new ReshapedDataset(source.epoch(epoch), xShape);
  }

  @Override
  public Shape xShape() {
    return xShape;
  }
}
