package io.github.mnist4j.data;

import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Some samples side by side, as an engine takes them.
 *
 * <pre>
 * {@code Batch two = new Batch(2, Shape.of(3), Shape.scalar(), new float[] {1, 2, 3, 4, 5, 6}, new float[] {7, 0});}
 * </pre>
 *
 * @param size the number of samples, at least 1
 * @param xShape one sample's shape
 * @param yShape one target's shape; {@code ()} for a class number
 * @param x {@code size · xShape.size()} numbers, row-major; the array may be longer, the rest is
 *     ignored
 * @param y {@code size · yShape.size()} numbers, likewise
 * @param weights how much each sample counts in the loss, {@code size} numbers, likewise; {@code
 *     null}: all 1. The sum is still divided by the number of samples, so weights of 2 double the
 *     loss
 */
public record Batch(
    int size, Shape xShape, Shape yShape, float[] x, float[] y, float @Nullable [] weights) {
  /** Makes a batch of samples that count alike. */
  public Batch(int size, Shape xShape, Shape yShape, float[] x, float[] y) {
    this(size, xShape, yShape, x, y, null);
  }
}
