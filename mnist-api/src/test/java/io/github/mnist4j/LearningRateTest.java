package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.optimizers.Schedule;
import io.github.mnist4j.optimizers.Schedules;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.FakeEngine;
import io.github.mnist4j.spi.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static Model scheduled(Schedule schedule) {
    return TestModels.network()
        .compile(
            CompileOptions.of(
                    Optimizers.sgd().learningRate(schedule),
                    Losses.sparseCategoricalCrossentropy().fromLogits())
                .engine(new FakeEngine())
                .seed(TestModels.SEED));
  }

  @Test
  void a_schedule_counts_the_steps_of_all_trainings() {
    Schedule schedule = Schedules.exponentialDecay(0.5, 1, 0.5);
    List<Double> rates = new ArrayList<>();
    Callback watch =
        new Callback() {
          @Override
          public void onBatchEnd(TrainingContext training, int step, Map<String, Double> logs) {
            rates.add(training.learningRate());
          }
        };
    try (Model model = scheduled(schedule)) {
      assertThat(model.learningRate()).isEqualTo(0.5);
      model.fit(Blobs.dataset(20, 1), epochs(1).batchSize(10).callbacks(watch));
      model.fit(Blobs.dataset(20, 1), epochs(1).batchSize(10).callbacks(watch));
      assertThat(rates).containsExactly(0.25, 0.125, 0.0625, 0.03125);
    }
  }

  @Test
  void each_step_is_made_with_the_rate_of_its_number() {
    try (Model model = scheduled(step -> step == 1 ? 0.1 : 0)) {
      Weights before = model.weights();
      model.fit(Blobs.dataset(10, 1), epochs(1).batchSize(10));
      assertThat(model.weights()).isEqualTo(before);
      model.fit(Blobs.dataset(10, 1), epochs(1).batchSize(10));
      Weights after = model.weights();
      assertThat(after).isNotEqualTo(before);
      model.fit(Blobs.dataset(10, 1), epochs(1).batchSize(10));
      assertThat(model.weights()).isEqualTo(after);
    }
  }

  @Test
  void a_schedule_goes_on_in_a_file(@TempDir Path folder) {
    for (String name : new String[] {"a.keras", "a.h5"}) {
      Path file = folder.resolve(name);
      Schedule schedule = Schedules.exponentialDecay(0.5, 1, 0.5);
      try (Model model = scheduled(schedule)) {
        model.fit(Blobs.dataset(20, 1), epochs(1).batchSize(10));
        model.save(file);
      }
      try (Model model = Models.load(file, new FakeEngine())) {
        assertThat(model.learningRate()).isEqualTo(0.125);
      }
    }
  }

  @Test
  void a_schedule_that_keras_has_not_cannot_be_saved(@TempDir Path folder) {
    Path file = folder.resolve("a.keras");
    try (Model model = scheduled(Schedules.oneCycle(0.5, 10))) {
      assertThatThrownBy(() -> model.save(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the schedule of the learning rate cannot be written to a file\n"
                  + "  expected: one that Keras has: CosineDecay, CosineDecayRestarts,"
                  + " ExponentialDecay, InverseTimeDecay, PiecewiseConstantDecay,"
                  + " PolynomialDecay\n"
                  + "  got:      io.github.mnist4j.optimizers.OneCycle\n"
                  + "  fix:      save the weights alone, or compile with another one before"
                  + " saving\n"
                  + "  see:      https://mnist4j.github.io/troubleshooting#schedule-not-written");
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void a_callback_cannot_set_what_a_schedule_says() {
    try (Model model = scheduled(Schedules.exponentialDecay(0.5, 1, 0.5))) {
      assertThatThrownBy(() -> model.fit(Blobs.dataset(20, 1), epochs(1).callbacks(rate(0.1))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the learning rate cannot be set, as the optimizer has a schedule of it\n"
                  + "  expected: an optimizer with one learning rate\n"
                  + "  got:      ExponentialDecay[initialLearningRate=0.5, decaySteps=1,"
                  + " decayRate=0.5, staircase=false]\n"
                  + "  fix:      compile with a number, or train without the callback that sets"
                  + " it\n"
                  + "  see:      https://mnist4j.github.io/troubleshooting#learning-rate-scheduled");
      assertThat(model.learningRate()).isEqualTo(0.5);
    }
  }

  @Test
  void a_schedule_that_gives_no_rate_says_so_and_trains_nothing() {
    try (Model model = scheduled(step -> step == 0 ? 0.1 : Double.NaN)) {
      model.fit(Blobs.dataset(10, 1), epochs(1).batchSize(10));
      Weights before = model.weights();
      assertThatThrownBy(() -> model.fit(Blobs.dataset(10, 1), epochs(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "schedule: the learning rate of step 2 must be zero or more and finite, got NaN");
      assertThat(model.weights()).isEqualTo(before);
    }
  }
}
