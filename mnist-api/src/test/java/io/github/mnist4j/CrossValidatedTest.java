package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.errors.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrossValidatedTest {
  private static final double ROUNDING = 1e-15;

  private static Scores scores(double loss, double accuracy) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss", loss);
    values.put("accuracy", accuracy);
    return new Scores(values);
  }

  private static final CrossValidated THREE =
      new CrossValidated(List.of(scores(0.04, 0.98), scores(12.5, 0.985), scores(0.05, 0.99)));

  @Test
  void mean_and_deviation_are_those_of_a_sample() {
    assertThat(THREE.values("accuracy")).containsExactly(0.98, 0.985, 0.99);
    assertThat(THREE.mean("accuracy")).isCloseTo(0.985, within(ROUNDING));
    assertThat(THREE.deviation("accuracy")).isCloseTo(0.005, within(ROUNDING));
    // numpy.std([0.04, 12.5, 0.05], ddof=1)
    assertThat(THREE.deviation("loss")).isCloseTo(7.190899341065297, within(1e-12));
  }

  @Test
  void it_prints_as_a_table() {
    assertThat(THREE.toString())
        .isEqualTo(
            "fold     loss  accuracy\n"
                + "   1   0.0400    0.9800\n"
                + "   2  12.5000    0.9850\n"
                + "   3   0.0500    0.9900\n"
                + "\n"
                + "loss     4.1967 ± 7.1909\n"
                + "accuracy 0.9850 ± 0.0050\n");
    assertThat(THREE.summary("accuracy")).isEqualTo("accuracy 0.9850 ± 0.0050");
  }

  @Test
  void folds_of_the_same_score_have_no_deviation() {
    CrossValidated same = new CrossValidated(List.of(scores(1, 0.5), scores(1, 0.5)));
    assertThat(same.deviation("loss")).isZero();
  }

  @Test
  void an_unknown_metric_is_said() {
    assertThatThrownBy(() -> THREE.mean("acuracy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown score 'acuracy'\n"
                + "  expected: one of loss, accuracy\n"
                + "  fix:      did you mean 'accuracy'?\n"
                + "  see:      "
                + Problem.SITE
                + "#unknown-name");
  }

  @Test
  void one_fold_has_no_deviation() {
    assertThatThrownBy(() -> new CrossValidated(List.of(scores(1, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("CrossValidated: the number of folds must be at least 2, got 1");
  }

  @Test
  void all_folds_have_the_same_metrics() {
    List<Scores> differing = List.of(scores(1, 1), new Scores(Map.of("loss", 1.0)));
    assertThatThrownBy(() -> new CrossValidated(differing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "CrossValidated: the scores of two folds are not of the same metrics\n"
                + "  expected: loss, accuracy in each\n"
                + "  got:      loss\n"
                + "  see:      "
                + Problem.SITE
                + "#k-fold");
  }
}
