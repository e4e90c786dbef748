package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.Sequential;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.tensor.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text: a network, or a {@link ModelFormatException}. */
class HostileJsonTest {
  private static final int MUTATIONS = Fuzz.inputs(10_000);
  private static final List<String> PIECES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e999",
          "2147483647",
          "99999999999999999999",
          "0.5",
          "\"\"",
          "\"a/b\"",
          "[]",
          "{}",
          "[null]",
          "[[[]]]",
          "{\"class_name\":5}",
          "\"\\u0000\"",
          "NaN",
          "\"Dense\"",
          "\"InputLayer\"",
          "[null,65536,65536]",
          "-",
          ",",
          ":",
          "\"units\":1,",
          "}");

  private static void assertRefused(String json) {
    assertThatThrownBy(() -> Sequential.fromJson(json)).isInstanceOf(ModelFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "null",
        "3",
        "[]",
        "{}",
        "\"Sequential\"",
        "{\"class_name\":[\"Sequential\"]}",
        "{\"class_name\":\"Sequential\"}",
        "{\"class_name\":\"Sequential\",\"config\":3}",
        "{\"class_name\":\"Sequential\",\"config\":[3]}",
        "{\"class_name\":\"Sequential\",\"config\":[[]]}",
        "{\"class_name\":\"Sequential\",\"config\":{\"layers\":{}}}",
        "{\"class_name\":\"Sequential\",\"config\":[{\"class_name\":\"Dense\",\"config\":[]}]}",
        "{\"class_name\":\"Sequential\",\"config\":[]} []"
      })
  void what_is_no_network_is_refused(String json) {
    assertRefused(json);
  }

  @Test
  void deep_nesting_does_not_overflow() {
    assertRefused("[".repeat(1_000_000));
    assertRefused("{\"class_name\":".repeat(100_000));
    assertRefused(
        Golden.text("mlp_dropout.json").replace("0.2", "[".repeat(5000) + "]".repeat(5000)));
  }

  @Test
  void huge_numbers_are_refused() {
    String json = Golden.text("mlp_dropout.json");
    assertThat(json).contains("\"units\": 32");
    assertRefused(json.replace("\"units\": 32", "\"units\": " + "9".repeat(100_000)));
    assertRefused(json.replace("\"units\": 32", "\"units\": 1e400"));
    assertRefused(json.replace("\"units\": 32", "\"units\": 2147483647"));
    assertRefused(json.replace("0.2", "1e400"));
  }

  @Test
  void a_key_that_comes_twice_is_refused() {
    assertRefused(
        Golden.text("mlp_dropout.json").replace("\"units\": 32", "\"units\": 32, \"units\": 3"));
  }

  @Test
  void a_text_that_is_cut_anywhere_is_refused() {
    String json = Golden.text("softmax_regression.json");
    for (int end = 0; end < json.stripTrailing().length(); end++) {
      assertRefused(json.substring(0, end));
    }
  }

  @Test
  void mutated_texts_throw_nothing_else() {
    List<String> texts =
        List.of(Golden.text("softmax_regression.json"), Golden.text("keras_io_mnist_convnet.json"));
    RandomStream random = RandomStream.of(2024);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String json = mutated(texts.get(i % 2), random.split(i));
      try {
        Sequential.fromJson(json);
      } catch (ModelFormatException e) {
        refused++;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("mutation " + i + ": " + json, e);
      }
    }
    assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS - 1);
  }

  /** Cuts a few characters or a whole value out, and mostly puts something else there. */
  private static String mutated(String json, RandomStream random) {
    int from = random.below(json.length(), 0);
    int to = Math.min(json.length(), from + random.below(3, 1));
    if (random.below(4, 2) > 0) {
      from = json.indexOf(": ", from) < 0 ? from : json.indexOf(": ", from) + 2;
      to = from;
      while (to < json.length() && ",}]".indexOf(json.charAt(to)) < 0) {
        to++;
      }
    }
    String piece = PIECES.get(random.below(PIECES.size(), 3));
    return json.substring(0, from) + (random.below(5, 4) == 0 ? "" : piece) + json.substring(to);
  }
}
