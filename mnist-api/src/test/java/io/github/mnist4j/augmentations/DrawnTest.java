package io.github.mnist4j.augmentations;

import static io.github.mnist4j.augmentations.Augmentations.elastic;
import static io.github.mnist4j.augmentations.Augmentations.erasing;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.shear;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.augmentations.Augmentations.zoom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Range;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is drawn has the distribution that it should. */
class DrawnTest {
  private static final int MANY = 20_000;

  private static double[] drawn(Geometric<?> augmentation, ToDoubleFunction<Affine> number) {
    RandomStream random = RandomStream.of(11);
    return IntStream.range(0, MANY)
        .mapToDouble(i -> number.applyAsDouble(augmentation.draw(random.split(i), 20, 10)))
        .toArray();
  }

  /** Mean and deviation of an even distribution, both within four of their own deviations. */
  private static void assertEven(double[] numbers, double lower, double upper) {
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double square =
        Arrays.stream(numbers).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    double deviation = (upper - lower) / Math.sqrt(12);
    assertThat(mean).isCloseTo((lower + upper) / 2, within(4 * deviation / Math.sqrt(MANY)));
    assertThat(Math.sqrt(square)).isCloseTo(deviation, within(0.02 * deviation));
    double slack = 1e-12 + 0.01 * (upper - lower);
    assertThat(Arrays.stream(numbers).min().orElseThrow()).isBetween(lower - 1e-12, lower + slack);
    assertThat(Arrays.stream(numbers).max().orElseThrow()).isBetween(upper - slack, upper + 1e-12);
  }

  private static double correlation(double[] a, double[] b) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
      squares += (a[i] * a[i] + b[i] * b[i]) / 2;
    }
    return sum / squares;
  }

  @Test
  void translations_are_parts_of_height_and_width() {
    Translation some = translation(0.2, 0.3);
    assertEven(drawn(some, Affine::a2), -3, 3);
    assertEven(drawn(some, Affine::b2), -4, 4);
    assertEven(drawn(translation(new Range(0.1, 0.2), Range.around(0)), Affine::b2), -4, -2);
    double[] across = drawn(some, a -> a.a2() / 3);
    assertThat(correlation(across, drawn(some, a -> a.b2() / 4))).isCloseTo(0, within(0.03));
  }

  @Test
  void rotations_are_parts_of_a_turn() {
    assertEven(drawn(rotation(0.1), a -> Math.asin(a.b0())), -0.2 * Math.PI, 0.2 * Math.PI);
  }

  @Test
  void zooms_are_the_same_in_both_directions_unless_asked_for() {
    assertEven(drawn(zoom(0.2), Affine::b1), 0.8, 1.2);
    assertThat(drawn(zoom(0.2), a -> a.a0() - a.b1())).containsOnly(0);
    assertEven(drawn(zoom(0.2, 0.1), Affine::a0), 0.9, 1.1);
    assertThat(
            correlation(drawn(zoom(0.2, 0.2), a -> a.a0() - 1), drawn(zoom(0.2), a -> a.b1() - 1)))
        .isCloseTo(0, within(0.03));
  }

  @Test
  void shears_go_both_ways() {
    assertEven(drawn(shear(0.3, 0), Affine::a1), -0.3, 0.3);
    double[] fixed = drawn(shear(new Range(0.2, 0.2), new Range(0.1, 0.1)), Affine::a1);
    assertThat(fixed).containsOnly(-0.2, 0.2);
    assertThat(Arrays.stream(fixed).average().orElseThrow()).isCloseTo(0, within(0.006));
  }

  /** A smoothed even field has the deviation 1 / (2 σ √π) of its own, √(1/3), away from borders. */
  @Test
  void elastic_distortions_are_as_far_as_the_paper_says() {
    int side = 41;
    int middle = side * side / 2;
    float[] places = new float[side * side];
    for (int i = 0; i < places.length; i++) {
      places[i] = i % side;
    }
    Augmenter.Worker worker = new Augmenter(Shape.of(side, side), List.of(elastic(34, 4))).worker();
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < 4000; row++) {
      float[] image = places.clone();
      worker.apply(RandomStream.of(row), image, 0);
      double moved = image[middle] - places[middle];
      sum += moved;
      squares += moved * moved;
    }
    double expected = 34 * Math.sqrt(1 / 3.0) / (2 * 4 * Math.sqrt(Math.PI));
    assertThat(sum / 4000).isCloseTo(0, within(4 * expected / Math.sqrt(4000)));
    assertThat(Math.sqrt(squares / 4000)).isCloseTo(expected, within(0.05 * expected));
  }

  @Test
  void half_of_the_images_lose_a_rectangle() {
    Shape shape = Shape.of(40, 40);
    Augmenter.Worker worker = new Augmenter(shape, List.of(erasing().fillValue(1.0))).worker();
    int erased = 0;
    double area = 0;
    for (int row = 0; row < 4000; row++) {
      float[] image = new float[1600];
      worker.apply(RandomStream.of(row), image, 0);
      int pixels = 0;
      for (float value : image) {
        pixels += (int) value;
      }
      erased += pixels > 0 ? 1 : 0;
      area += pixels / 1600.0;
    }
    assertThat(erased / 4000.0).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(4000)));
    // the mean of √u is 2/3 (b√b − a√a) / (b − a)
    double side = 2 / 3.0 * (Math.pow(0.33, 1.5) - Math.pow(0.02, 1.5)) / 0.31;
    assertThat(area / erased).isCloseTo(side * side, within(0.01));
  }
}
