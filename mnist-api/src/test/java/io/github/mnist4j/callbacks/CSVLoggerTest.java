package io.github.mnist4j.callbacks;

import static io.github.mnist4j.callbacks.Callbacks.csvLogger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CSVLoggerTest {
  @TempDir private Path folder;

  static Stream<Arguments> cases() {
    return StreamSupport.stream(GoldenCallbacks.read().get("csv").spliterator(), false)
        .map(node -> Arguments.of(node.get("name").asText(), node));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void files_are_keras_to_the_byte(String name, JsonNode golden) throws IOException {
    Path file = folder.resolve("deep/er/log.csv");
    CSVLogger logger = csvLogger(file).append(golden.at("/params/append").asBoolean());
    if (golden.at("/params/separator").isTextual()) {
      logger = logger.separator(golden.at("/params/separator").asText());
    }
    for (int time = 0; time < golden.get("times").asInt(); time++) {
      FakeTraining training = new FakeTraining(1);
      logger.onTrainBegin(training);
      int epoch = 0;
      for (JsonNode logs : golden.get("logs")) {
        logger.onEpochEnd(training, epoch++, GoldenCallbacks.logs(logs));
      }
      logger.onTrainEnd(training);
    }
    assertThat(Files.readString(file)).isEqualTo(golden.get("text").asText());
  }

  private Path append(String text, Map<String, Double> logs) throws IOException {
    Path file = folder.resolve("log.csv");
    Files.writeString(file, text);
    CSVLogger logger = csvLogger(file).append(true);
    FakeTraining training = new FakeTraining(1);
    logger.onTrainBegin(training);
    logger.onEpochEnd(training, 7, new LinkedHashMap<>(logs));
    return file;
  }

  @Test
  void added_rows_keep_to_the_files_columns() throws IOException {
    try (Warnings warnings = new Warnings()) {
      Path file =
          append("epoch,\"a,\"\"b\",loss\r\n0,1.0,2.0\r\n", Map.of("loss", 0.5, "a,\"b", 3.0));
      assertThat(file).hasContent("epoch,\"a,\"\"b\",loss\n0,1.0,2.0\n7,3.0,0.5\n");
      append("loss,epoch\r\n", Map.of("loss", 0.5, "accuracy", 0.25));
      assertThat(file).hasContent("loss,epoch\n0.5,7\n");
      assertThat(warnings.said()).containsExactly(file + " has no column for accuracy");
    }
  }

  @Test
  void a_row_that_was_cut_off_does_not_run_into_the_next() throws IOException {
    assertThat(append("epoch,loss\r\n0,1.", Map.of("loss", 0.5)))
        .hasContent("epoch,loss\n0,1.\n7,0.5\n");
  }

  @Test
  void a_file_that_cannot_be_written_says_so() {
    assertThatThrownBy(() -> csvLogger(folder).onTrainBegin(new FakeTraining(1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write " + folder);
  }
}
