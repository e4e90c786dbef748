package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.Weights;
import org.junit.jupiter.api.Test;

class LearningRateTest {
  private static Callback rate(double rate) {
    return new Callback() {
      @Override
      public void onEpochBegin(TrainingContext training, int epoch) {
        training.learningRate(rate);
      }
    };
  }

  @Test
  void a_callbacks_learning_rate_is_the_one_steps_are_made_with() {
    try (Model model = TestModels.model()) {
      Weights before = model.weights();
      model.fit(Blobs.dataset(20, 1), epochs(2).callbacks(rate(0)));
      assertThat(model.weights()).isEqualTo(before);
    }
  }

  @Test
  void it_stays_for_later_trainings() {
    try (Model model = TestModels.model()) {
      assertThat(model.learningRate()).isEqualTo(0.01);
      model.fit(Blobs.dataset(20, 1), epochs(1).callbacks(rate(0.5)));
      assertThat(model.learningRate()).isEqualTo(0.5);
    }
  }

  @Test
  void it_is_zero_or_more() {
    try (Model model = TestModels.model()) {
      assertThatThrownBy(
              () -> model.fit(Blobs.dataset(20, 1), epochs(1).callbacks(rate(Double.NaN))))
          .hasMessage("training: learningRate must be zero or more and finite, got NaN");
      assertThat(model.learningRate()).isEqualTo(0.01);
    }
  }
}
