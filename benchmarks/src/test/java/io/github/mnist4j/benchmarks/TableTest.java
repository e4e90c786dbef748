package io.github.mnist4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Entry OURS = Entry.ALL.get(0);
  private static final Entry PEER = Entry.ALL.get(2);

  private final Results results = new Results();

  private void add(Measure measure, Entry entry, double... numbers) {
    results.version(entry, "1");
    for (double number : numbers) {
      results.add(measure, entry, number);
    }
  }

  @Test
  void a_cell_has_the_median_and_how_many_times_ours_it_is() {
    add(Measure.step(32, 1), OURS, 9, 2, 3);
    add(Measure.step(32, 1), PEER, 7, 5);
    assertThat(new Table(results, List.of(OURS, PEER)).rows())
        .containsExactly(
            List.of("median", "mnist4j", "djl"),
            List.of("step, batch 32, 1 thread (ms)", "3.00 ×1.00", "6.00 ×2.00"));
  }

  @Test
  void what_was_not_measured_is_a_dash() {
    add(Measure.download(), OURS, 158);
    add(Measure.latency(1), PEER, 300);
    assertThat(new Table(results, List.of(OURS, PEER)).markdown())
        .isEqualTo(
            """
            | median | mnist4j | djl |
            |---|---:|---:|
            | download (MB) | 158 ×1.00 | – |
            | one picture, 1 thread (µs) | – | 300 |
            """);
  }

  @Test
  void the_best_number_of_threads_is_that_of_the_fastest_step() {
    Options options = Options.parse("--threads", "1,2");
    add(Measure.step(32, 1), PEER, 5);
    add(Measure.step(32, 2), PEER, 8);
    assertThat(results.bestThreads(options, "djl")).isEqualTo(1);
    assertThat(results.bestStep(options, "djl")).isEqualTo(5);
    assertThat(results.bestStep(options, "dl4j")).isInfinite();
  }
}
