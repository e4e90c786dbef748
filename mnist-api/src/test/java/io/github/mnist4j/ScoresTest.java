package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoresTest {
  @Test
  void numbers_come_by_name() {
    Scores scores = new Scores(Map.of("loss", 0.5, "accuracy", 0.75, "mine", 3.0));
    assertThat(scores.loss()).isEqualTo(0.5);
    assertThat(scores.accuracy()).isEqualTo(0.75);
    assertThat(scores.get("mine")).isEqualTo(3);
  }

  @Test
  void numbers_are_printed_with_four_decimals() {
    assertThat(new Scores(Map.of("loss", 0.03009))).hasToString("loss 0.0301");
  }

  @Test
  void a_model_without_accuracy_has_none() {
    assertThatThrownBy(() -> new Scores(Map.of("loss", 0.5)).accuracy())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown score 'accuracy'\n  expected: one of loss");
  }

  @Test
  void the_map_is_a_copy_that_cannot_be_changed() {
    Map<String, Double> mine = new HashMap<>(Map.of("loss", 0.5));
    Scores scores = new Scores(mine);
    mine.put("loss", 9.0);
    assertThat(scores.loss()).isEqualTo(0.5);
    assertThatThrownBy(() -> scores.values().put("loss", 1.0))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
