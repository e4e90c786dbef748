package io.github.mnist4j;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.tensor.Shape;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Looks through the data before anything is trained or tested: what would go wrong, or silently
 * wrong, is said here.
 */
final class Preflight {
  private static final Logger LOG = System.getLogger(Model.class.getName());
  private static final int CHUNK = 32;

  /** From here on, x is taken for pixels of 0..255. */
  private static final float PIXELS = 100;

  private final Shape input;
  private final Shape output;
  private final Loss loss;
  private final java.util.List<Metric> metrics;
  private boolean quiet;

  Preflight(Sequential network, CompileOptions options) {
    input = network.inputShape().orElseThrow();
    output = network.outputShape().orElseThrow();
    loss = options.loss();
    metrics = options.metrics();
  }

  /** Returns the same checks without the warning of pixels. */
  Preflight quiet() {
    quiet = true;
    return this;
  }

  /**
   * Requires data that the network and its loss can take, and returns it in the network's shape.
   */
  Dataset check(Dataset data, String which) {
    if (data.size() == 0) {
      throw Problem.of(which + " is empty")
          .expected("at least one sample")
          .got("none")
          .see("empty-data")
          .asDataException();
    }
    Shape shape = requireShape(data.xShape(), input, which);
    Dataset shaped = shape.equals(data.xShape()) ? data : data.reshaped(shape);
    loss.requireTargets(shaped.yShape(), output);
    metrics.forEach(metric -> metric.start(shaped.yShape(), output));
    checkValues(shaped, which);
    return shaped;
  }

  /** Requires the network's shape; as in Keras, a last axis of one may be left out or be added. */
  static Shape requireShape(Shape sample, Shape input, String which) {
    boolean fits =
        sample.equals(input) || isWithChannel(input, sample) || isWithChannel(sample, input);
    if (!fits) {
      throw Problem.of(which + " has not the network's shape")
          .expected("samples of shape " + input)
          .got("samples of shape " + sample)
          .fix(
              sample.size() == input.size()
                  ? "use .reshaped(Shape.of" + input.toString().replace(",)", ")") + ")"
                  : "build the network for this shape")
          .see("input-shape")
          .asShapeException();
    }
    return input;
  }

  private static boolean isWithChannel(Shape longer, Shape shorter) {
    return longer.rank() == shorter.rank() + 1
        && longer.dim(-1) == 1
        && Arrays.mismatch(longer.toArray(), shorter.toArray()) == shorter.rank();
  }

  private void checkValues(Dataset data, String which) {
    int[] rows = IntStream.range(0, data.size()).toArray();
    int xSize = data.xShape().size();
    int ySize = data.yShape().size();
    float[] x = new float[CHUNK * xSize];
    float[] y = new float[CHUNK * ySize];
    int classes = loss.takesClassNumbers() ? output.dim(-1) : 0;
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (int from = 0; from < rows.length; from += CHUNK) {
      int to = Math.min(rows.length, from + CHUNK);
      data.fill(rows, from, to, x, y);
      float sum = 0;
      for (int i = 0; i < (to - from) * xSize; i++) {
        least = Math.min(least, x[i]);
        greatest = Math.max(greatest, x[i]);
        sum += x[i] * 0;
      }
      if (sum != 0) {
        throw notFinite(x, xSize, from, which, "x");
      }
      for (int i = 0; i < (to - from) * ySize; i++) {
        if (!Float.isFinite(y[i])) {
          throw notFinite(y, ySize, from, which, "y");
        }
        boolean isClass = y[i] >= 0 && y[i] < classes && y[i] == (int) y[i];
        if (classes > 0 && !isClass && !loss.ignores(y[i])) {
          throw Problem.of("a label of " + which + " is no class of the network")
              .expected(
                  "whole numbers from 0 to "
                      + (classes - 1)
                      + ": the last layer has "
                      + classes
                      + " outputs")
              .got("label " + shown(y[i]) + " in row " + (from + i / ySize))
              .fix(
                  "count classes from 0, or give the last layer as many units as there are classes")
              .see("labels-out-of-range")
              .asDataException();
        }
      }
    }
    if (least >= 0 && greatest > PIXELS && !quiet) {
      LOG.log(
          Level.WARNING,
          "{0} has values up to {1}: pixels, it seems. Divide by 255, with data.scaled(1 / 255.0); networks learn badly from large numbers.",
          which,
          shown(greatest));
    }
  }

  private static RuntimeException notFinite(
      float[] values, int size, int from, String which, String axis) {
    int i = 0;
    while (Float.isFinite(values[i])) {
      i++;
    }
    return Problem.of(which + " has a number that is not finite")
        .expected("finite numbers")
        .got(values[i] + " in " + axis + ", row " + (from + i / size))
        .fix("take the row out, or mend it")
        .see("not-finite")
        .asDataException();
  }

  private static String shown(float value) {
    return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
  }
}
