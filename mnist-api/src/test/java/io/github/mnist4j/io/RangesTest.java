package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.RandomBrightness;
import static io.github.mnist4j.layers.Layers.RandomContrast;
import static io.github.mnist4j.layers.Layers.RandomRotation;
import static io.github.mnist4j.layers.Layers.RandomShear;
import static io.github.mnist4j.layers.Layers.RandomTranslation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Range;
import org.junit.jupiter.api.Test;

/** Factors of layers that change images: a number or two, as Keras takes them. */
class RangesTest {
  private static Layer read(String className, String config) throws JsonProcessingException {
    String json = "{\"class_name\": \"%s\", \"config\": {%s}}".formatted(className, config);
    return KerasTree.read(KerasTree.MAPPER.readTree(json), "$");
  }

  @Test
  void a_number_stands_for_both_sides() throws JsonProcessingException {
    assertThat(read("RandomTranslation", "\"height_factor\": 0.1, \"width_factor\": -0.2"))
        .isEqualTo(RandomTranslation(0.1, 0.2));
    assertThat(read("RandomRotation", "\"factor\": [-0.05, 0.05]")).isEqualTo(RandomRotation(0.05));
  }

  @Test
  void a_pair_may_come_in_any_order() throws JsonProcessingException {
    assertThat(read("RandomRotation", "\"factor\": [0.2, -0.1]"))
        .isEqualTo(RandomRotation(new Range(-0.1, 0.2)));
  }

  /** Keras refuses the pair [-0.2, 0.2] for a shear, though it writes it. */
  @Test
  void both_sides_are_written_as_a_number() {
    assertThat(KerasTree.write(RandomShear(0.2, 0), null).get("config").toString())
        .contains("\"x_factor\":0.2", "\"y_factor\":0.0");
    assertThat(KerasTree.write(RandomRotation(new Range(0.1, 0.2)), null).get("config").toString())
        .contains("\"factor\":[0.1,0.2]");
  }

  /** Keras 3.15 computes with 0 below, whatever it documents. */
  @Test
  void the_one_number_of_a_contrast_is_its_upper_side() throws JsonProcessingException {
    assertThat(read("RandomContrast", "\"factor\": 0.3")).isEqualTo(RandomContrast(0.3));
    assertThat(RandomContrast(-0.3).factor()).isEqualTo(new Range(0, 0.3));
    assertThat(read("RandomContrast", "\"factor\": [0.5, 0.3]"))
        .isEqualTo(RandomContrast(new Range(0.3, 0.5)));
    assertThat(read("RandomBrightness", "\"factor\": 0.3"))
        .isEqualTo(RandomBrightness(new Range(-0.3, 0.3)));
  }

  /** Keras refuses a number as the range of values. */
  @Test
  void values_of_images_are_written_as_a_pair() {
    assertThat(
            KerasTree.write(RandomBrightness(0.2).valueRange(-1, 1), null).get("config").toString())
        .contains("\"factor\":0.2", "\"value_range\":[-1.0,1.0]");
    assertThat(KerasTree.write(RandomContrast(0), null).get("config").toString())
        .contains("\"factor\":0.0", "\"value_range\":[0.0,255.0]");
  }

  @Test
  void factors_have_their_ranges() {
    assertThatThrownBy(() -> RandomBrightness(1.5))
        .hasMessage("RandomBrightness: factor must lie from -1.0 to 1.0, got -1.5 to 1.5");
    assertThatThrownBy(() -> RandomContrast(new Range(-0.1, 0.2)))
        .hasMessage(
            "RandomContrast: the factor's lower side must be zero or more and finite, got -0.1");
    assertThatThrownBy(() -> RandomContrast(new Range(1.1, 1.2)))
        .hasMessage(
            "RandomContrast: the factor's lower side must be finite and at most 1.0, got 1.1");
    assertThatThrownBy(() -> RandomContrast(0.2).valueRange(1, 0))
        .hasMessage("Range: upper must be finite and at least 1.0, got 0.0");
  }

  @Test
  void other_values_are_refused() {
    assertThatThrownBy(() -> read("RandomRotation", "\"factor\": \"much\""))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage(
            "a layer cannot be read, at $.config.factor\n"
                + "  got:      expected a number or two such as [-0.1, 0.1], got \"much\"\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#model-json");
    assertThatThrownBy(() -> read("RandomRotation", "\"factor\": 0.1, \"fill_mode\": \"mirror\""))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(
            "expected \"constant\" or \"nearest\" or \"reflect\" or \"wrap\", got \"mirror\"");
    assertThatThrownBy(() -> RandomRotation(1.5))
        .hasMessage("RandomRotation: factor must lie from -1.0 to 1.0, got -1.5 to 1.5");
  }
}
