package io.github.mnist4j.data;

import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixedDatasetTest {
  private static final int SIZE = 40;
  private static final float TOLERANCE = 1e-6f; // of numbers of 0 to 1
  private static final String SITE = "\n  see:      https://mnist4j.github.io/troubleshooting#";

  /** Each image is of one value, its row number, and each row a class of its own. */
  private final Dataset plain = plain();

  private static Dataset plain() {
    Tensor x = Tensor.zeros(Shape.of(SIZE, 10, 8, 1));
    for (int i = 0; i < SIZE; i++) {
      Arrays.fill(x.data(), i * 80, (i + 1) * 80, i);
    }
    return Dataset.of(x, IntStream.range(0, SIZE).toArray());
  }

  @Test
  void one_hot_targets_have_a_one_for_the_class() {
    Dataset hot = plain.rows(2, 0).oneHot(3);
    assertThat(hot.yShape()).isEqualTo(Shape.of(3));
    assertThat(hot.y()).isEqualTo(Tensor.of(Shape.of(2, 3), 0, 0, 1, 1, 0, 0));
    assertThat(hot.x()).isEqualTo(plain.rows(2, 0).x());
    assertThat(plain.oneHot(SIZE).isWeighted()).isFalse();
  }

  @Test
  void one_hot_targets_are_made_of_class_numbers() {
    assertThatThrownBy(() -> plain.oneHot(3).y())
        .isInstanceOf(DataException.class)
        .hasMessage(
            "a label is no class\n"
                + "  expected: whole numbers from 0 to 2\n"
                + "  got:      label 3.0 in row 3\n"
                + "  fix:      count classes from 0, or give oneHot(…) as many as there are"
                + SITE
                + "labels-out-of-range");
    assertThatThrownBy(() -> plain.oneHot(SIZE).oneHot(SIZE))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "one-hot targets are made of class numbers\n"
                + "  expected: one number a target\n"
                + "  got:      targets of shape (40,)"
                + SITE
                + "one-hot");
  }

  @Test
  void class_numbers_cannot_be_mixed() {
    assertThatThrownBy(() -> plain.mixUp(1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "mixUp mixes targets, and class numbers cannot be mixed\n"
                + "  expected: one-hot targets, y of shape (n, classes)\n"
                + "  got:      class numbers, y of shape (n,)\n"
                + "  fix:      use .oneHot(classes) before .mixUp(…), and a categorical"
                + " cross-entropy"
                + SITE
                + "one-hot");
    assertThatThrownBy(() -> plain.cutMix(1)).hasMessageStartingWith("cutMix mixes targets");
    assertThatThrownBy(() -> plain.oneHot(SIZE).mixUp(1, 0))
        .hasMessage("mixUp: alpha must be positive and finite, got 0.0");
    assertThatThrownBy(() -> plain.oneHot(SIZE).cutMix(1, 0.5, 0.4))
        .hasMessage("cutMix: upper must be finite and at least 0.5, got 0.4");
    assertThatThrownBy(() -> plain.oneHot(SIZE).reshaped(Shape.of(80)).cutMix(1))
        .isInstanceOf(ShapeException.class);
  }

  @Test
  void mix_up_mixes_samples_and_targets_alike() {
    Dataset mixed = plain.oneHot(SIZE).mixUp(9, 1);
    Tensor x = mixed.x();
    Tensor y = mixed.y();
    int changed = 0;
    for (int i = 0; i < SIZE; i++) {
      float[] target = y.row(i).data();
      float expected = 0;
      float sum = 0;
      for (int c = 0; c < SIZE; c++) {
        expected += c * target[c];
        sum += target[c];
      }
      assertThat(sum).isCloseTo(1, within(TOLERANCE));
      for (float pixel : x.row(i).data()) {
        assertThat(pixel).isCloseTo(expected, within(SIZE * TOLERANCE));
      }
      changed += target[i] < 0.999 ? 1 : 0;
    }
    assertThat(changed).isGreaterThan(SIZE / 2);
  }

  @Test
  void cut_mix_mixes_targets_by_the_rectangles_area() {
    Tensor x = plain.oneHot(SIZE).cutMix(9).x();
    Tensor y = plain.oneHot(SIZE).cutMix(9).y();
    int changed = 0;
    for (int i = 0; i < SIZE; i++) {
      int row = i;
      long kept = IntStream.range(0, 80).filter(p -> x.row(row).data()[p] == row).count();
      float[] target = y.row(i).data();
      // the rectangle's corners lie between pixels: a row and a column more or less
      assertThat((double) target[i]).isCloseTo(kept / 80.0, within(18 / 80.0));
      for (float pixel : x.row(i).data()) {
        assertThat(target[(int) pixel]).isPositive();
      }
      changed += kept < 80 ? 1 : 0;
    }
    assertThat(changed).isGreaterThan(SIZE / 4);
  }

  @Test
  void each_epoch_mixes_otherwise_and_each_batch_alike() {
    Dataset mixed = plain.augmented(2, rotation(0.1)).oneHot(SIZE).mixUp(9, 1).cutMix(4);
    assertThat(mixed.epoch(1).x()).isEqualTo(mixed.epoch(1).x()).isNotEqualTo(mixed.x());
    float[] one = new float[80];
    mixed.epoch(1).fill(new int[] {7}, 0, 1, one, new float[SIZE]);
    assertThat(one).isEqualTo(mixed.epoch(1).x().row(7).data());
    assertThat(plain.oneHot(SIZE).mixUp(8, 1).x()).isNotEqualTo(plain.oneHot(SIZE).mixUp(9, 1).x());
  }

  @Test
  void numbers_are_those_of_keras() throws IOException {
    try (var in = getClass().getResourceAsStream("/golden/augmentations.json")) {
      JsonNode mix = new ObjectMapper().readTree(in).required("mixes").get(0);
      float[] x = floats(mix.get("x"));
      float[] y = floats(mix.get("y"));
      Mixing.blend(x, floats(mix.get("other")), 0, x.length, mix.get("weight").asDouble());
      Mixing.blend(y, floats(mix.get("other_y")), 0, y.length, mix.get("weight").asDouble());
      assertThat(x).containsExactly(floats(mix.get("mixed")), within(TOLERANCE));
      assertThat(y).containsExactly(floats(mix.get("mixed_y")), within(TOLERANCE));
    }
  }

  private static float[] floats(JsonNode list) {
    float[] numbers = new float[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) list.get(i).asDouble();
    }
    return numbers;
  }

  /** Beta(a, a) has the mean 1/2 and the variance 1 / (4 (2a + 1)). */
  @Test
  void weights_have_the_beta_distribution() {
    for (double alpha : new double[] {0.2, 1, 4, 1e-6}) {
      int many = 20_000;
      double[] drawn =
          IntStream.range(0, many)
              .mapToDouble(i -> Mixing.beta(RandomStream.of(6).split(i), alpha))
              .toArray();
      double variance =
          Arrays.stream(drawn).map(w -> (w - 0.5) * (w - 0.5)).average().orElseThrow();
      double expected = 1 / (4 * (2 * alpha + 1));
      assertThat(Arrays.stream(drawn).average().orElseThrow())
          .isCloseTo(0.5, within(4 * Math.sqrt(expected / many)));
      assertThat(variance).isCloseTo(expected, within(0.03 * expected));
      assertThat(Arrays.stream(drawn).allMatch(w -> w >= 0 && w <= 1)).isTrue();
    }
  }
}
