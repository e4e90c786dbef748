package io.github.mnist4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final int DRAWS = 100_000;

  private static final int[] EXPECTED_PERMUTATION = {0, 5, 2, 7, 3, 4, 1, 6};
  private static final long[] EXPECTED_BITS = {
    -5575780348996920605L, 3119930765359792544L, -7464003389864526182L
  };

  private final RandomStream random = RandomStream.of(42);

  @Test
  void a_number_depends_on_seed_and_index_alone() {
    assertThat(RandomStream.of(42).bits(5)).isEqualTo(random.bits(5));
    assertThat(random.bits(6)).isNotEqualTo(random.bits(5));
    assertThat(RandomStream.of(43).bits(5)).isNotEqualTo(random.bits(5));
  }

  /** The numbers are part of what a seed promises: a change here changes every trained model. */
  @Test
  void many_bits_at_once_are_those_one_by_one() {
    long[] places = {5, 0, -3, Long.MAX_VALUE, 5};
    long[] bits = new long[4];
    random.bits(places, bits);
    for (int i = 0; i < bits.length; i++) {
      assertThat(bits[i]).isEqualTo(random.bits(places[i]));
    }
  }

  @Test
  void the_numbers_of_a_seed_stay_as_they_are() {
    long[] sample = {random.bits(0), random.split(3).bits(1), random.split("weights").bits(2)};
    assertThat(RandomStream.of(0).permutation(8)).containsExactly(EXPECTED_PERMUTATION);
    assertThat(sample).containsExactly(EXPECTED_BITS);
  }

  @Test
  void streams_of_different_purposes_differ() {
    assertThat(random.split("a").bits(0)).isNotEqualTo(random.split("b").bits(0));
    assertThat(random.split("ab").bits(0)).isNotEqualTo(random.split("ba").bits(0));
    assertThat(random.split(1).bits(0)).isNotEqualTo(random.split(2).bits(0));
    assertThat(random.split(0).bits(0)).isNotEqualTo(random.bits(0));
  }

  @Test
  void uniform_numbers_fill_their_range_evenly() {
    int[] cells = new int[100];
    for (int i = 0; i < DRAWS; i++) {
      assertThat(random.uniform(i)).isBetween(0f, Math.nextDown(1f));
      cells[(int) (random.uniformDouble(i) * 100)]++;
    }
    assertThat(chiSquare(cells)).isLessThan(160); // 99 degrees of freedom: beyond with p < 1e-4
  }

  @Test
  void below_hits_each_number_as_often() {
    int[] cells = new int[7];
    for (int i = 0; i < DRAWS; i++) {
      cells[random.below(7, i)]++;
    }
    assertThat(chiSquare(cells)).isLessThan(28); // 6 degrees of freedom: beyond with p < 1e-4
  }

  @Test
  void below_stays_in_its_range_at_both_ends() {
    for (int i = 0; i < 1000; i++) {
      assertThat(random.below(1, i)).isZero();
      assertThat(random.below(Integer.MAX_VALUE, i)).isBetween(0, Integer.MAX_VALUE - 1);
    }
  }

  @Test
  void normal_numbers_have_mean_zero_and_deviation_one() {
    double sum = 0;
    double squares = 0;
    int beyondTwo = 0;
    for (int i = 0; i < DRAWS; i++) {
      double z = random.normal(i);
      sum += z;
      squares += z * z;
      beyondTwo += Math.abs(z) > 2 ? 1 : 0;
    }
    assertThat(sum / DRAWS).isCloseTo(0, within(0.013)); // four standard errors
    assertThat(squares / DRAWS).isCloseTo(1, within(0.018));
    assertThat((double) beyondTwo / DRAWS).isCloseTo(0.0455, within(0.003));
  }

  @Test
  void a_permutation_has_each_row_once() {
    int[] order = random.permutation(1000);
    assertThat(order).isNotEqualTo(IntStream.range(0, 1000).toArray());
    Arrays.sort(order);
    assertThat(order).isEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(random.permutation(0)).isEmpty();
  }

  @Test
  void every_order_comes_as_often() {
    int[] cells = new int[6];
    for (int i = 0; i < 12_000; i++) {
      int[] p = random.split(i).permutation(3);
      cells[p[0] * 2 + (p[1] > p[2] ? 1 : 0)]++;
    }
    assertThat(chiSquare(cells)).isLessThan(26); // 5 degrees of freedom: beyond with p < 1e-4
  }

  private static double chiSquare(int[] cells) {
    double expected = (double) Arrays.stream(cells).sum() / cells.length;
    return Arrays.stream(cells).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
  }
}
