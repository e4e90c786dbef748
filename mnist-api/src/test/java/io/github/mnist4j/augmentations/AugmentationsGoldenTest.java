package io.github.mnist4j.augmentations;

import static io.github.mnist4j.augmentations.Augmentations.brightness;
import static io.github.mnist4j.augmentations.Augmentations.contrast;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.shear;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.augmentations.Augmentations.zoom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mnist4j.layers.FillMode;
import io.github.mnist4j.layers.Interpolation;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real Keras and SciPy make of the same images; by {@code golden/augmentations.py}. */
class AugmentationsGoldenTest {
  private static final double TOLERANCE =
      1e-5; // of pixels of 0 to 1, at places in single precision

  private record Case(JsonNode node) {
    float[] floats(String key) {
      return AugmentationsGoldenTest.floats(node.required(key));
    }

    double number(String key) {
      return node.required(key).asDouble();
    }

    boolean has(String key) {
      return node.has(key);
    }

    Shape shape() {
      float[] dims = floats("shape");
      return Shape.of((int) dims[0], (int) dims[1], (int) dims[2]);
    }

    Sampling sampling() {
      String mode = node.required("fill_mode").asText().toUpperCase(Locale.ROOT);
      String interpolation = node.path("interpolation").asText("bilinear").toUpperCase(Locale.ROOT);
      return new Sampling(
          FillMode.valueOf(mode),
          node.path("fill_value").asDouble(0),
          Interpolation.valueOf(interpolation));
    }

    Affine affine() {
      float[] a = floats("transform");
      return new Affine(a[0], a[1], a[2], a[3], a[4], a[5]);
    }

    Range range(String key) {
      return new Range(number(key), number(key));
    }

    @Override
    public String toString() {
      return node.required("name").asText();
    }
  }

  private static float[] floats(JsonNode list) {
    float[] numbers = new float[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) list.get(i).asDouble();
    }
    return numbers;
  }

  private static Stream<Case> cases(String group) {
    try (var in = AugmentationsGoldenTest.class.getResourceAsStream("/golden/augmentations.json")) {
      JsonNode cases = new ObjectMapper().readTree(in).required(group);
      return StreamSupport.stream(cases.spliterator(), false).map(Case::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Case> warps() {
    return cases("warps");
  }

  private static Stream<Case> bends() {
    return cases("bends");
  }

  private static Stream<Case> layers() {
    return cases("layers");
  }

  private static Stream<Case> contrasts() {
    return cases("contrasts");
  }

  private static Stream<Case> boxes() {
    return cases("boxes");
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).containsExactly(expected, within((float) TOLERANCE));
  }

  private static float[] moved(Case c, float[] right, float[] down) {
    Shape shape = c.shape();
    float[] y = c.floats("x");
    new Warp(shape.dim(0), shape.dim(1), shape.dim(2), c.sampling()).new Work()
        .run(y, 0, c.affine(), right, down);
    return y;
  }

  @ParameterizedTest
  @MethodSource("warps")
  void an_affine_movement_is_that_of_keras_and_of_scipy(Case c) {
    float[] still = new float[c.shape().dim(0) * c.shape().dim(1)];
    float[] y = moved(c, still, still);
    assertClose(y, c.floats("y"));
    if (c.has("scipy")) {
      assertClose(y, c.floats("scipy"));
    }
  }

  @ParameterizedTest
  @MethodSource("bends")
  void an_elastic_distortion_is_that_of_scipy(Case c) {
    Shape shape = c.shape();
    int height = shape.dim(0);
    int width = shape.dim(1);
    float[][] columns = new float[width][2 * height];
    float[][] rows = new float[height][2 * width];
    float[][] smooth = new float[2][height * width];
    for (int i = 0; i < 2; i++) {
      float[] field = floats(c.node().required("fields").get(i));
      for (int place = 0; place < field.length; place++) {
        columns[place % width][i * height + place / width] = field[place];
      }
    }
    new Smoothing(height, width, c.number("sigma")).new Work(2)
        .run(columns, 2, (float) c.number("factor"), rows);
    for (int i = 0; i < 2; i++) {
      for (int y = 0; y < height; y++) {
        System.arraycopy(rows[y], i * width, smooth[i], y * width, width);
      }
      assertClose(smooth[i], floats(c.node().required("smooth").get(i)));
    }
    assertClose(moved(c, smooth[0], smooth[1]), c.floats("y"));
  }

  private static Augmentation augmentation(Case c) {
    return switch (c.toString()) {
      case "translation" -> translation(c.range("height"), c.range("width"));
      case "rotation" -> rotation(c.range("factor"));
      case "zoom" -> new Zoom(c.range("height"), null, Sampling.DEFAULT);
      case "zoom both" -> zoom(c.range("height"), c.range("width"));
      case "shear" -> shear(c.range("x_factor"), c.range("y_factor"));
      default -> brightness(c.range("factor"));
    };
  }

  /** The shear's sign is drawn even where its factor is not: over many images both come. */
  @ParameterizedTest
  @MethodSource("layers")
  void the_formulas_are_those_of_keras_layers(Case c) {
    Augmenter.Worker worker = new Augmenter(c.shape(), List.of(augmentation(c))).worker();
    JsonNode expected = c.node().required("ys");
    Set<Integer> met = new TreeSet<>();
    for (int row = 0; row < 20; row++) {
      float[] y = c.floats("x");
      worker.apply(RandomStream.of(row), y, 0);
      int nearest = 0;
      for (int i = 1; i < expected.size(); i++) {
        if (distance(y, floats(expected.get(i))) < distance(y, floats(expected.get(nearest)))) {
          nearest = i;
        }
      }
      assertClose(y, floats(expected.get(nearest)));
      met.add(nearest);
    }
    assertThat(met).hasSize(expected.size());
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("contrasts")
  void a_contrast_is_that_of_keras(Case c) {
    double factor = c.number("factor");
    float[] y = c.floats("x");
    contrast(0, 0).stretch(factor, y, 0, c.shape().dim(0) * c.shape().dim(1), c.shape().dim(2));
    assertClose(y, c.floats("y"));
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void a_rectangle_has_the_pixels_that_it_has_in_keras(Case c) {
    float[] corners = c.floats("corners");
    Box box = Box.of(corners[0], corners[1], corners[2], corners[3]);
    float[] mask = new float[42];
    for (int y = box.top(); y < box.bottom(); y++) {
      Arrays.fill(mask, y * 7 + box.left(), y * 7 + box.right(), 1);
    }
    assertThat(mask).containsExactly(c.floats("mask"));
  }
}
