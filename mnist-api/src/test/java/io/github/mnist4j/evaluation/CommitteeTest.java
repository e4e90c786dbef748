package io.github.mnist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CommitteeTest {
  /** A step of a float near 1. */
  private static final Offset<Double> ROUNDED = within(1.2e-7);

  private final Predictions a = of(new int[] {0, 1}, .6f, .4f, 0, .5f, .3f, .2f);
  private final Predictions b = of(new int[] {0, 1}, .6f, .3f, .1f, .1f, .9f, 0);
  private final Predictions c = of(new int[] {0, 1}, .1f, .9f, 0, 0, .1f, .9f);

  private static Predictions of(int[] labels, float... probabilities) {
    return Predictions.ofProbabilities(
        labels,
        Tensor.of(Shape.of(labels.length, probabilities.length / labels.length), probabilities));
  }

  @Test
  void the_mean_is_that_of_probabilities() {
    Predictions mean = Predictions.mean(List.of(a, b, c));
    assertThat(mean.labels()).containsExactly(0, 1);
    assertThat(mean.predicted()).containsExactly(1, 1);
    assertThat(mean.probability(0, 0)).isCloseTo(1.3 / 3, ROUNDED);
    assertThat(mean.probability(0, 1)).isCloseTo(1.6 / 3, ROUNDED);
    assertThat(mean.probability(1, 2)).isCloseTo(1.1 / 3, ROUNDED);
    assertThat(mean.accuracy()).isEqualTo(.5);
  }

  @Test
  void in_a_vote_the_most_win_and_among_equals_the_more_probable() {
    Predictions vote = Predictions.vote(List.of(a, b, c));
    assertThat(vote.predicted()).containsExactly(0, 1);
    assertThat(vote.probability(0, 0)).isCloseTo(2 / 3.0, ROUNDED);
    assertThat(vote.confidence(1)).isCloseTo(1 / 3.0, ROUNDED);
    assertThat(Predictions.vote(List.of(a, c)).predicted()).containsExactly(1, 2);
  }

  @Test
  void one_alone_says_what_it_says() {
    Predictions mean = Predictions.mean(List.of(a));
    assertThat(mean.predicted()).isEqualTo(a.predicted());
    assertThat(mean.probability(1, 0)).isEqualTo(a.probability(1, 0));
    assertThat(Predictions.vote(List.of(a)).confidence(0)).isEqualTo(1);
  }

  @Test
  void none_is_refused() {
    assertThatThrownBy(() -> Predictions.mean(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            """
            Predictions.mean: there are no predictions
              expected: at least one
              got:      an empty list
            """);
  }

  @Test
  void predictions_of_other_samples_are_refused() {
    assertThatThrownBy(
            () -> Predictions.vote(List.of(a, of(new int[] {0, 2}, .6f, .4f, 0, .5f, .3f, .2f))))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            """
            Predictions.vote: these are not predictions of the same samples
              expected: 2 samples of 3 classes, as in the first ones
              got:      other labels in number 1
              fix:      predict the same data set, in the same order
            """);
    assertThatThrownBy(() -> Predictions.mean(List.of(a, b, of(new int[] {0}, .6f, .4f))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("got:      1 samples of 2 classes in number 2");
  }
}
