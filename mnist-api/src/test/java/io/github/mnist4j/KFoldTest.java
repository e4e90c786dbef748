package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KFoldTest {
  /** Samples that are their row's number. */
  private static Dataset numbered(int... labels) {
    Tensor x = Tensor.zeros(Shape.of(labels.length, 1));
    Arrays.setAll(new Object[labels.length], i -> x.data()[i] = i);
    return Dataset.of(x, labels);
  }

  private static Dataset thirds(int size) {
    return numbered(IntStream.range(0, size).map(i -> i * i % 3).toArray());
  }

  private static int[] rows(Dataset data) {
    float[] x = data.x().data();
    return IntStream.range(0, x.length).map(i -> (int) x[i]).toArray();
  }

  static Stream<KFold> both() {
    return Stream.of(KFold.of(4, 42), KFold.stratified(4, 42));
  }

  @ParameterizedTest
  @MethodSource("both")
  void each_row_is_tested_once_and_trained_on_otherwise(KFold folds) {
    int[] tested =
        folds.split(thirds(50)).stream()
            .flatMapToInt(fold -> Arrays.stream(rows(fold.test())))
            .sorted()
            .toArray();
    assertThat(tested).containsExactly(IntStream.range(0, 50).toArray());
    for (KFold.Fold fold : folds.split(thirds(50))) {
      int[] test = rows(fold.test());
      int[] others =
          IntStream.range(0, 50).filter(row -> Arrays.binarySearch(test, row) < 0).toArray();
      assertThat(rows(fold.train())).containsExactly(others);
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void the_seed_decides(KFold folds) {
    KFold other = new KFold(4, 43, folds.stratified(), folds.augmentation());
    assertThat(folds.assign(thirds(50)))
        .isEqualTo(folds.assign(thirds(50)))
        .isNotEqualTo(other.assign(thirds(50)));
  }

  /** A rule such as "every fourth row" would be no chance. */
  @ParameterizedTest
  @MethodSource("both")
  void each_row_may_come_into_each_fold(KFold folds) {
    int[][] counts = new int[30][4];
    for (int seed = 0; seed < 400; seed++) {
      int[] assigned =
          new KFold(4, seed, folds.stratified(), folds.augmentation()).assign(thirds(30));
      IntStream.range(0, 30).forEach(row -> counts[row][assigned[row]]++);
    }
    // 100 each is expected, with a deviation below 9; six of them are out of reach
    assertThat(Arrays.stream(counts).flatMapToInt(Arrays::stream))
        .allMatch(count -> count > 46 && count < 154);
  }

  @Test
  void one_hot_targets_are_classes_too() {
    KFold folds = KFold.stratified(3, 7);
    assertThat(folds.assign(thirds(40).oneHot(5))).isEqualTo(folds.assign(thirds(40)));
  }

  @Test
  void nothing_is_copied_nor_read_before_it_is_asked_for() {
    Dataset unreadable =
        Dataset.generate(
            10,
            Shape.of(1),
            Shape.scalar(),
            (row, x, y) -> {
              throw new AssertionError("read");
            });
    assertThat(KFold.of(3, 1).split(unreadable)).hasSize(3);
  }

  @Test
  void a_fold_is_not_all() {
    assertThatThrownBy(() -> KFold.of(1, 42))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("KFold: folds must be at least 2, got 1");
  }

  @ParameterizedTest
  @MethodSource("both")
  void a_fold_has_a_row(KFold folds) {
    assertThatThrownBy(() -> folds.split(thirds(3)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "KFold: there are fewer samples than folds\n"
                + "  expected: at least 4 samples, one a fold\n"
                + "  got:      3 samples\n"
                + "  fix:      take fewer folds, or more data\n"
                + "  see:      "
                + Problem.SITE
                + "#k-fold");
  }

  private static void assertNoClasses(Dataset data, String got) {
    assertThatThrownBy(() -> KFold.stratified(2, 1).split(data))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "KFold.stratified needs samples of one class each\n"
                + "  expected: class numbers, y of shape (n,), or one-hot targets, y of shape"
                + " (n, classes)\n"
                + "  got:      "
                + got
                + "\n  fix:      use KFold.of, which does not look at classes; mix samples by"
                + " augment(…), not before\n"
                + "  see:      "
                + Problem.SITE
                + "#k-fold");
  }

  @Test
  void targets_that_are_no_classes_are_refused() {
    Tensor x = Tensor.zeros(Shape.of(4, 1));
    assertNoClasses(Dataset.of(x, Tensor.of(Shape.of(4), 0, 1, 0.5f, 1)), "target 0.5 in row 2");
    assertNoClasses(
        Dataset.of(x, Tensor.of(Shape.of(4), 0, Float.NaN, 0, 1)), "target NaN in row 1");
    assertNoClasses(Dataset.of(x, Tensor.zeros(Shape.of(4, 2, 2))), "y of shape (n, 2, 2)");
    assertNoClasses(
        Dataset.of(x, Tensor.of(Shape.of(4, 2), 1, 0, 0, 1, 1, 1, 0, 1)),
        "a target that is not one-hot: 1.0 at class 1, in row 2");
    assertNoClasses(
        Dataset.of(x, Tensor.of(Shape.of(4, 2), 1, 0, 0, 0, 1, 0, 0, 1)),
        "a target that is not one-hot: no 1 in it, in row 1");
  }

  @Test
  void some_class_fills_the_folds() {
    assertThatThrownBy(() -> KFold.stratified(4, 1).split(numbered(0, 1, 1, 2, 2, 2)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "KFold.stratified: no class has a sample for each fold\n"
                + "  expected: a class of at least 4 samples\n"
                + "  got:      3 classes, the largest of 3\n"
                + "  fix:      take fewer folds, or KFold.of, which does not look at classes\n"
                + "  see:      "
                + Problem.SITE
                + "#k-fold");
  }

  @Test
  void a_class_that_does_not_is_warned_of() {
    try (Logged logged = new Logged(KFold.class)) {
      KFold.stratified(3, 1).split(numbered(0, 1, 1, 2, 2, 2, 2, 1));
      KFold.stratified(3, 1).split(numbered(1, 1, 2, 2, 2, 2));
      KFold.of(3, 1).split(numbered(0, 1, 1, 2, 2, 2, 2, 1));
      assertThat(logged.said())
          .containsExactly(
              "WARNING: KFold.stratified: the smallest class has 1 sample, fewer than the 3 folds:"
                  + " some folds test none of it",
              "WARNING: KFold.stratified: the smallest class has 2 samples, fewer than the 3 folds:"
                  + " some folds test none of it");
    }
  }
}
