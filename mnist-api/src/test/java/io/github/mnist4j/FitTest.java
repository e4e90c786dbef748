package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static io.github.mnist4j.callbacks.Verbosity.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.spi.Blobs;
import org.junit.jupiter.api.Test;

class FitTest {
  private final Dataset data = Blobs.dataset(70, 1);

  @Test
  void training_learns() {
    try (Model model = TestModels.model()) {
      History history = model.fit(data, epochs(40));
      assertThat(history.last("loss")).isLessThan(history.get("loss")[0] / 4);
      assertThat(model.evaluate(Blobs.dataset(100, 2), 32, SILENT).accuracy()).isGreaterThan(0.95);
    }
  }

  @Test
  void the_history_has_keras_names_in_keras_order() {
    try (Model model = TestModels.model()) {
      History history = model.fit(data, epochs(2).validationData(Blobs.dataset(9, 3)));
      assertThat(history.names()).containsExactly("accuracy", "loss", "val_accuracy", "val_loss");
      assertThat(history.epochs()).containsExactly(0, 1);
      assertThat(history.get("val_loss")).hasSize(2);
    }
  }

  @Test
  void validation_split_takes_the_last_rows() {
    try (Model split = TestModels.model();
        Model apart = TestModels.model()) {
      History one = split.fit(data, epochs(2).validationSplit(0.3));
      History other = apart.fit(data.range(0, 49), epochs(2).validationData(data.range(49, 70)));
      assertThat(one).hasToString(other.toString());
      assertThat(split.weights()).isEqualTo(apart.weights());
    }
  }

  @Test
  void a_split_that_leaves_nothing_is_refused() {
    try (Model model = TestModels.model()) {
      assertThatThrownBy(() -> model.fit(data.take(3), epochs(1).validationSplit(0.9)))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "the validation split leaves one side empty\n"
                  + "  expected: at least one sample on each side\n"
                  + "  got:      3 samples, validationSplit 0.9\n"
                  + "  see:      https://mnist4j.github.io/troubleshooting#empty-data");
    }
  }

  @Test
  void initial_epoch_says_where_counting_starts() {
    try (Model model = TestModels.model()) {
      assertThat(model.fit(data, epochs(4).initialEpoch(2)).epochs()).containsExactly(2, 3);
      assertThat(model.fit(data, epochs(2).initialEpoch(2)).epochs()).isEmpty();
    }
  }

  @Test
  void a_second_fit_goes_on() {
    try (Model model = TestModels.model()) {
      double end = model.fit(data, epochs(10)).last("loss");
      double[] more = model.fit(data, epochs(2)).get("loss");
      assertThat(more[0]).isLessThan(end);
    }
  }

  @Test
  void the_last_batch_counts_by_its_size() {
    try (Model model = TestModels.model();
        Model still = TestModels.model()) {
      Callback freeze =
          new Callback() {
            @Override
            public void onTrainBegin(TrainingContext training) {
              training.learningRate(0);
            }
          };
      History history = model.fit(data, epochs(1).batchSize(64).callbacks(freeze));
      Scores scores = still.evaluate(data, 70, SILENT);
      assertThat(history.last("loss")).isCloseTo(scores.loss(), within(1e-6));
      assertThat(history.last("accuracy")).isCloseTo(scores.accuracy(), within(1e-12));
    }
  }

  @Test
  void a_batch_may_be_larger_than_the_set() {
    try (Model all = TestModels.model();
        Model huge = TestModels.model()) {
      all.fit(data, epochs(2).batchSize(70));
      History history = huge.fit(data, epochs(2).batchSize(Integer.MAX_VALUE));
      assertThat(history.last("loss")).isPositive();
      assertThat(huge.weights()).isEqualTo(all.weights());
    }
  }
}
