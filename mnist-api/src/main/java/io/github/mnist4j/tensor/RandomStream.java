package io.github.mnist4j.tensor;

/**
 * Random numbers by counting: the i-th number depends only on the stream's key and on i, so that
 * any part of a stream can be made by any thread, in any order, with the same result on every
 * machine.
 *
 * <p>The mixing function is that of SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom
 * Number Generators", 2014).
 *
 * <pre>{@code
 * RandomStream seeds = RandomStream.of(42);
 * float u = seeds.split("dense/kernel").uniform(0);    // in [0, 1)
 * }</pre>
 */
public final class RandomStream {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long key;

  private RandomStream(long key) {
    this.key = key;
  }

  /** Returns the stream of a seed. */
  public static RandomStream of(long seed) {
    return new RandomStream(mix(seed + GOLDEN));
  }

  /** Returns an independent stream for a purpose. */
  public RandomStream split(long purpose) {
    return new RandomStream(mix(key ^ mix(purpose + GOLDEN)));
  }

  /** Returns an independent stream for a named purpose. */
  public RandomStream split(String purpose) {
    long hash = 0;
    for (int i = 0; i < purpose.length(); i++) {
      hash = mix(hash + purpose.charAt(i) + GOLDEN);
    }
    return split(hash);
  }

  /** Returns the i-th 64 random bits. */
  public long bits(long i) {
    return mix(key + i * GOLDEN);
  }

  /**
   * Writes many 64 random bits at once, several times as fast: {@code bits[i]} receives {@code
   * bits(places[i])}.
   *
   * @param places at least as many as {@code bits} has room for
   */
  public void bits(long[] places, long[] bits) {
    long key = this.key; // in a local variable, without which the loop is not vectorised
    for (int i = 0; i < bits.length; i++) {
      bits[i] = mix(key + places[i] * GOLDEN);
    }
  }

  /** Returns the i-th number in [0, 1), of 24 random bits. */
  public float uniform(long i) {
    return (bits(i) >>> 40) * 0x1.0p-24f;
  }

  /** Returns the i-th number in [0, 1), of 53 random bits. */
  public double uniformDouble(long i) {
    return (bits(i) >>> 11) * 0x1.0p-53;
  }

  /**
   * Returns the i-th number of the normal distribution with mean 0 and deviation 1 (Box and Muller,
   * 1958).
   */
  public double normal(long i) {
    double radius = Math.sqrt(-2 * Math.log(1 - uniformDouble(2 * i)));
    return radius * Math.cos(2 * Math.PI * uniformDouble(2 * i + 1));
  }

  /** Returns the i-th number of 0 to {@code bound} − 1. */
  public int below(int bound, long i) {
    return (int) Math.multiplyHigh(bits(i) >>> 1, (long) bound << 1);
  }

  /**
   * Returns 0 to {@code size} − 1 in random order (Fisher and Yates, in Durstenfeld's form, 1964).
   */
  public int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    for (int i = size - 1; i > 0; i--) {
      int j = below(i + 1, i);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
