package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassWeightTest {
  private static final int SIZE = 20;
  private static final Map<Integer, Double> WEIGHTS = Map.of(0, 0.5, 2, 3.0);

  private final Dataset data = Blobs.dataset(SIZE, 1);

  private static float[] bySample() {
    float[] weights = new float[SIZE];
    int[] labels = Blobs.labels(SIZE, 1);
    for (int i = 0; i < SIZE; i++) {
      weights[i] = labels[i] == 0 ? 0.5f : labels[i] == 2 ? 3 : 1;
    }
    return weights;
  }

  private static Dataset oneHot() {
    Tensor y = Tensor.zeros(Shape.of(SIZE, 3));
    int[] labels = Blobs.labels(SIZE, 1);
    for (int i = 0; i < SIZE; i++) {
      y.data()[i * 3 + labels[i]] = 1;
    }
    return Dataset.of(Blobs.x(SIZE, 1), y);
  }

  @Test
  void samples_count_by_their_class_in_training_alone() {
    try (Model byClass = TestModels.model();
        Model bySample = TestModels.model()) {
      History one =
          byClass.fit(data, epochs(2).batchSize(7).classWeight(WEIGHTS).validationData(data));
      History other =
          bySample.fit(data.weighted(bySample()), epochs(2).batchSize(7).validationData(data));
      assertThat(one).hasToString(other.toString());
      assertThat(byClass.weights()).isEqualTo(bySample.weights());
      assertThat(one.last("val_loss"))
          .isCloseTo(byClass.evaluate(data, 32, Verbosity.SILENT).loss(), within(1e-12));
    }
  }

  @Test
  void the_class_of_a_one_hot_target_is_its_greatest() {
    CompileOptions dense =
        CompileOptions.of(
                io.github.mnist4j.optimizers.Optimizers.adam(0.01),
                Losses.categoricalCrossentropy().fromLogits())
            .engine(new io.github.mnist4j.spi.FakeEngine())
            .seed(TestModels.SEED);
    try (Model byClass = TestModels.network().compile(dense);
        Model bySample = TestModels.network().compile(dense)) {
      byClass.fit(oneHot(), epochs(2).classWeight(WEIGHTS));
      bySample.fit(oneHot().weighted(bySample()), epochs(2));
      assertThat(byClass.weights()).isEqualTo(bySample.weights());
    }
  }

  @Test
  void weights_count_when_testing() {
    try (Model model = TestModels.model()) {
      double sum = 0;
      for (int i = 0; i < SIZE; i++) {
        double loss = model.evaluate(data.rows(i), 1, Verbosity.SILENT).loss();
        sum += bySample()[i] * loss;
      }
      Scores scores = model.evaluate(data.weighted(bySample()), 7, Verbosity.SILENT);
      assertThat(scores.loss()).isCloseTo(sum / SIZE, within(1e-9));
      assertThat(scores.accuracy()).isEqualTo(model.evaluate(data, 7, Verbosity.SILENT).accuracy());
    }
  }

  @Test
  void a_split_keeps_each_samples_weight() {
    try (Model whole = TestModels.model();
        Model parts = TestModels.model()) {
      Dataset weighted = data.weighted(bySample());
      History one = whole.fit(weighted, epochs(1).validationSplit(0.25));
      History other =
          parts.fit(weighted.range(0, 15), epochs(1).validationData(weighted.range(15, 20)));
      assertThat(one).hasToString(other.toString());
    }
  }

  private void assertRefused(Dataset data, Map<Integer, Double> weights, String message) {
    try (Model model = TestModels.model()) {
      assertThatThrownBy(() -> model.fit(data, epochs(1).classWeight(weights)))
          .isInstanceOf(DataException.class)
          .hasMessage(message + "\n  see:      " + Problem.SITE + "#class-weight");
      assertThat(model.fit(this.data, epochs(1)).last("loss")).isPositive();
    }
  }

  @Test
  void samples_are_not_weighted_twice() {
    assertRefused(
        data.weighted(bySample()),
        WEIGHTS,
        "samples are weighted twice: by their class and one by one\n"
            + "  expected: classWeight, or a weighted data set\n"
            + "  got:      both\n"
            + "  fix:      multiply them yourself, and give the data set the products:"
            + " .weighted(…)");
  }

  @Test
  void a_class_that_is_not_there_has_no_weight() {
    assertRefused(
        data,
        Map.of(7, 1.0, 3, 2.0),
        "classWeight has a class that the network has not\n"
            + "  expected: classes from 0 to 2\n"
            + "  got:      class 3\n"
            + "  fix:      count classes from 0");
  }

  @Test
  void targets_of_many_places_are_of_no_class() {
    Dataset places = Dataset.of(Tensor.zeros(Shape.of(4, 1)), Tensor.zeros(Shape.of(4, 2, 2)));
    assertThatThrownBy(() -> new ClassWeights(WEIGHTS, places, Shape.of(2, 2)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "classWeight needs samples of one class each\n"
                + "  expected: class numbers, y of shape (n,), or one-hot targets, y of shape (n,"
                + " classes)\n"
                + "  got:      y of shape (n, 2, 2)\n"
                + "  fix:      weight the samples one by one: .weighted(…)\n"
                + "  see:      "
                + Problem.SITE
                + "#class-weight");
  }
}
