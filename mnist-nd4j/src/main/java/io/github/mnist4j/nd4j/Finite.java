package io.github.mnist4j.nd4j;

/**
 * Finds numbers that are infinite or none. The loss alone does not: oneDNN's relu makes 0 of what
 * is no number, and max pooling passes over it.
 */
final class Finite {
  private Finite() {}

  /** Returns whether the first {@code count} numbers are all finite. */
  static boolean all(float[] numbers, int count) {
    // Zero times a finite number is zero, times any other it is none. Four sums, because one would
    // wait for itself.
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i < count - 3; i += 4) {
      a += numbers[i] * 0;
      b += numbers[i + 1] * 0;
      c += numbers[i + 2] * 0;
      d += numbers[i + 3] * 0;
    }
    for (; i < count; i++) {
      a += numbers[i] * 0;
    }
    return a + b + c + d == 0;
  }
}
