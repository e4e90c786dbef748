package io.github.mnist4j.examples.guides;

import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.saving.Quantization;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingGuideTest {
  @TempDir private Path folder;
  private final Dataset train = Mnist.load().train().take(64);
  private final Tensor x = Mnist.load().test().take(16).x();
  private Model model;

  @BeforeEach
  void train() {
    Sequential network = Sequential.of(Input(28, 28, 1), Flatten(), Dense(10, softmax));
    model =
        network.compile(
            CompileOptions.of(adam(0.002), sparseCategoricalCrossentropy(), accuracy()).seed(7));
    for (int step = 0; step < 5; step++) {
      model.trainOnBatch(train);
    }
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void save_and_load() {
    Path file = folder.resolve("digits.keras");
    // #region save
    model.save(file);
    try (Model loaded = Models.load(file)) {
      Tensor y = loaded.predict(x); // the same bits as model.predict(x)
      loaded.trainOnBatch(train); // goes on where the other one stopped
      // #endregion save
      assertThat(y).isEqualTo(model.predict(x));
      model.trainOnBatch(train);
      assertThat(loaded.predict(x)).isEqualTo(model.predict(x)).isNotEqualTo(y);
    }
  }

  @Test
  void keras_formats_keep_all_and_tfjs_what_predicts() {
    for (String name : new String[] {"digits.keras", "digits.h5"}) {
      model.save(folder.resolve(name));
      try (Model loaded = Models.load(folder.resolve(name))) {
        assertThat(loaded.seed()).isEqualTo(7);
        assertThat(loaded.learningRate()).isEqualTo(0.002);
        assertThat(loaded.predict(x)).as(name).isEqualTo(model.predict(x));
        loaded.trainOnBatch(train);
        try (Model copy = Models.load(folder.resolve("digits.keras"))) {
          copy.trainOnBatch(train);
          assertThat(loaded.predict(x)).as(name).isEqualTo(copy.predict(x));
        }
      }
    }
    model.save(folder.resolve("web/model.json"));
    try (Model loaded = Models.load(folder.resolve("web/model.json"))) {
      assertThat(loaded.predict(x)).isEqualTo(model.predict(x));
      Throwable thrown = catchThrowable(() -> loaded.trainOnBatch(train));
      Pages.assertShown("saving.md", thrown.getMessage());
    }
  }

  @Test
  void parts() throws IOException {
    Path json = folder.resolve("digits.json");
    Path weights = folder.resolve("digits.weights.h5");
    // #region parts
    model.save(json); // the architecture, as model.toJson() has it
    model.save(weights); // and the weights, as model.saveWeights(weights) writes them
    try (Model loaded = Models.load(json, weights)) {
      Tensor y = loaded.predict(x);
      // #endregion parts
      assertThat(y).isEqualTo(model.predict(x));
    }
    assertThat(Files.readString(json)).isEqualTo(model.toJson());
  }

  @Test
  void train_on_with_what_you_choose() {
    Path file = folder.resolve("digits.keras");
    model.save(file);
    // #region compile-anew
    try (Model loaded = Models.loadUncompiled(file);
        Model tuned =
            loaded
                .architecture()
                .compile(adam(1e-4), sparseCategoricalCrossentropy(), accuracy())) {
      tuned.load(loaded.weights());
      tuned.trainOnBatch(train);
    }
    // #endregion compile-anew

    // #region layer
    Sequential other = Sequential.of(Flatten().name("rows"), Dense(10).name("answer"));
    try (Model second =
        other
            .build(model.architecture().inputShape().orElseThrow())
            .compile("adam", "sparse_categorical_crossentropy")) {
      second.load("answer", model.weights("dense")); // the weights of one layer
      // #endregion layer
      assertThat(second.predict(x).argmax()).isEqualTo(model.predict(x).argmax());
    }
  }

  @Test
  void smaller_for_the_browser() throws IOException {
    Path half = folder.resolve("half/model.json");
    Path quarter = folder.resolve("quarter/model.json");
    // #region quantization
    model.save(half, SaveOptions.defaults().quantization(Quantization.FLOAT16));
    model.save(quarter, SaveOptions.defaults().quantization(Quantization.UINT8));
    // #endregion quantization
    for (Path file : new Path[] {half, quarter}) {
      try (Model loaded = Models.load(file)) {
        assertThat(loaded.predict(x).data())
            .containsExactly(model.predict(x).data(), within(0.02f));
      }
    }
    assertThat(weightsSize(half)).isEqualTo(2 * 7850);
    assertThat(weightsSize(quarter)).isEqualTo(7850);
    Throwable thrown =
        catchThrowable(
            () ->
                model.save(
                    folder.resolve("digits.keras"),
                    SaveOptions.defaults().quantization(Quantization.UINT8)));
    Pages.assertShown("saving.md", message(thrown));
  }

  private static long weightsSize(Path modelJson) throws IOException {
    try (Stream<Path> files = Files.list(modelJson.getParent())) {
      Path weights = files.filter(file -> !file.equals(modelJson)).findFirst().orElseThrow();
      return Files.size(weights);
    }
  }

  private String message(Throwable thrown) {
    return thrown.getMessage().replace(folder + "/", "");
  }

  @Test
  void a_name_says_the_format() {
    Throwable thrown = catchThrowable(() -> model.save(folder.resolve("digits.model")));
    Pages.assertShown("saving.md", message(thrown));
    model.save(folder.resolve("digits.onnx"));
    assertThatThrownBy(() -> Models.load(folder.resolve("digits.onnx")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_damaged_file_is_refused_by_name() throws IOException {
    Path file = folder.resolve("digits.keras");
    model.save(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    Throwable thrown = catchThrowable(() -> Models.load(file));
    assertThat(thrown).isInstanceOf(ModelFormatException.class);
    Pages.assertShown("saving.md", message(thrown));
  }

  @Test
  void what_a_file_cannot_carry_is_refused_and_an_older_file_stays() throws IOException {
    Path file = folder.resolve("digits.keras");
    model.save(file);
    byte[] before = Files.readAllBytes(file);
    try (Model own =
        model
            .architecture()
            .compile(adam(), Losses.custom("mine", (target, output, gradient) -> 0))) {
      Throwable thrown = catchThrowable(() -> own.save(file));
      Pages.assertShown("saving.md", message(thrown));
      own.saveWeights(folder.resolve("own.weights.h5"));
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void code_in_a_file_is_not_run() {
    String json = model.toJson().replace("\"class_name\":\"Flatten\"", "\"class_name\":\"Lambda\"");
    assertThatThrownBy(() -> Sequential.fromJson(json))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("Lambda");
  }
}
