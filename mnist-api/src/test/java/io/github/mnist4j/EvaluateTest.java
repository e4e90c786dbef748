package io.github.mnist4j;

import static io.github.mnist4j.callbacks.Verbosity.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.FakeEngine;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateTest {
  private final Dataset data = Blobs.dataset(70, 1);

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 32, 70, 1000, Integer.MAX_VALUE})
  void scores_are_the_exact_means_at_any_batch_size(int batchSize) {
    try (Model model = TestModels.model()) {
      int[] guesses = model.predict(data).argmax();
      int[] labels = Blobs.labels(70, 1);
      long hits = IntStream.range(0, 70).filter(i -> guesses[i] == labels[i]).count();
      double loss =
          IntStream.range(0, 70)
              .mapToDouble(i -> model.evaluate(data.rows(i), 1, SILENT).loss())
              .average()
              .orElseThrow();
      Scores scores = model.evaluate(data, batchSize, SILENT);
      assertThat(scores.accuracy()).isEqualTo(hits / 70.0);
      assertThat(scores.loss()).isCloseTo(loss, within(1e-9));
    }
  }

  @Test
  void evaluating_changes_nothing() {
    try (Model model = TestModels.model()) {
      var before = model.weights();
      model.evaluate(data, 32, SILENT);
      assertThat(model.weights()).isEqualTo(before);
    }
  }

  @Test
  void a_batch_has_a_sample() {
    try (Model model = TestModels.model()) {
      assertThatThrownBy(() -> model.evaluate(data, 0, SILENT))
          .hasMessage("evaluate: batchSize must be at least 1, got 0");
    }
  }

  @Test
  void accuracy_is_resolved_by_the_shapes() {
    Tensor x = Tensor.of(Shape.of(2, 1), 0, 1);
    CompileOptions options =
        CompileOptions.of(Optimizers.sgd(), Losses.meanSquaredError(), Metrics.accuracy())
            .engine(new FakeEngine())
            .seed(1);
    try (Model model = Sequential.of(Layers.Dense(1)).compile(options)) {
      model.predict(x);
      model.load(
          io.github.mnist4j.spi.Weights.builder()
              .add("dense/kernel", Tensor.of(Shape.of(1, 1), 2))
              .add("dense/bias", Tensor.of(Shape.of(1), -0.6f))
              .build());
      Dataset binary = Dataset.of(x, 0, 1);
      assertThat(model.evaluate(binary, 2, SILENT).accuracy()).isEqualTo(1);
      assertThat(model.evaluate(Dataset.of(x, 1, 1), 2, SILENT).accuracy()).isEqualTo(0.5);
    }
  }

  @Test
  void predict_takes_tensors_and_data_sets_of_any_length() {
    try (Model model = TestModels.model()) {
      Dataset many = Blobs.dataset(300, 4);
      Tensor output = model.predict(many);
      assertThat(output.shape()).isEqualTo(Shape.of(300, 3));
      assertThat(model.predict(Blobs.x(300, 4))).isEqualTo(output);
      assertThat(model.predict(many.take(0)).shape()).isEqualTo(Shape.of(0, 3));
      assertThat(model.predict(Blobs.x(0, 4)).shape()).isEqualTo(Shape.of(0, 3));
    }
  }
}
