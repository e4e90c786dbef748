package io.github.mnist4j.nd4j;

import io.github.mnist4j.tensor.Shape;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Samples on their way through oneDNN, in whatever layout the last primitive chose.
 *
 * @param memory where they lie
 * @param desc their layout, over logical axes: (n, channels, height, width) for images, whatever
 *     the order in memory
 * @param sample one sample's shape, as the network knows it
 * @param plain whether they lie as Java has them, row by row, channels last
 * @param array the same memory for ND4J, where it is ND4J's
 */
record Flow(
    memory memory, memory.desc desc, Shape sample, boolean plain, @Nullable INDArray array) {
  /** Returns whether they have the layout of images, which they need not be any more, or yet. */
  boolean liesAsImages() {
    return desc.data().ndims() == 4;
  }

  /** Returns whether these are vectors that still lie as the images they were. */
  boolean flattenedImages() {
    return sample.rank() == 1 && liesAsImages();
  }

  /** Returns the same samples under another shape. */
  Flow reshaped(Shape sample) {
    return new Flow(memory, desc, sample, plain, array);
  }
}
