package io.github.mnist4j.nd4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;

/** Made-up pictures with labels that can be learned: class k is brighter in row k. */
final class Pictures {
  static final int CLASSES = 10;

  private Pictures() {}

  static Tensor x(int n, int side, long seed) {
    RandomStream random = RandomStream.of(seed);
    Tensor x = Tensor.zeros(Shape.of(n, side, side, 1));
    for (int i = 0; i < x.size(); i++) {
      boolean bright = i / side % side == label(i / (side * side)) % side;
      x.data()[i] = random.uniform(i) * 0.5f + (bright ? 0.5f : 0);
    }
    return x;
  }

  static int[] labels(int n) {
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = label(i);
    }
    return labels;
  }

  private static int label(int i) {
    return i * 7 % CLASSES;
  }

  static Batch batch(int n, int side, long seed) {
    float[] y = new float[n];
    for (int i = 0; i < n; i++) {
      y[i] = label(i);
    }
    return new Batch(n, Shape.of(side, side, 1), Shape.scalar(), x(n, side, seed).data(), y);
  }
}
