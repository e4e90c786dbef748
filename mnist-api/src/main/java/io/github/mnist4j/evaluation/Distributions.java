package io.github.mnist4j.evaluation;

/** Tails of two distributions. */
final class Distributions {
  private static final double PRECISION = 1e-17;

  /** From here on the continued fraction is the faster one. */
  private static final double FAR = 2;

  private Distributions() {}

  /**
   * Returns how probable k heads or fewer are in n throws of a coin: {@code Σ C(n, i) / 2ⁿ}, i from
   * 0 to k, k at most half of n. Terms are taken relative to the middle one, by {@code C(n, i − 1)
   * = C(n, i) · i / (n − i + 1)}, and divided by the sum of all, so that nothing overflows.
   */
  static double binomialHalf(long k, long n) {
    double term = 1;
    double below = 0;
    double tail = 0;
    for (long i = n / 2; i >= 0 && term > 0; i--) {
      below += term;
      tail += i <= k ? term : 0;
      term *= (double) i / (n - i + 1);
    }
    double all = 2 * below - (n % 2 == 0 ? 1 : 0); // an even number has one middle, which is 1
    return tail / all;
  }

  /**
   * Returns how probable more than x is in chi-square of one degree of freedom: {@code erfc(√(x /
   * 2))}.
   */
  static double chiSquareAbove(double x) {
    double z = Math.sqrt(x / 2);
    return z < FAR ? 1 - erf(z) : erfc(z);
  }

  /** Abramowitz and Stegun (1964), 7.1.6: all terms are positive, so that nothing cancels. */
  private static double erf(double z) {
    double term = z;
    double sum = z;
    for (int n = 1; term > PRECISION * sum; n++) {
      term *= 2 * z * z / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-z * z) * sum;
  }

  /** Abramowitz and Stegun (1964), 7.1.14, from its end. */
  private static double erfc(double z) {
    double fraction = z;
    for (int n = 120; n > 0; n--) {
      fraction = z + n / 2.0 / fraction;
    }
    return Math.exp(-z * z) / Math.sqrt(Math.PI) / fraction;
  }
}
