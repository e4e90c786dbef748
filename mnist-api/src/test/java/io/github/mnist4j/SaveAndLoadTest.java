package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.Accumulator;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.FakeEngine;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveAndLoadTest {
  private final Dataset data = Blobs.dataset(40, 3);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("blobs.keras");
  }

  @Test
  void a_loaded_model_is_the_saved_one() {
    try (Model model = TestModels.model()) {
      model.fit(data, TestModels.epochs(2));
      model.save(file());
      try (Model loaded = Models.load(file(), new FakeEngine())) {
        assertThat(loaded.architecture()).isEqualTo(model.architecture());
        assertThat(loaded.weights()).isEqualTo(model.weights());
        assertThat(loaded.seed()).isEqualTo(model.seed());
        assertThat(loaded.learningRate()).isEqualTo(model.learningRate());
        assertThat(loaded.evaluate(data, 8, Verbosity.SILENT))
            .isEqualTo(model.evaluate(data, 8, Verbosity.SILENT));
      }
    }
  }

  @Test
  void a_training_goes_on_where_it_stopped_bit_for_bit() {
    try (Model whole = TestModels.model();
        Model first = TestModels.model()) {
      whole.fit(data, TestModels.epochs(3));
      first.fit(data, TestModels.epochs(1));
      first.save(file());
      try (Model second = Models.load(file(), new FakeEngine())) {
        second.fit(data, TestModels.epochs(3).initialEpoch(1));
        assertThat(second.weights()).isEqualTo(whole.weights());
      }
    }
  }

  @Test
  void a_learning_rate_that_was_changed_is_kept() {
    try (Model model = TestModels.model()) {
      model.fit(
          data,
          TestModels.epochs(1)
              .callbacks(
                  new Callback() {
                    @Override
                    public void onTrainEnd(TrainingContext training) {
                      training.learningRate(0.25);
                    }
                  }));
      model.save(file());
      try (Model loaded = Models.load(file(), new FakeEngine())) {
        assertThat(loaded.learningRate()).isEqualTo(0.25);
      }
    }
  }

  @Test
  void a_model_loaded_for_predicting_predicts_and_does_not_train() {
    try (Model model = TestModels.model()) {
      model.save(file());
      try (Model loaded = Models.loadUncompiled(file(), new FakeEngine())) {
        assertThat(loaded.predict(data)).isEqualTo(model.predict(data));
        assertThatThrownBy(() -> loaded.fit(data, TestModels.epochs(1)))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("the model was loaded for predicting alone");
        loaded.save(file());
      }
      try (Model again = Models.load(file(), new FakeEngine())) {
        assertThat(again.predict(data)).isEqualTo(model.predict(data));
        assertThatThrownBy(() -> again.evaluate(data, 8, Verbosity.SILENT))
            .hasMessageStartingWith("the model was loaded for predicting alone");
      }
    }
  }

  @Test
  void the_archive_is_that_of_keras() throws IOException {
    try (Model model = TestModels.model()) {
      model.save(file());
    }
    try (ZipFile zip = new ZipFile(file().toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly("metadata.json", "config.json", "model.weights.h5");
      assertThat(zip.stream()).allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
    }
    assertThat(folder).isDirectoryContaining(path -> path.endsWith("blobs.keras"));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void the_ending_says_the_format() {
    try (Model model = TestModels.model()) {
      model.save(folder.resolve("blobs.json"));
      model.save(folder.resolve("blobs.weights.h5"));
      assertThat(folder.resolve("blobs.json")).content().isEqualTo(model.toJson());
      try (Model other = TestModels.network().compile(TestModels.options().seed(99))) {
        other.loadWeights(folder.resolve("blobs.weights.h5"));
        assertThat(other.weights()).isEqualTo(model.weights());
      }
      assertThatThrownBy(() -> model.save(folder.resolve("blobs.zip")))
          .hasMessageStartingWith(
              "a model cannot be saved under this name\n  expected: a name that ends in .keras");
    }
    assertThatThrownBy(() -> Models.load(folder.resolve("blobs.json"), new FakeEngine()))
        .hasMessageStartingWith(
            "a model cannot be loaded from a file of this name\n  expected: a name that ends in .keras");
  }

  @Test
  void a_training_goes_on_from_keras_2s_format_bit_for_bit() {
    Path h5 = folder.resolve("blobs.h5");
    try (Model whole = TestModels.model();
        Model first = TestModels.model()) {
      whole.fit(data, TestModels.epochs(3));
      first.fit(data, TestModels.epochs(1));
      first.save(h5);
      try (Model second = Models.load(h5, new FakeEngine())) {
        assertThat(second.seed()).isEqualTo(first.seed());
        assertThat(second.learningRate()).isEqualTo(first.learningRate());
        second.fit(data, TestModels.epochs(3).initialEpoch(1));
        assertThat(second.weights()).isEqualTo(whole.weights());
      }
      try (Model other = TestModels.network().compile(TestModels.options().seed(99))) {
        other.loadWeights(h5);
        assertThat(other.weights()).isEqualTo(first.weights());
      }
    }
  }

  @Test
  void an_architecture_and_weights_of_two_files_predict() {
    Path json = folder.resolve("blobs.json");
    try (Model model = TestModels.model()) {
      model.fit(data, TestModels.epochs(1));
      model.save(json);
      for (String name : List.of("blobs.weights.h5", "blobs.h5")) {
        model.save(folder.resolve(name));
        try (Model loaded = Models.load(json, folder.resolve(name), new FakeEngine())) {
          assertThat(loaded.predict(data)).isEqualTo(model.predict(data));
          assertThatThrownBy(() -> loaded.fit(data, TestModels.epochs(1)))
              .hasMessageStartingWith("the model was loaded for predicting alone");
        }
      }
    }
    Path none = folder.resolve("none.json");
    assertThatThrownBy(() -> Models.load(none, json, new FakeEngine()))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageStartingWith("cannot read " + none);
    assertThatThrownBy(() -> Models.load(json, json, new FakeEngine()))
        .isInstanceOf(io.github.mnist4j.errors.ModelFormatException.class)
        .hasMessageStartingWith(json + " cannot be read as HDF5");
  }

  @Test
  void a_loss_of_ones_own_is_refused_before_a_byte_is_written() throws IOException {
    Files.writeString(file(), "an older file");
    CompileOptions options =
        CompileOptions.of(Optimizers.sgd(), Losses.custom("own", (y, output, gradient) -> 0))
            .engine(new FakeEngine());
    try (Model model = TestModels.network().compile(options)) {
      assertThatThrownBy(() -> model.save(file()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the loss 'own' cannot be written to a file\n"
                  + "  expected: one of Keras' losses: a loss of your own is code\n"
                  + "  got:      Losses.custom(\"own\", …)\n"
                  + "  fix:      save the weights alone, or compile with another loss before"
                  + " saving\n"
                  + "  see:      https://mnist4j.github.io/troubleshooting#loss-not-written");
      assertThat(file()).hasContent("an older file");
    }
  }

  @Test
  void a_metric_of_ones_own_is_refused_before_a_byte_is_written() throws IOException {
    Files.writeString(file(), "an older file");
    Metric own =
        new Metric() {
          @Override
          public String name() {
            return "own";
          }

          @Override
          public Accumulator start(Shape target, Shape output) {
            throw new UnsupportedOperationException();
          }
        };
    CompileOptions options =
        new CompileOptions(
            Optimizers.sgd(),
            Losses.sparseCategoricalCrossentropy().fromLogits(),
            List.of(own),
            1L,
            new FakeEngine());
    try (Model model = TestModels.network().compile(options)) {
      assertThatThrownBy(() -> model.save(file()))
          .hasMessageStartingWith("the metric 'own' cannot be written to a file");
    }
    assertThat(file()).content().isEqualTo("an older file");
  }
}
