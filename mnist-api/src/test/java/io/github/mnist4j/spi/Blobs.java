package io.github.mnist4j.spi;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;

/**
 * Three heaps of points that a line apart can tell from each other: samples {@code (2, 2)}, class
 * numbers 0 to 2.
 */
public final class Blobs {
  /** One sample's shape. */
  public static final Shape SAMPLE = Shape.of(2, 2);

  /** The number of heaps. */
  public static final int CLASSES = 3;

  private static final double SPREAD = 0.3;

  private Blobs() {}

  /** Returns points: heap c around 1 at place c, and around 0 elsewhere. */
  public static Tensor x(int size, long seed) {
    RandomStream random = RandomStream.of(seed);
    Tensor x = Tensor.zeros(SAMPLE.prepend(size));
    for (int i = 0; i < x.size(); i++) {
      double center = i % SAMPLE.size() == label(i / SAMPLE.size(), seed) ? 1 : 0;
      x.data()[i] = (float) (center + SPREAD * (random.uniformDouble(i) - 0.5));
    }
    return x;
  }

  /** Returns the class numbers of the same points. */
  public static int[] labels(int size, long seed) {
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = label(i, seed);
    }
    return labels;
  }

  private static int label(int row, long seed) {
    return RandomStream.of(seed).split("labels").below(CLASSES, row);
  }

  /** Returns points and class numbers as a set. */
  public static Dataset dataset(int size, long seed) {
    return Dataset.of(x(size, seed), labels(size, seed));
  }

  /** Returns points and class numbers as a batch. */
  public static Batch batch(int size, long seed) {
    Dataset data = dataset(size, seed);
    return new Batch(size, SAMPLE, Shape.scalar(), data.x().data(), data.y().data());
  }
}
