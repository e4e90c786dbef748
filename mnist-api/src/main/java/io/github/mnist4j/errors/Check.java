package io.github.mnist4j.errors;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * Checks of single arguments, each with a message that names owner, argument, range and value.
 *
 * <pre>
 * {@code int units = Check.atLeast(1, 0, "Dense", "units");     // Dense: units must be at least 1, got 0}
 * </pre>
 */
public final class Check {
  private Check() {}

  /** Requires {@code value >= least}. */
  public static int atLeast(int least, int value, String owner, String argument) {
    if (value < least) {
      throw new IllegalArgumentException(
          owner + ": " + argument + " must be at least " + least + ", got " + value);
    }
    return value;
  }

  /** Requires a finite {@code value >= least}. */
  public static double atLeast(double least, double value, String owner, String argument) {
    if (!(value >= least && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          owner + ": " + argument + " must be finite and at least " + least + ", got " + value);
    }
    return value;
  }

  /** Requires {@code low <= value < high}. */
  public static double inHalfOpen(
      double low, double high, double value, String owner, String argument) {
    if (!(value >= low && value < high)) {
      throw new IllegalArgumentException(
          owner
              + ": "
              + argument
              + " must be at least "
              + low
              + " and less than "
              + high
              + ", got "
              + value);
    }
    return value;
  }

  /** Requires a finite value above zero. */
  public static double positive(double value, String owner, String argument) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          owner + ": " + argument + " must be positive and finite, got " + value);
    }
    return value;
  }

  /** Requires a finite value of zero or more. */
  public static double notNegative(double value, String owner, String argument) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          owner + ": " + argument + " must be zero or more and finite, got " + value);
    }
    return value;
  }

  /** Requires a finite value. */
  public static double finite(double value, String owner, String argument) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(owner + ": " + argument + " must be finite, got " + value);
    }
    return value;
  }

  /** Requires a finite {@code value <= most}. */
  public static double atMost(double most, double value, String owner, String argument) {
    if (!(value <= most && value > Double.NEGATIVE_INFINITY)) {
      throw new IllegalArgumentException(
          owner + ": " + argument + " must be finite and at most " + most + ", got " + value);
    }
    return value;
  }

  /** Requires a value; {@code null} is the caller's mistake. */
  public static <T> T notNull(T value, String owner, String argument) {
    if (value == null) {
      throw new IllegalArgumentException(owner + ": " + argument + " must not be null");
    }
    return value;
  }

  /** Requires a name that Keras accepts: not empty, without a slash. */
  public static String layerName(String name, String owner) {
    if (name.isBlank() || name.contains("/")) {
      throw new IllegalArgumentException(
          owner + ": name must not be empty nor contain '/', got '" + name + "'");
    }
    return name;
  }

  /** Returns the error for a name that is not in a list: the nearest one, and all there are. */
  public static IllegalArgumentException unknown(
      String kind, String name, Collection<String> known) {
    String wanted = lower(name);
    Problem problem = Problem.of("unknown " + kind + " '" + name + "'");
    known.stream()
        .min(Comparator.comparingInt(candidate -> distance(wanted, lower(candidate))))
        .filter(nearest -> distance(wanted, lower(nearest)) <= Math.max(2, wanted.length() / 2))
        .ifPresent(nearest -> problem.fix("did you mean '" + nearest + "'?"));
    return problem
        .expected("one of " + String.join(", ", known))
        .see("unknown-name")
        .asIllegalArgument();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's edit distance (1966): insertions, deletions and replacements. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
