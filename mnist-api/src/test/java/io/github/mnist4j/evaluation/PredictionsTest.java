package io.github.mnist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.metrics.ConfusionMatrix;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PredictionsTest {
  /** Half a step of a float near 1. */
  private static final Offset<Double> ROUNDED = within(6e-8);

  private final Predictions three =
      Predictions.ofProbabilities(
          new int[] {0, 1, 2, 0},
          Tensor.of(Shape.of(4, 3), .5f, .3f, .2f, .7f, .2f, .1f, .1f, .9f, 0, .2f, .4f, .4f));

  static Stream<JsonNode> cases() throws IOException {
    return Golden.cases("predictions");
  }

  static Predictions of(JsonNode c) {
    Tensor outputs =
        Tensor.of(Shape.of(Golden.ints(c.get("shape"))), Golden.floats(c.get("outputs")));
    return Predictions.ofLogits(Golden.ints(c.get("labels")), outputs);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void probabilities_are_those_of_scipy(JsonNode c) {
    Predictions predictions = of(c);
    double[] expected = Golden.doubles(c.get("probabilities"));
    for (int i = 0; i < expected.length; i++) {
      int classes = predictions.classes();
      assertThat(predictions.probability(i / classes, i % classes)).isCloseTo(expected[i], ROUNDED);
    }
    assertThat(predictions.predicted()).isEqualTo(Golden.ints(c.get("predicted")));
    assertThat(predictions.accuracy()).isEqualTo(c.get("accuracy").asDouble());
    assertThat(predictions.mostConfidentMistakes(5).stream().mapToInt(Mistake::row).toArray())
        .isEqualTo(Golden.ints(c.get("worst")));
  }

  @Test
  void the_greatest_is_predicted_and_the_first_of_equals() {
    assertThat(three.predicted()).containsExactly(0, 0, 1, 1);
    assertThat(three.labels()).containsExactly(0, 1, 2, 0);
    assertThat(three.label(2)).isEqualTo(2);
    assertThat(three.predicted(3)).isEqualTo(1);
    assertThat(three.confidence(1)).isCloseTo(.7, ROUNDED);
    assertThat(three.isRight(0)).isTrue();
    assertThat(three.accuracy()).isEqualTo(.25);
    assertThat(three.meanConfidence()).isCloseTo(.625, ROUNDED);
    assertThat(three.confusion()).isEqualTo(ConfusionMatrix.ofCounts(3, 1, 1, 0, 1, 0, 0, 0, 1, 0));
    assertThat(three).hasToString("Predictions[1 of 4 right, 3 classes]");
  }

  @Test
  void mistakes_come_in_order_or_the_most_confident_first() {
    assertThat(three.mistakes()).extracting(Mistake::row).containsExactly(1, 2, 3);
    assertThat(three.mostConfidentMistakes(2)).extracting(Mistake::row).containsExactly(2, 1);
    Mistake worst = three.mostConfidentMistakes(9).get(0);
    assertThat(worst.label()).isEqualTo(2);
    assertThat(worst.predicted()).isEqualTo(1);
    assertThat(worst.confidence()).isCloseTo(.9, ROUNDED);
    assertThat(three.mostConfidentMistakes(0)).isEmpty();
    assertThatThrownBy(() -> three.mostConfidentMistakes(-1))
        .hasMessage("mostConfidentMistakes: most must be at least 0, got -1");
  }

  @Test
  void one_number_is_of_two_classes() {
    int[] labels = {0, 1, 1};
    Predictions p = Predictions.ofProbabilities(labels, Tensor.of(Shape.of(3), .5f, .25f, 1));
    assertThat(p.classes()).isEqualTo(2);
    assertThat(p.predicted()).containsExactly(0, 0, 1);
    assertThat(p.confidence(1)).isEqualTo(.75);
    Predictions tiny = Predictions.ofLogits(labels, Tensor.of(Shape.of(3, 1), 0, 1e-30f, 900));
    assertThat(tiny.predicted()).containsExactly(0, 1, 1);
    assertThat(tiny.confidence(2)).isEqualTo(1);
  }

  @Test
  void large_logits_do_not_overflow_and_sums_are_made_one() {
    Predictions large =
        Predictions.ofLogits(new int[] {1}, Tensor.of(Shape.of(1, 3), -3e38f, 3e38f, 0));
    assertThat(large.confidence(0)).isEqualTo(1);
    Predictions sigmoids =
        Predictions.ofProbabilities(new int[] {0}, Tensor.of(Shape.of(1, 3), .75f, .5f, .25f));
    assertThat(sigmoids.probability(0, 1)).isCloseTo(1 / 3.0, ROUNDED);
  }

  @Test
  void what_is_given_stays_apart_and_none_is_allowed() {
    int[] labels = {0};
    Tensor outputs = Tensor.of(Shape.of(1, 2), .75f, .25f);
    Predictions predictions = Predictions.ofProbabilities(labels, outputs);
    labels[0] = 1;
    outputs.data()[0] = 0;
    predictions.labels()[0] = 1;
    predictions.predicted()[0] = 1;
    assertThat(predictions.isRight(0)).isTrue();
    assertThat(predictions.confidence(0)).isEqualTo(.75);
    Predictions none = Predictions.ofLogits(new int[0], Tensor.zeros(Shape.of(0, 3)));
    assertThat(none.accuracy()).isZero();
    assertThat(none.meanConfidence()).isZero();
    assertThat(none.mistakes()).isEmpty();
    assertThatThrownBy(() -> predictions.probability(0, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
