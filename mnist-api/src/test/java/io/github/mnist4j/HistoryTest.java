package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History history = new History();

  @Test
  void values_come_by_name_and_epoch() {
    history.add(3, Map.of("loss", 0.5));
    history.add(4, Map.of("loss", 0.25));
    assertThat(history.epochs()).containsExactly(3, 4);
    assertThat(history.get("loss")).containsExactly(0.5, 0.25);
    assertThat(history.last("loss")).isEqualTo(0.25);
    assertThat(history).hasToString("{loss=[0.5, 0.25]}");
  }

  @Test
  void an_epoch_without_a_value_has_nan() {
    history.add(0, Map.of("loss", 1.0));
    history.add(1, Map.of("loss", 2.0, "extra", 7.0));
    history.add(2, Map.of("extra", 8.0));
    assertThat(history.get("loss")).containsExactly(1, 2, Double.NaN);
    assertThat(history.get("extra")).containsExactly(Double.NaN, 7, 8);
  }

  @Test
  void an_unknown_name_says_what_there_is() {
    history.add(0, Map.of("loss", 1.0));
    assertThatThrownBy(() -> history.get("los"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown history value 'los'\n"
                + "  expected: one of loss\n"
                + "  fix:      did you mean 'loss'?\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#unknown-name");
  }

  @Test
  void what_is_given_out_cannot_change_it() {
    history.add(0, Map.of("loss", 1.0));
    history.get("loss")[0] = 9;
    assertThat(history.last("loss")).isEqualTo(1);
    assertThatThrownBy(() -> history.epochs().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
