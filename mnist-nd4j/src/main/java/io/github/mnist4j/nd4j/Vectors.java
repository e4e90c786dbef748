package io.github.mnist4j.nd4j;

import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;

/**
 * A sample's numbers shared out into sets: which set each belongs to.
 *
 * @param sets the set of each of a sample's numbers
 * @param count how many sets a sample has
 */
record Vectors(int[] sets, int count) {
  /** Numbers that differ in some axes only are in one set. */
  static Vectors along(Shape sample, int... axes) {
    boolean[] along = new boolean[sample.rank()];
    for (int axis : axes) {
      along[axis] = true;
    }
    return of(sample, along, true);
  }

  /** Numbers that agree in some axes are in one set; the sets are in the order of those axes. */
  static Vectors across(Shape sample, int... axes) {
    boolean[] along = new boolean[sample.rank()];
    for (int axis : axes) {
      along[axis] = true;
    }
    return of(sample, along, false);
  }

  private static Vectors of(Shape sample, boolean[] named, boolean along) {
    int[] sets = new int[sample.size()];
    int count = 1;
    for (int i = 0; i < sets.length; i++) {
      int rest = i;
      int stride = 1;
      for (int axis = sample.rank() - 1; axis >= 0; axis--) {
        if (named[axis] != along) {
          sets[i] += rest % sample.dim(axis) * stride;
          stride *= sample.dim(axis);
        }
        rest /= sample.dim(axis);
      }
      count = stride;
    }
    return new Vectors(sets, count);
  }

  /** Returns the set of a number of a batch, those of each sample being its own. */
  int of(int i) {
    return i / sets.length * count + sets[i % sets.length];
  }

  /** Returns the set of a number of a batch, those of all samples being the same. */
  int shared(int i) {
    return sets[i % sets.length];
  }

  /** Returns a number for each set of each of {@code n} samples. */
  double[] fill(int n, double value) {
    double[] numbers = new double[n * count];
    Arrays.fill(numbers, value);
    return numbers;
  }
}
