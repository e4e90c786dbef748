package io.github.mnist4j.callbacks;

import static io.github.mnist4j.callbacks.Callbacks.tensorBoard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TensorBoardTest {
  @TempDir private Path folder;

  static Stream<JsonNode> cases() throws IOException {
    try (InputStream in = TensorBoardTest.class.getResourceAsStream("/golden/event_files.json")) {
      return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false);
    }
  }

  private static void replay(Callback board, JsonNode calls) {
    FakeTraining training = new FakeTraining(0);
    board.onTrainBegin(training);
    for (JsonNode call : calls) {
      training.iteration = call.get("iteration").asLong();
      training.learningRate = call.get("learning_rate").asDouble();
      Map<String, Double> logs = GoldenCallbacks.logs(call.get("logs"));
      Map<String, Double> before = new LinkedHashMap<>(logs);
      int number = call.get("number").asInt();
      switch (call.get("kind").asText()) {
        case "batch" -> board.onBatchEnd(training, number, logs);
        case "test" -> board.onTestEnd(training, logs);
        default -> board.onEpochEnd(training, number, logs);
      }
      assertThat(logs).isEqualTo(before);
    }
    board.onTrainEnd(training);
  }

  private List<Path> files(String part) throws IOException {
    if (!Files.exists(folder.resolve(part))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve(part))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void points_are_keras_in_its_order(JsonNode golden) throws IOException {
    replay(tensorBoard(folder).updateFreq(golden.get("update_freq").asInt()), golden.get("calls"));
    for (String part : List.of("train", "validation")) {
      JsonNode keras = golden.at("/files/" + part);
      if (keras.isMissingNode()) {
        assertThat(files(part)).isEmpty();
        continue;
      }
      assertThat(files(part)).hasSize(1);
      assertThat(texts(Files.readAllBytes(files(part).get(0))))
          .containsExactlyElementsOf(texts(keras.binaryValue()));
    }
  }

  private static List<String> texts(byte[] bytes) {
    return EventReader.points(bytes).stream().map(EventReader.Point::text).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void records_are_keras_to_the_byte(JsonNode golden) throws IOException {
    for (JsonNode file : golden.get("files")) {
      for (EventReader.Point point : EventReader.points(file.binaryValue())) {
        byte[] ours = EventFile.event(point.wallTime(), point.step(), point.tag(), point.value());
        assertThat(ours).isEqualTo(point.message());
      }
      List<byte[]> again = new ArrayList<>();
      int size = 0;
      for (byte[] record : EventReader.records(file.binaryValue())) {
        again.add(EventFile.framed(record).array());
        size += record.length + 16;
      }
      byte[] whole = new byte[size];
      int at = 0;
      for (byte[] record : again) {
        System.arraycopy(record, 0, whole, at, record.length);
        at += record.length;
      }
      assertThat(whole).isEqualTo(file.binaryValue());
    }
  }

  @Test
  void each_training_has_files_of_its_own() throws IOException {
    JsonNode calls = cases().findFirst().orElseThrow().get("calls");
    TensorBoard board = tensorBoard(folder);
    replay(board, calls);
    replay(board, calls);
    assertThat(files("train")).hasSize(2);
    assertThat(files("train").get(0).getFileName().toString())
        .matches("events\\.out\\.tfevents\\.\\d{10}\\.mnist4j\\.\\d+\\.\\d\\.v2");
    assertThat(texts(Files.readAllBytes(files("train").get(0))))
        .isEqualTo(texts(Files.readAllBytes(files("train").get(1))));
  }

  @Test
  void numbers_out_of_range_are_written_as_they_are() throws IOException {
    TensorBoard board = tensorBoard(folder);
    FakeTraining training = new FakeTraining(0.5);
    board.onEpochEnd(training, 3, new LinkedHashMap<>(Map.of("loss", Double.NaN)));
    // What was written can be read before the end.
    assertThat(texts(Files.readAllBytes(files("train").get(0))))
        .containsExactly("epoch_loss 3 NaN", "epoch_learning_rate 3 0.5");
    board.onTrainFailed(training, new IllegalStateException());
  }

  @Test
  void a_folder_that_cannot_be_made_says_so() throws IOException {
    Files.writeString(folder.resolve("train"), "a file in the way");
    assertThatThrownBy(
            () ->
                tensorBoard(folder)
                    .onEpochEnd(new FakeTraining(1), 0, new LinkedHashMap<>(Map.of("loss", 1.0))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write an event file in " + folder.resolve("train"));
  }

  @Test
  void ranges_are_checked() {
    assertThatThrownBy(() -> tensorBoard(folder).updateFreq(-1))
        .hasMessage("TensorBoard: updateFreq must be at least 0, got -1");
  }
}
