package io.github.mnist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PredictionsErrorsTest {
  private static final String SEE = "\n  see:      " + Problem.SITE + "#";

  private static Tensor row(float... values) {
    return Tensor.of(Shape.of(1, values.length), values);
  }

  @Test
  void outputs_are_of_one_class_a_sample() {
    assertThatThrownBy(() -> Predictions.ofLogits(new int[4], Tensor.zeros(Shape.of(4, 2, 3))))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "outputs are not of one class a sample\n"
                + "  expected: outputs of shape (n, classes), or (n,) for two classes\n"
                + "  got:      (4, 2, 3)"
                + SEE
                + "predictions");
    assertThatThrownBy(() -> Predictions.ofLogits(new int[4], Tensor.zeros(Shape.of(4, 0))))
        .isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> Predictions.ofLogits(new int[1], Tensor.zeros(Shape.scalar())))
        .isInstanceOf(ShapeException.class);
  }

  @Test
  void labels_are_classes_and_as_many() {
    assertThatThrownBy(() -> Predictions.ofLogits(new int[3], row(1, 2)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "labels and outputs are not of the same number\n"
                + "  expected: an output for each of 3 labels\n"
                + "  got:      outputs of shape (1, 2)"
                + SEE
                + "rows-differ");
    assertThatThrownBy(() -> Predictions.ofLogits(new int[] {2}, row(1, 2)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "a label is no class of the outputs\n"
                + "  expected: labels from 0 to 1\n"
                + "  got:      label 2 in row 0"
                + SEE
                + "labels-out-of-range");
  }

  @Test
  void logits_are_finite() {
    assertThatThrownBy(() -> Predictions.ofLogits(new int[1], row(1, Float.NaN)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "an output is no logit\n"
                + "  expected: finite numbers\n"
                + "  got:      NaN in row 0, class 1\n"
                + "  fix:      look at the weights: the network has run out of the range of numbers"
                + SEE
                + "predictions");
  }

  @Test
  void probabilities_are_from_0_to_1_and_not_all_0() {
    assertThatThrownBy(() -> Predictions.ofProbabilities(new int[1], row(.5f, 1.5f)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "an output is no probability\n"
                + "  expected: numbers from 0 to 1\n"
                + "  got:      1.5 in row 0, class 1\n"
                + "  fix:      use ofLogits for a network without softmax or sigmoid"
                + SEE
                + "predictions");
    assertThatThrownBy(() -> Predictions.ofProbabilities(new int[1], row(0, 0)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "the probabilities of a sample are all 0\n"
                + "  expected: at least one above 0\n"
                + "  got:      none in row 0"
                + SEE
                + "predictions");
  }
}
