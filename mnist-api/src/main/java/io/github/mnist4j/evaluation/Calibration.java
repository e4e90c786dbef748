package io.github.mnist4j.evaluation;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Whether a network is as often right as it says: samples sorted by the probability of their
 * predicted class into bins of equal width, and in each bin how many are right beside how sure the
 * network was (Guo, Pleiss, Sun, Weinberger: "On Calibration of Modern Neural Networks", 2017).
 *
 * <pre>{@code
 * Calibration calibration = Calibration.of(predictions);
 * calibration.expectedError();                            // 0.0021
 * Plots.reliability(calibration).write(Path.of("reliability.png"));
 * }</pre>
 *
 * <p>Of M bins, bin m holds the confidences above m/M up to and with (m+1)/M, m from 0; a
 * confidence of 0 is in bin 0. (So in the paper, and in scikit-learn's {@code calibration_curve}.)
 *
 * @param bins at least one, from 0 to 1, those without samples among them
 */
public record Calibration(List<Bin> bins) {
  /** The number of bins in the paper. */
  public static final int BINS = 15;

  /** Copies the list, and checks that it is not empty. */
  public Calibration {
    bins = List.copyOf(bins);
    if (bins.isEmpty()) {
      throw new IllegalArgumentException("Calibration: bins must be at least 1, got 0");
    }
  }

  /**
   * Samples of like confidence.
   *
   * @param low where the bin begins; what is exactly there is in the bin before
   * @param high where it ends; what is exactly there is in this bin
   * @param count how many samples are in it, 0 or more
   * @param confidence their mean confidence, 0 to 1; 0 where there is none
   * @param accuracy the part of them that is right, 0 to 1; 0 where there is none
   */
  public record Bin(double low, double high, long count, double confidence, double accuracy) {
    /** Checks the ranges. */
    public Bin {
      Check.inHalfOpen(0, 1, low, "Calibration.Bin", "low");
      Check.atMost(1, high, "Calibration.Bin", "high");
      if (low >= high) {
        throw new IllegalArgumentException(
            "Calibration.Bin: low must be less than high, got " + low + " and " + high);
      }
      if (count < 0) {
        throw new IllegalArgumentException(
            "Calibration.Bin: count must be at least 0, got " + count);
      }
      unit(confidence, "confidence");
      unit(accuracy, "accuracy");
    }

    private static void unit(double value, String argument) {
      Check.notNegative(value, "Calibration.Bin", argument);
      Check.atMost(1, value, "Calibration.Bin", argument);
    }

    /** Returns how far apart both are: {@code |accuracy − confidence|}; 0 where there is none. */
    public double error() {
      return Math.abs(accuracy - confidence);
    }
  }

  /** Sorts predictions into {@value #BINS} bins. */
  public static Calibration of(Predictions predictions) {
    return of(predictions, BINS);
  }

  /**
   * Sorts predictions into bins of equal width.
   *
   * @param bins how many, at least 1
   */
  public static Calibration of(Predictions predictions, int bins) {
    Counts counts = new Counts(bins);
    for (int i = 0; i < predictions.size(); i++) {
      counts.add(predictions.confidence(i), predictions.isRight(i));
    }
    return counts.calibration();
  }

  /**
   * Sorts answers of any kind into bins of equal width.
   *
   * @param confidence how sure each answer was, 0 to 1
   * @param right whether it was right, one an answer
   * @param bins how many, at least 1
   * @throws io.github.mnist4j.errors.DataException if their numbers differ, or a confidence is not
   *     from 0 to 1
   */
  public static Calibration of(double[] confidence, boolean[] right, int bins) {
    if (confidence.length != right.length) {
      throw Problem.of("confidences and answers are not of the same number")
          .expected("an answer for each of " + confidence.length + " confidences")
          .got(right.length + " answers")
          .see("rows-differ")
          .asDataException();
    }
    Counts counts = new Counts(bins);
    for (int i = 0; i < right.length; i++) {
      if (!(confidence[i] >= 0 && confidence[i] <= 1)) {
        throw Problem.of("a confidence is no probability")
            .expected("numbers from 0 to 1")
            .got(confidence[i] + " in row " + i)
            .see("predictions")
            .asDataException();
      }
      counts.add(confidence[i], right[i]);
    }
    return counts.calibration();
  }

  /** Returns how many samples there are. */
  public long samples() {
    return bins.stream().mapToLong(Bin::count).sum();
  }

  /**
   * Returns the expected calibration error, the mean over samples of their bin's error: {@code Σ
   * count/n · |accuracy − confidence|}, 0 to 1; 0 where there is no sample.
   */
  public double expectedError() {
    double sum = bins.stream().mapToDouble(bin -> bin.count() * bin.error()).sum();
    return samples() == 0 ? 0 : sum / samples();
  }

  /** Returns the maximum calibration error: the greatest error of a bin that holds samples. */
  public double maximumError() {
    return bins.stream().filter(bin -> bin.count() > 0).mapToDouble(Bin::error).max().orElse(0);
  }

  /** Returns a table of the bins that hold samples, and both errors. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder("  confidence   samples  accuracy  mean confidence\n");
    for (Bin bin : bins) {
      if (bin.count() > 0) {
        table.append(
            String.format(
                Locale.ROOT,
                "%.3f – %.3f %8d    %.4f           %.4f\n",
                bin.low(),
                bin.high(),
                bin.count(),
                bin.accuracy(),
                bin.confidence()));
      }
    }
    return table
        .append(
            String.format(
                Locale.ROOT,
                "expected calibration error %.4f, maximum %.4f, %d bins\n",
                expectedError(),
                maximumError(),
                bins.size()))
        .toString();
  }

  /** Sums a bin. */
  private static final class Counts {
    private final long[] count;
    private final long[] right;
    private final double[] confidence;

    Counts(int bins) {
      count = new long[Check.atLeast(1, bins, "Calibration", "bins")];
      right = new long[bins];
      confidence = new double[bins];
    }

    void add(double confidence, boolean right) {
      int bin = bin(confidence);
      count[bin]++;
      this.right[bin] += right ? 1 : 0;
      this.confidence[bin] += confidence;
    }

    /** The product may round to the other side of an edge, so that the edges decide. */
    private int bin(double confidence) {
      int bins = count.length;
      int bin = Math.min(bins - 1, (int) (confidence * bins));
      if (bin > 0 && confidence <= edge(bin)) {
        bin--;
      } else if (bin < bins - 1 && confidence > edge(bin + 1)) {
        bin++;
      }
      return bin;
    }

    private double edge(int bin) {
      return (double) bin / count.length;
    }

    Calibration calibration() {
      return new Calibration(IntStream.range(0, count.length).mapToObj(this::toBin).toList());
    }

    private Bin toBin(int i) {
      long n = Math.max(1, count[i]);
      double mean = Math.min(1, confidence[i] / n);
      return new Bin(edge(i), edge(i + 1), count[i], mean, (double) right[i] / n);
    }
  }
}
