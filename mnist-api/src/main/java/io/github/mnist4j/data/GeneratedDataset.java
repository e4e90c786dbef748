package io.github.mnist4j.data;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;

/** Samples that are made when they are asked for. */
final class GeneratedDataset implements Dataset {
  private final int size;
  private final Shape xShape;
  private final Shape yShape;
  private final Generator generator;

  GeneratedDataset(int size, Shape xShape, Shape yShape, Generator generator) {
    this.size = Check.atLeast(0, size, "Dataset.generate", "size");
    this.xShape = Check.notNull(xShape, "Dataset.generate", "xShape");
    this.yShape = Check.notNull(yShape, "Dataset.generate", "yShape");
    this.generator = Check.notNull(generator, "Dataset.generate", "the generator");
  }

  @Override
  public int size() {
    return size;
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
    float[] sample = new float[xShape.size()];
    float[] target = new float[yShape.size()];
    for (int i = from; i < to; i++) {
      Arrays.fill(sample, 0);
      Arrays.fill(target, 0);
      generator.fill(rows[i], sample, target);
      System.arraycopy(sample, 0, x, (i - from) * sample.length, sample.length);
      System.arraycopy(target, 0, y, (i - from) * target.length, target.length);
    }
  }
}
