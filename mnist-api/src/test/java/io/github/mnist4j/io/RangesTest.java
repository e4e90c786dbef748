package io.github.mnist4j.io;

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

/** Factors of layers that move images: a number or two, as Keras takes them. */
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
