package io.github.mnist4j.nd4j;

import io.github.mnist4j.tensor.Shape;

/** A loss over the last axis of an output; a sample's is the mean over the places before it. */
abstract class PlaceKernel extends LossKernel {
  /** The length of the last axis. */
  final int width;

  /** The number of places a sample. */
  final int places;

  private final int targetWidth;

  /**
   * Takes outputs of a shape.
   *
   * @param classNumbers whether a target is one number a place, and not as many as the output has
   */
  PlaceKernel(Shape output, boolean classNumbers) {
    super(output.size());
    width = output.rank() == 0 ? 1 : output.dim(-1);
    places = output.size() / width;
    targetWidth = classNumbers ? 1 : width;
  }

  @Override
  final double sample(float[] y, int target, double[] output, int start, double[] dy) {
    double sum = 0;
    for (int place = 0; place < places; place++) {
      sum += place(y, target + place * targetWidth, output, start + place * width, dy);
    }
    for (int j = start; j < start + places * width; j++) {
      dy[j] /= places;
    }
    return sum / places;
  }

  /** Returns the loss of one place, as {@link #sample} does of a sample. */
  abstract double place(float[] y, int target, double[] output, int start, double[] dy);
}
