package io.github.mnist4j.evaluation;

import io.github.mnist4j.errors.Problem;
import java.util.Locale;

/**
 * Whether one model is better than another, or was luckier, by their answers to the same samples
 * (McNemar: "Note on the sampling error of the difference between correlated proportions or
 * percentages", 1947). Samples that both know, or neither, say nothing; of those that only one
 * knows, either model has half where both are alike.
 *
 * <pre>{@code
 * McNemar test = McNemar.of(labels, small.predict(x).argmax(), large.predict(x).argmax());
 * System.out.println(test.sentence("small", "large"));
 * }</pre>
 *
 * @param both how many samples both know
 * @param onlyFirst how many only the first one knows
 * @param onlySecond how many only the second one knows
 * @param neither how many neither knows
 */
public record McNemar(long both, long onlyFirst, long onlySecond, long neither) {
  /** Differences with a smaller p are called real: the usual level. */
  public static final double LEVEL = 0.05;

  /** Checks that no count is negative. */
  public McNemar {
    if (both < 0 || onlyFirst < 0 || onlySecond < 0 || neither < 0) {
      throw new IllegalArgumentException(
          "McNemar: counts must be at least 0, got "
              + String.join(", ", "" + both, "" + onlyFirst, "" + onlySecond, "" + neither));
    }
  }

  /**
   * Counts the answers of two models.
   *
   * @param labels the true class of each sample
   * @param first the class the first model took it for, one a sample
   * @param second the class the second one took it for, one a sample
   * @throws io.github.mnist4j.errors.DataException if their numbers differ
   */
  public static McNemar of(int[] labels, int[] first, int[] second) {
    if (first.length != labels.length || second.length != labels.length) {
      throw Problem.of("the models did not answer the same samples")
          .expected("two answers for each of " + labels.length + " labels")
          .got(first.length + " of the first model, " + second.length + " of the second")
          .see("rows-differ")
          .asDataException();
    }
    long[] counts = new long[4];
    for (int i = 0; i < labels.length; i++) {
      counts[(first[i] == labels[i] ? 0 : 2) + (second[i] == labels[i] ? 0 : 1)]++;
    }
    return new McNemar(counts[0], counts[1], counts[2], counts[3]);
  }

  /**
   * Compares predictions of the same samples.
   *
   * @throws io.github.mnist4j.errors.DataException if there are not as many of both
   */
  public static McNemar of(Predictions first, Predictions second) {
    return of(first.labels(), first.predicted(), second.predicted());
  }

  /** Returns how many samples there are. */
  public long samples() {
    return both + onlyFirst + onlySecond + neither;
  }

  /**
   * Returns how probable a difference at least this large is between models that are alike, 0 to 1:
   * the exact test, of both sides. With n samples that only one model knows, k of them by the worse
   * one, it is {@code 2 · Σ C(n, i) / 2ⁿ} for i from 0 to k, at most 1; and 1 where n is 0.
   */
  public double pValue() {
    return Math.min(1, 2 * Distributions.binomialHalf(smaller(), disagreements()));
  }

  /**
   * Returns the statistic that is used where both counts are large, with Edwards' correction for
   * continuity (1948): {@code (|b − c| − 1)² / (b + c)}, b and c the samples that only one model
   * knows; 0 where they differ by 1 or less.
   */
  public double chiSquare() {
    double distance = Math.max(0, Math.abs((double) onlyFirst - onlySecond) - 1);
    return disagreements() == 0 ? 0 : distance * distance / disagreements();
  }

  /**
   * Returns how probable a statistic of {@link #chiSquare} or more is between models that are
   * alike: chi-square of one degree of freedom, near {@link #pValue} where counts are large.
   */
  public double chiSquarePValue() {
    return Distributions.chiSquareAbove(chiSquare());
  }

  private long smaller() {
    return Math.min(onlyFirst, onlySecond);
  }

  private long disagreements() {
    return Math.addExact(onlyFirst, onlySecond);
  }

  /** Returns what came out as a sentence for people, with the models' names. */
  public String sentence(String first, String second) {
    return String.format(
        Locale.ROOT,
        "Of %d samples, %s knows %d and %s %d; only %s knows %d, only %s %d. %s",
        samples(),
        first,
        both + onlyFirst,
        second,
        both + onlySecond,
        first,
        onlyFirst,
        second,
        onlySecond,
        verdict(first, second));
  }

  private String verdict(String first, String second) {
    if (disagreements() == 0) {
      return "They differ in none.";
    }
    double p = pValue();
    String number = p < 1e-4 ? "p < 0.0001" : String.format(Locale.ROOT, "p = %.4f", p);
    if (p >= LEVEL) {
      return "That may well be chance (" + number + ").";
    }
    String better = onlyFirst > onlySecond ? first : second;
    return "That is hardly chance (" + number + "): " + better + " is better.";
  }

  /** Returns what came out as a sentence for people. */
  @Override
  public String toString() {
    return sentence("the first model", "the second model");
  }
}
