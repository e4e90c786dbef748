package io.github.mnist4j.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.mnist4j.callbacks.ProgressBar.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressBarTest {
  private static final String ENCODING = "stdout.encoding";
  private static final String END = System.lineSeparator();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final String before = System.getProperty(ENCODING);
  private long millis;

  @BeforeEach
  void print_heavy_lines() {
    System.setProperty(ENCODING, "UTF-8");
  }

  @AfterEach
  void leave() {
    if (before == null) {
      System.clearProperty(ENCODING);
    } else {
      System.setProperty(ENCODING, before);
    }
  }

  private ProgressBar bar(Style style) {
    return new ProgressBar(out, style, () -> millis * 1_000_000);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Map<String, Double> logs() {
    Map<String, Double> logs = new LinkedHashMap<>();
    logs.put("accuracy", 0.957);
    logs.put("loss", 0.14);
    return logs;
  }

  /** Ends a bar of steps that took one second for the first and {@code step} for each later one. */
  private void run(ProgressBar bar, int steps, long step) {
    bar.begin(steps);
    millis += 1000;
    bar.step(1, logs());
    for (int i = 2; i <= steps; i++) {
      millis += step;
      bar.step(i, logs());
    }
    bar.end(steps, logs());
  }

  @Test
  void a_file_gets_the_finished_line_alone() {
    run(bar(Style.FINISHED_BAR), 1875, 3);
    assertThat(printed())
        .isEqualTo(
            "1875/1875 " + "━".repeat(20) + " 7s 3ms/step - accuracy: 0.9570 - loss: 0.1400" + END);
  }

  @Test
  void a_line_has_no_bar() {
    run(bar(Style.LINE), 8, 68);
    assertThat(printed()).isEqualTo("8/8 - 1s - 68ms/step - accuracy: 0.9570 - loss: 0.1400" + END);
  }

  @Test
  void silence_is_silent() {
    ProgressBar bar = bar(Style.NOTHING);
    bar.epoch(0, 3);
    run(bar, 3, 10);
    assertThat(printed()).isEmpty();
  }

  @Test
  void an_epoch_has_a_title_where_there_are_more() {
    bar(Style.LINE).epoch(1, 10);
    bar(Style.LINE).epoch(0, 1);
    assertThat(printed()).isEqualTo("Epoch 2/10" + END);
  }

  @Test
  void a_terminal_sees_it_move() {
    ProgressBar bar = bar(Style.LIVE_BAR);
    bar.begin(10);
    millis = 500;
    bar.step(1, Map.of());
    millis = 540;
    bar.step(2, Map.of()); // too soon to be drawn
    millis = 600;
    bar.step(5, Map.of());
    bar.end(10, Map.of());
    assertThat(printed())
        .isEqualTo(
            "\r\u001b[1m 1/10\u001b[0m \u001b[32m━━\u001b[0m\u001b[37m"
                + "━".repeat(18)
                + "\u001b[0m \u001b[1m4s\u001b[0m 500ms/step"
                + "\r\u001b[1m 5/10\u001b[0m \u001b[32m━━━━━━━━━━\u001b[0m\u001b[37m━━━━━━━━━━"
                + "\u001b[0m \u001b[1m0s\u001b[0m 25ms/step "
                + "\r\u001b[1m10/10\u001b[0m \u001b[32m"
                + "━".repeat(20)
                + "\u001b[0m\u001b[37m\u001b[0m \u001b[1m1s\u001b[0m 11ms/step"
                + END);
  }

  @ParameterizedTest
  @CsvSource({"1, 30, 29s", "1, 90, 1:29", "1, 4000, 1:06:39"})
  void the_time_to_come_has_keras_form(int seconds, int steps, String eta) {
    ProgressBar bar = bar(Style.LIVE_BAR);
    bar.begin(steps);
    millis = seconds * 1000L;
    bar.step(1, Map.of());
    assertThat(printed()).contains("\u001b[1m" + eta + "\u001b[0m 1s/step");
  }

  @ParameterizedTest
  @CsvSource({"0, 0s", "1, 1ms", "999, 999ms", "1000, 1s", "1600, 2s"})
  void a_step_has_a_unit(int step, String expected) {
    run(bar(Style.LINE), 3, step);
    assertThat(printed()).contains(" - " + expected + "/step - ");
  }

  @Test
  void short_steps_are_counted_in_microseconds() {
    ProgressBar bar = bar(Style.LINE);
    bar.begin(11);
    bar.step(1, Map.of());
    millis = 5;
    bar.end(11, Map.of());
    assertThat(printed()).isEqualTo("11/11 - 0s - 500us/step" + END);
  }

  @Test
  void small_values_have_an_exponent() {
    ProgressBar bar = bar(Style.LINE);
    bar.begin(1);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("a", 0.001);
    values.put("b", 0.00101);
    values.put("c", -2.5);
    values.put("d", Double.NaN);
    bar.end(1, values);
    assertThat(printed()).endsWith(" - a: 1.0000e-03 - b: 0.0010 - c: -2.5000 - d: NaN" + END);
  }

  @Test
  void a_character_set_without_heavy_lines_gets_light_ones() {
    System.setProperty(ENCODING, "US-ASCII");
    ProgressBar bar = bar(Style.FINISHED_BAR);
    bar.begin(4);
    bar.end(3, Map.of());
    assertThat(printed()).startsWith("3/4 ===============..... 0s");
  }

  @Test
  void an_encoding_that_nobody_knows_does_no_harm() {
    for (String encoding : new String[] {"", "?", "klingon"}) {
      System.setProperty(ENCODING, encoding);
      assertThatCode(() -> run(bar(Style.FINISHED_BAR), 1, 1)).doesNotThrowAnyException();
    }
  }
}
