package io.github.mnist4j.data;

import io.github.mnist4j.tensor.Shape;

/**
 * A data set that is another one seen in another way; what it does not change is the other one's.
 */
interface DatasetView extends Dataset {
  /** Returns the set that is seen. */
  Dataset source();

  /** Returns the same view of the other set as that is in an epoch; each view has to say how. */
  @Override
  Dataset epoch(int epoch);

  @Override
  default int size() {
    return source().size();
  }

  @Override
  default Shape xShape() {
    return source().xShape();
  }

  @Override
  default Shape yShape() {
    return source().yShape();
  }

  @Override
  default void fill(int[] rows, int from, int to, float[] x, float[] y) {
    source().fill(rows, from, to, x, y);
  }

  @Override
  default boolean isWeighted() {
    return source().isWeighted();
  }

  @Override
  default void fillWeights(int[] rows, int from, int to, float[] weights) {
    source().fillWeights(rows, from, to, weights);
  }
}
