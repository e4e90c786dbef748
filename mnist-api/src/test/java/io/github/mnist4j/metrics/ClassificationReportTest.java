package io.github.mnist4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.errors.DataException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The example of scikit-learn's documentation of classification_report, and by hand. */
class ClassificationReportTest {
  private static final Offset<Double> EXACT = within(1e-12);

  private final ConfusionMatrix matrix =
      ConfusionMatrix.of(3, new int[] {0, 1, 2, 2, 2}, new int[] {0, 0, 2, 2, 1});
  private final ClassificationReport report = matrix.report();

  private static void assertRow(
      ClassificationReport.Row row, double precision, double recall, double f1, long support) {
    assertThat(row.precision()).isCloseTo(precision, EXACT);
    assertThat(row.recall()).isCloseTo(recall, EXACT);
    assertThat(row.f1()).isCloseTo(f1, EXACT);
    assertThat(row.support()).isEqualTo(support);
  }

  @Test
  void a_matrix_counts_pairs() {
    assertThat(matrix).isEqualTo(ConfusionMatrix.ofCounts(3, 1, 0, 0, 1, 0, 0, 0, 1, 2));
    assertThat(matrix).hasSameHashCodeAs(ConfusionMatrix.ofCounts(3, 1, 0, 0, 1, 0, 0, 0, 1, 2));
    assertThat(matrix).isNotEqualTo(ConfusionMatrix.ofCounts(3, 1, 0, 0, 1, 0, 0, 0, 2, 1));
    assertThat(matrix.count(2, 1)).isEqualTo(1);
    assertThat(matrix.count(1, 2)).isZero();
    assertThat(matrix.support(2)).isEqualTo(3);
    assertThat(matrix.predicted(0)).isEqualTo(2);
    assertThat(matrix.total()).isEqualTo(5);
    assertThat(matrix.correct()).isEqualTo(3);
    assertThat(matrix.classes()).isEqualTo(3);
  }

  @Test
  void each_class_has_its_numbers() {
    assertRow(report.row(0), 0.5, 1, 2 / 3.0, 1);
    assertRow(report.row(1), 0, 0, 0, 1);
    assertRow(report.row(2), 1, 2 / 3.0, 0.8, 3);
  }

  @Test
  void means_count_classes_alike_or_by_their_support() {
    assertThat(report.accuracy()).isEqualTo(0.6);
    assertRow(report.macro(), 0.5, 5 / 9.0, 22 / 45.0, 5);
    assertRow(report.weighted(), 0.7, 0.6, (2 / 3.0 + 2.4) / 5, 5);
  }

  @Test
  void a_class_that_never_comes_has_zeros() {
    ClassificationReport one = ConfusionMatrix.of(2, new int[] {0, 0}, new int[] {0, 0}).report();
    assertRow(one.row(1), 0, 0, 0, 0);
    assertRow(one.macro(), 0.5, 0.5, 0.5, 2);
    assertRow(one.weighted(), 1, 1, 1, 2);
    ClassificationReport none = ConfusionMatrix.of(2, new int[0], new int[0]).report();
    assertRow(none.weighted(), 0, 0, 0, 0);
    assertThat(none.accuracy()).isZero();
  }

  @Test
  void it_prints_as_a_table() {
    assertThat(report)
        .hasToString(
            """
                         precision    recall  f1-score   support

                       0    0.5000    1.0000    0.6667         1
                       1    0.0000    0.0000    0.0000         1
                       2    1.0000    0.6667    0.8000         3

                accuracy                        0.6000         5
               macro avg    0.5000    0.5556    0.4889         5
            weighted avg    0.7000    0.6000    0.6133         5

            confusion matrix: a row a true class, a column a predicted one
               0  1  2
            0  1  0  0
            1  1  0  0
            2  0  1  2
            """);
  }

  @Test
  void classes_may_have_names_and_counts_be_large() {
    ClassificationReport named =
        ConfusionMatrix.ofCounts(2, 12345, 6, 7, 8).report().names("ant", "bee");
    assertThat(named.toString())
        .contains(
            "\n         ant    0.9994    0.9995    0.9995     12351\n"
                + "         bee    0.5714    0.5333    0.5517        15\n")
        .endsWith("       ant    bee\nant  12345      6\nbee      7      8\n");
    assertThatThrownBy(() -> report.names("one", "two"))
        .hasMessage("ClassificationReport: names must be 3, one a class, got 2");
  }

  @Test
  void what_cannot_be_counted_is_refused() {
    assertThatThrownBy(() -> ConfusionMatrix.of(2, new int[] {0, 2}, new int[] {0, 1}))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "there is no such class\n"
                + "  expected: classes from 0 to 1\n"
                + "  got:      class 2 in row 1\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#labels-out-of-range");
    assertThatThrownBy(() -> ConfusionMatrix.of(2, new int[] {0, 1}, new int[] {0}))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "true and predicted classes are not of the same number\n"
                + "  expected: a predicted class for each of 2 true ones\n"
                + "  got:      1 predicted ones\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#rows-differ");
    assertThatThrownBy(() -> ConfusionMatrix.ofCounts(2, 1, 2, 3))
        .hasMessage("ConfusionMatrix: counts must be 4 numbers of 0 or more");
    assertThatThrownBy(() -> matrix.count(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
