package io.github.mnist4j.augmentations;

import static io.github.mnist4j.augmentations.Augmentations.brightness;
import static io.github.mnist4j.augmentations.Augmentations.contrast;
import static io.github.mnist4j.augmentations.Augmentations.elastic;
import static io.github.mnist4j.augmentations.Augmentations.erasing;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.shear;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.augmentations.Augmentations.zoom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.layers.FillMode;
import io.github.mnist4j.layers.Interpolation;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AugmenterTest {
  private static final Shape SHAPE = Shape.of(13, 9, 2);
  private static final float ROUNDING = 1e-6f; // of values of 0 to 1

  private static float[] image() {
    float[] image = new float[SHAPE.size()];
    for (int i = 0; i < image.length; i++) {
      image[i] = RandomStream.of(5).uniform(i);
    }
    return image;
  }

  private static float[] augmented(float[] image, long seed, Augmentation... augmentations) {
    float[] changed = image.clone();
    new Augmenter(SHAPE, List.of(augmentations)).worker().apply(RandomStream.of(seed), changed, 0);
    return changed;
  }

  private static Stream<Augmentation> strong() {
    return Stream.of(
        translation(0.5, 0.5),
        rotation(1),
        zoom(0.9),
        zoom(0.9, 0.5),
        shear(0.7, 0.7),
        elastic(60, 2),
        brightness(1),
        contrast(1, 3),
        erasing(new Range(1, 1), new Range(0.2, 1)));
  }

  private static Stream<Augmentation> idle() {
    return Stream.of(
        translation(0, 0),
        rotation(0),
        zoom(0),
        zoom(0, 0),
        shear(0, 0),
        elastic(0, 3),
        brightness(0),
        contrast(0),
        erasing(new Range(0, 0), new Range(0.2, 1)),
        erasing(new Range(1, 1), new Range(0, 0)));
  }

  @ParameterizedTest
  @MethodSource("idle")
  void without_strength_every_bit_stays(Augmentation augmentation) {
    float[] image = image();
    image[3] = -0.0f;
    image[7] = Float.NaN;
    assertThat(augmented(image, 1, augmentation)).containsExactly(image);
  }

  @Test
  void all_of_them_without_strength_keep_every_bit() {
    float[] image = image();
    assertThat(augmented(image, 1, idle().toArray(Augmentation[]::new))).containsExactly(image);
  }

  @ParameterizedTest
  @MethodSource("strong")
  void the_range_of_values_is_kept(Augmentation augmentation) {
    for (int seed = 0; seed < 200; seed++) {
      for (float value : augmented(image(), seed, augmentation)) {
        assertThat(value).isBetween(-ROUNDING, 1 + ROUNDING);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("strong")
  void a_stream_decides_and_images_differ(Augmentation augmentation) {
    float[] one = augmented(image(), 1, augmentation);
    assertThat(one)
        .isEqualTo(augmented(image(), 1, augmentation))
        .isNotEqualTo(augmented(image(), 2, augmentation))
        .isNotEqualTo(image());
  }

  @Test
  void an_image_lies_anywhere_and_leaves_those_beside_it_alone() {
    Augmentation[] all = strong().toArray(Augmentation[]::new);
    float[] three = new float[3 * SHAPE.size()];
    System.arraycopy(image(), 0, three, SHAPE.size(), SHAPE.size());
    new Augmenter(SHAPE, List.of(all)).worker().apply(RandomStream.of(1), three, SHAPE.size());
    float[] expected = new float[three.length];
    System.arraycopy(augmented(image(), 1, all), 0, expected, SHAPE.size(), SHAPE.size());
    assertThat(three).containsExactly(expected);
  }

  @Test
  void images_side_by_side_are_changed_as_if_they_were_alone() {
    Augmentation[] all = strong().toArray(Augmentation[]::new);
    int count = 31; // more than are bent at once, and not a multiple
    float[] together = new float[count * SHAPE.size()];
    RandomStream[] randoms = new RandomStream[count];
    for (int i = 0; i < count; i++) {
      randoms[i] = RandomStream.of(i);
      System.arraycopy(image(), 0, together, i * SHAPE.size(), SHAPE.size());
    }
    Augmenter.Worker worker = new Augmenter(SHAPE, List.of(all)).worker();
    worker.apply(randoms, together, 0);
    for (int i = 0; i < count; i++) {
      float[] own =
          java.util.Arrays.copyOfRange(together, i * SHAPE.size(), (i + 1) * SHAPE.size());
      assertThat(own).containsExactly(augmented(image(), i, all));
    }
  }

  @Test
  void two_distortions_are_added() {
    float[] one = augmented(image(), 1, elastic(60, 2));
    float[] two = augmented(image(), 1, elastic(60, 2), elastic(60, 2));
    assertThat(augmented(image(), 1, elastic(60, 2), elastic(0, 2))).containsExactly(one);
    assertThat(two).isNotEqualTo(one);
  }

  @Test
  void movements_side_by_side_sample_once() {
    // half a pixel there and half a pixel back again: sampled twice, the image would be blurred
    Augmentation there = translation(new Range(0.5 / 13, 0.5 / 13), new Range(0, 0));
    Augmentation back = translation(new Range(-0.5 / 13, -0.5 / 13), new Range(0, 0));
    assertThat(augmented(image(), 1, there, back)).containsExactly(image(), within(ROUNDING));
    assertThat(augmented(image(), 1, there, brightness(0), back)).isNotEqualTo(image());
    Augmentation other = translation(0, 0).fillMode(FillMode.WRAP);
    assertThat(augmented(image(), 1, there, other, back)).isNotEqualTo(image());
  }

  @Test
  void movements_come_in_their_order() {
    Range down = new Range(4.0 / 13, 4.0 / 13);
    Translation first = translation(down, new Range(0, 0)).fillMode(FillMode.CONSTANT);
    Rotation half = rotation(new Range(0.5, 0.5)).fillMode(FillMode.CONSTANT);
    float[] downThenTurned = augmented(image(), 1, first, half);
    float[] turnedThenDown = augmented(image(), 1, half, first);
    float[] last = java.util.Arrays.copyOfRange(downThenTurned, 9 * 18, 13 * 18);
    float[] top = java.util.Arrays.copyOfRange(turnedThenDown, 0, 4 * 18);
    // what came in from above is at the bottom once it is turned
    assertThat(last).containsExactly(new float[4 * 18], within(1e-4f));
    assertThat(top).containsExactly(new float[4 * 18], within(1e-4f));
    assertThat(downThenTurned).isNotEqualTo(turnedThenDown);
  }

  @Test
  void not_a_number_stays_one() {
    float[] image = image();
    java.util.Arrays.fill(image, Float.NaN);
    for (Augmentation augmentation :
        List.of(zoom(0.9), brightness(1), contrast(1), elastic(9, 2))) {
      assertThat(augmented(image, 3, augmentation)).containsOnly(Float.NaN);
    }
  }

  @Test
  void nearest_pixels_are_pixels_of_the_image() {
    float[] image = image();
    Augmentation turned = rotation(1).interpolation(Interpolation.NEAREST);
    for (float value : augmented(image, 1, turned)) {
      assertThat(image).contains(value);
    }
  }

  @Test
  void outside_has_the_value_it_was_given() {
    Augmentation away =
        translation(new Range(1, 1), new Range(1, 1)).fillMode(FillMode.CONSTANT).fillValue(0.75);
    assertThat(augmented(image(), 1, away)).containsOnly(0.75f);
  }

  @Test
  void erased_is_filled_with_its_value() {
    Augmentation all = erasing(new Range(1, 1), new Range(1, 1)).fillValue(0.5);
    assertThat(augmented(image(), 1, all)).containsOnly(0.5f);
  }

  @Test
  void pixels_outside_of_the_range_of_values_are_not_cut_off_silently() {
    float[] pixels = image();
    pixels[4] = 200;
    assertThatThrownBy(() -> augmented(pixels, 1, brightness(0.1)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "brightness(…) met a pixel outside of its range of values\n"
                + "  expected: values from 0.0 to 1.0\n"
                + "  got:      200.0\n"
                + "  fix:      say what range the images have, brightness(…).valueRange(0, 255), or"
                + " bring them into this one, with .scaled(1 / 255.0) before .augmented(…)\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#augmentation-values");
    assertThat(augmented(pixels, 1, brightness(0.1).valueRange(0, 255))[4]).isNotEqualTo(200);
    assertThat(augmented(pixels, 1, contrast(0.5).valueRange(0, 255))[4]).isNotEqualTo(200);
  }

  @Test
  void only_images_can_be_augmented() {
    assertThatThrownBy(() -> new Augmenter(Shape.of(784), List.of(zoom(0.1))))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "only images can be augmented\n"
                + "  expected: samples of shape (height, width) or (height, width, channels)\n"
                + "  got:      samples of shape (784,)\n"
                + "  fix:      say how the numbers are laid out, .reshaped(Shape.of(28, 28, 1))\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#image-shape");
  }

  @Test
  void factors_out_of_range_are_refused() {
    assertThatThrownBy(() -> translation(1.5, 0))
        .hasMessage("Translation: heightFactor must lie from -1.0 to 1.0, got -1.5 to 1.5");
    assertThatThrownBy(() -> zoom(1.0))
        .hasMessage("Zoom: heightFactor must lie from -0.9999999999999999 to 1.0, got -1.0 to 1.0");
    assertThatThrownBy(() -> contrast(2))
        .hasMessage("Contrast: lower must be finite and at most 1.0, got 2.0");
    assertThatThrownBy(() -> elastic(1, 0))
        .hasMessage("Elastic: sigma must be positive and finite, got 0.0");
    assertThatThrownBy(() -> erasing(new Range(0, 1), new Range(-0.1, 1)))
        .hasMessage("Erasing: scale must lie from 0.0 to 1.0, got -0.1 to 1.0");
    assertThatThrownBy(() -> new Range(1, 0))
        .hasMessage("Range: upper must be finite and at least 1.0, got 0.0");
  }
}
