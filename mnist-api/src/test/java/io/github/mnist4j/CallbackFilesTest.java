package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static io.github.mnist4j.callbacks.Callbacks.backupAndRestore;
import static io.github.mnist4j.callbacks.Callbacks.csvLogger;
import static io.github.mnist4j.callbacks.Callbacks.learningRateScheduler;
import static io.github.mnist4j.callbacks.Callbacks.modelCheckpoint;
import static io.github.mnist4j.callbacks.Callbacks.onEpochBegin;
import static io.github.mnist4j.callbacks.Callbacks.onEpochEnd;
import static io.github.mnist4j.callbacks.Callbacks.onTrainBegin;
import static io.github.mnist4j.callbacks.Callbacks.onTrainEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.FakeEngine;
import io.github.mnist4j.spi.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callbacks that write files, in real trainings on the fake engine. */
class CallbackFilesTest {
  @TempDir private Path folder;
  private final Dataset data = Blobs.dataset(40, 1);

  private static Callback failingBefore(int epoch) {
    return onEpochBegin(
        (training, now) -> {
          if (now == epoch) {
            throw new IllegalStateException("the power is gone");
          }
        });
  }

  private static Callback decay() {
    return learningRateScheduler((epoch, rate) -> rate * 0.9);
  }

  private List<String> files(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void checkpoints_can_be_loaded() throws IOException {
    List<Weights> kept = new ArrayList<>();
    try (Model model = TestModels.model()) {
      model.fit(
          data,
          epochs(2)
              .validationSplit(0.25)
              .callbacks(
                  modelCheckpoint(folder + "/at/{epoch:02d}.keras"),
                  modelCheckpoint(folder + "/w-{epoch}.weights.h5"),
                  onEpochEnd((training, epoch, logs) -> kept.add(training.weights()))));
      assertThat(files(folder)).containsExactly("at", "w-1.weights.h5", "w-2.weights.h5");
      assertThat(files(folder.resolve("at"))).containsExactly("01.keras", "02.keras");
      model.loadWeights(folder.resolve("w-1.weights.h5"));
      assertThat(model.weights()).isEqualTo(kept.get(0));
    }
    try (Model model = Models.load(folder.resolve("at/02.keras"), new FakeEngine())) {
      assertThat(model.weights()).isEqualTo(kept.get(1));
    }
  }

  @Test
  void a_training_that_was_cut_off_goes_on_to_the_same_end() throws IOException {
    Path backup = folder.resolve("backup");
    History whole;
    Weights end;
    try (Model model = TestModels.model()) {
      model.fit(data, epochs(1).batchSize(8));
      whole = model.fit(data, epochs(6).batchSize(8).callbacks(decay()));
      end = model.weights();
    }
    FitOptions options = epochs(6).batchSize(8).callbacks(decay(), backupAndRestore(backup));
    try (Model model = TestModels.model()) {
      model.fit(data, epochs(1).batchSize(8));
      assertThatThrownBy(() -> model.fit(data, options.callbacks(failingBefore(4))))
          .hasMessage("the power is gone");
    }
    assertThat(files(backup)).hasSize(2).contains("training.json");
    try (Model model = TestModels.model()) { // another process would begin like this
      History rest = model.fit(data, options);
      assertThat(rest.epochs()).containsExactly(4, 5);
      assertThat(rest.get("loss")).containsExactly(whole.get("loss")[4], whole.get("loss")[5]);
      assertThat(model.weights()).isEqualTo(end);
    }
    assertThat(backup).doesNotExist();
  }

  @Test
  void the_same_model_goes_on_as_well() {
    Path backup = folder.resolve("backup");
    FitOptions options = epochs(4).callbacks(backupAndRestore(backup).deleteCheckpoint(false));
    try (Model whole = TestModels.model();
        Model model = TestModels.model()) {
      whole.fit(data, epochs(4));
      assertThatThrownBy(() -> model.fit(data, options.callbacks(failingBefore(2))))
          .isInstanceOf(IllegalStateException.class);
      assertThat(model.fit(data, options).epochs()).containsExactly(2, 3);
      assertThat(model.weights()).isEqualTo(whole.weights());
      assertThat(model.fit(data, options).epochs()).isEmpty();
      // The next one has the order that it has behind a training that was not cut off.
      whole.fit(data, epochs(1));
      model.fit(data, epochs(1));
      assertThat(model.weights()).isEqualTo(whole.weights());
    }
  }

  @Test
  void other_files_in_the_folder_stay() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve(".training.json.123.partial"), "cut off");
    try (Model model = TestModels.model()) {
      model.fit(data, epochs(2).callbacks(backupAndRestore(folder)));
    }
    assertThat(files(folder)).containsExactly("notes.txt");
  }

  @Test
  void a_backup_of_another_network_changes_nothing() {
    keep();
    Sequential other = Sequential.of(Layers.Flatten(), Layers.Dense(3)).build(Blobs.SAMPLE);
    try (Model model = other.compile(TestModels.options())) {
      Weights before = model.weights();
      assertThatThrownBy(() -> model.fit(data, epochs(3).callbacks(backupAndRestore(folder))))
          .isInstanceOf(ModelFormatException.class)
          .hasMessageContaining("has not the weights of layer 'dense'");
      assertThat(model.weights()).isEqualTo(before);
    }
  }

  private void keep() {
    try (Model model = TestModels.model()) {
      model.fit(data, epochs(1).callbacks(backupAndRestore(folder).deleteCheckpoint(false)));
    }
  }

  @Test
  void a_damaged_backup_says_what_it_needs() throws IOException {
    keep();
    Path index = folder.resolve("training.json");
    String json = Files.readString(index);
    for (String damaged :
        List.of(
            "",
            "{",
            "[]",
            json.replace("\"epoch\":1", "\"epoch\":-1"),
            json.replace("\"learning_rate\":0.01", "\"learning_rate\":-1"),
            json.replace("\"weights\":\"weights-", "\"weights\":\"../weights-"),
            json.replace("weights.h5", "txt"))) {
      Files.writeString(index, damaged);
      assertThatThrownBy(this::keep)
          .isInstanceOf(ModelFormatException.class)
          .hasMessageStartingWith(
              folder
                  + " has no backup of a training that can be read\n  expected: training.json with"
                  + " a file of weights, an epoch, a learning rate, fit and seed\n  got:      ")
          .hasMessageEndingWith(
              "\n  fix:      delete the folder, to begin anew\n"
                  + "  see:      https://mnist4j.github.io/troubleshooting#backup");
    }
  }

  @Test
  void only_a_training_that_has_not_begun_can_be_restored() {
    try (Model model = TestModels.model()) {
      assertThatThrownBy(
              () ->
                  model.fit(
                      data,
                      epochs(1)
                          .callbacks(onEpochBegin((training, epoch) -> training.restore(folder)))))
          .hasMessage(
              """
              a training can only be restored before its first epoch
                fix:      call it in onTrainBegin
                see:      https://mnist4j.github.io/troubleshooting#backup""");
    }
  }

  @Test
  void the_log_has_what_other_callbacks_logged() {
    Path file = folder.resolve("log.csv");
    try (Model model = TestModels.model()) {
      model.fit(data, epochs(2).callbacks(decay(), csvLogger(file)));
    }
    assertThat(file)
        .content()
        .startsWith(
            "epoch,accuracy,learning_rate,loss,val_accuracy,val_learning_rate,val_loss\r\n0,")
        .contains(",0.009000000000000001,", ",NA,NA,NA\r\n1,");
  }

  @Test
  void what_fails_in_a_failure_is_added_to_it() {
    Callback grumbler =
        new Callback() {
          @Override
          public void onTrainFailed(TrainingContext training, Throwable failure) {
            throw new IllegalArgumentException("and I have");
          }
        };
    List<String> ends = new ArrayList<>();
    try (Model model = TestModels.model()) {
      assertThatThrownBy(
              () ->
                  model.fit(
                      data,
                      epochs(1)
                          .callbacks(
                              grumbler,
                              onTrainBegin(training -> ends.add("begin")),
                              onTrainEnd(training -> ends.add("end")),
                              failingBefore(0))))
          .hasMessage("the power is gone")
          .satisfies(
              e -> assertThat(e.getSuppressed()[0]).hasMessage("and I have"),
              e -> assertThat(e.getSuppressed()).hasSize(1));
    }
    assertThat(ends).containsExactly("begin");
  }
}
