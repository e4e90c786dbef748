package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static io.github.mnist4j.callbacks.Verbosity.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.NonFiniteException;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OneBatchTest {
  private final Dataset data = Blobs.dataset(24, 1);

  @Test
  void steps_one_by_one_are_those_of_fit() {
    try (Model whole = TestModels.model();
        Model single = TestModels.model()) {
      History history = whole.fit(data, epochs(2).batchSize(8).shuffle(false));
      double sum = 0;
      for (int step = 0; step < 6; step++) {
        int from = step % 3 * 8;
        Scores scores = single.trainOnBatch(data.range(from, from + 8));
        sum += step < 3 ? scores.loss() : 0;
      }
      assertThat(single.weights()).isEqualTo(whole.weights());
      assertThat(sum / 3).isEqualTo(history.get("loss")[0]);
    }
  }

  @Test
  void arrays_and_sets_are_the_same_batch() {
    int[] labels = new int[24];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (int) data.y().data()[i];
    }
    try (Model a = TestModels.model();
        Model b = TestModels.model();
        Model c = TestModels.model()) {
      assertThat(a.testOnBatch(data.x(), data.y())).isEqualTo(b.testOnBatch(data));
      assertThat(a.testOnBatch(data.x(), labels)).isEqualTo(b.testOnBatch(data));
      Scores scores = a.trainOnBatch(data);
      assertThat(b.trainOnBatch(data.x(), data.y())).isEqualTo(scores);
      assertThat(c.trainOnBatch(data.x(), labels)).isEqualTo(scores);
      assertThat(a.weights()).isEqualTo(b.weights()).isEqualTo(c.weights());
    }
  }

  @Test
  void a_test_is_an_evaluation_and_changes_nothing() {
    try (Model model = TestModels.model()) {
      Weights before = model.weights();
      assertThat(model.testOnBatch(data).values())
          .isEqualTo(model.evaluate(data, 24, SILENT).values());
      assertThat(model.weights()).isEqualTo(before);
      assertThat(model.predictOnBatch(data.x())).isEqualTo(model.predict(data.x()));
    }
  }

  @Test
  void an_unbuilt_model_learns_its_shape_from_a_batch() {
    try (Model model = TestModels.unbuilt().compile(TestModels.options())) {
      model.trainOnBatch(data);
      assertThat(model.architecture().inputShape()).contains(Blobs.SAMPLE);
    }
  }

  @Test
  void bad_batches_change_nothing() {
    try (Model model = TestModels.model()) {
      Weights before = model.weights();
      assertThatThrownBy(() -> model.trainOnBatch(data.take(0)))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("the batch is empty");
      assertThatThrownBy(() -> model.trainOnBatch(data.x(), 0, 1))
          .isInstanceOf(DataException.class);
      assertThatThrownBy(() -> model.testOnBatch(Tensor.zeros(Shape.of(2, 7)), 0, 1))
          .isInstanceOf(ShapeException.class);
      assertThat(model.weights()).isEqualTo(before);
    }
  }

  @Test
  void a_loss_out_of_range_is_an_error() {
    Tensor huge = Tensor.zeros(Blobs.SAMPLE.prepend(1));
    Arrays.fill(huge.data(), Float.MAX_VALUE);
    try (Model model = TestModels.model()) {
      model.fit(data, epochs(30)); // so that the largest output is not the label's
      Weights before = model.weights();
      int wrong = (model.predict(huge).argmax()[0] + 1) % Blobs.CLASSES;
      assertThatThrownBy(() -> model.trainOnBatch(huge, wrong))
          .isInstanceOf(NonFiniteException.class)
          .hasMessageStartingWith("the loss became Infinity in trainOnBatch\n  expected: a finite");
      assertThat(model.weights()).isEqualTo(before);
    }
  }
}
