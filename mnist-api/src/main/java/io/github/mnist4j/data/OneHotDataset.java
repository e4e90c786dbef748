package io.github.mnist4j.data;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;

/** Another set with one-hot targets in place of class numbers. */
final class OneHotDataset implements DatasetView {
  private final Dataset source;
  private final int classes;

  OneHotDataset(Dataset source, int classes) {
    this.source = source;
    this.classes = Check.atLeast(1, classes, "oneHot", "classes");
    if (source.yShape().size() != 1) {
      throw Problem.of("one-hot targets are made of class numbers")
          .expected("one number a target")
          .got("targets of shape " + source.yShape())
          .see("one-hot")
          .asDataException();
    }
  }

  @Override
  public Dataset source() {
    return source;
  }

  @Override
  public Dataset epoch(int epoch) {
    return new OneHotDataset(source.epoch(epoch), classes);
  }

  @Override
  public Shape yShape() {
    return Shape.of(classes);
  }

  @Override
  public void fill(int[] rows, int from, int to, float[] x, float[] y) {
    float[] labels = new float[to - from];
    source.fill(rows, from, to, x, labels);
    Arrays.fill(y, 0, labels.length * classes, 0);
    for (int i = 0; i < labels.length; i++) {
      int label = (int) labels[i];
      if (label != labels[i] || label < 0 || label >= classes) {
        throw Problem.of("a label is no class")
            .expected("whole numbers from 0 to " + (classes - 1))
            .got("label " + labels[i] + " in row " + rows[from + i])
            .fix("count classes from 0, or give oneHot(…) as many as there are")
            .see("labels-out-of-range")
            .asDataException();
      }
      y[i * classes + label] = 1;
    }
  }
}
