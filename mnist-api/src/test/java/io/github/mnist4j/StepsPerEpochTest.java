package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static io.github.mnist4j.callbacks.Callbacks.onBatchEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.Weights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsPerEpochTest {
  private final Dataset data = Blobs.dataset(22, 1); // three batches of 8, 8 and 6

  private List<Weights> behindSteps(FitOptions options) {
    List<Weights> weights = new ArrayList<>();
    try (Model model = TestModels.model()) {
      model.fit(
          data,
          options
              .batchSize(8)
              .callbacks(onBatchEnd((training, batch, logs) -> weights.add(training.weights()))));
    }
    return weights;
  }

  @Test
  void the_steps_are_the_same_however_they_are_cut_into_epochs() {
    List<Weights> whole = behindSteps(epochs(4));
    assertThat(whole).hasSize(12);
    assertThat(behindSteps(epochs(4).stepsPerEpoch(3))).isEqualTo(whole);
    assertThat(behindSteps(epochs(12).stepsPerEpoch(1))).isEqualTo(whole);
    assertThat(behindSteps(epochs(3).stepsPerEpoch(4))).isEqualTo(whole);
    assertThat(behindSteps(epochs(1).stepsPerEpoch(12))).isEqualTo(whole);
    assertThat(behindSteps(epochs(2).stepsPerEpoch(5))).isEqualTo(whole.subList(0, 10));
    assertThat(behindSteps(epochs(2).shuffle(false).stepsPerEpoch(5)))
        .isEqualTo(behindSteps(epochs(4).shuffle(false)).subList(0, 10));
  }

  @Test
  void callbacks_are_told_of_the_epochs_steps() {
    List<String> steps = new ArrayList<>();
    try (Model model = TestModels.model()) {
      model.fit(
          data,
          epochs(2)
              .batchSize(8)
              .stepsPerEpoch(4)
              .callbacks(
                  onBatchEnd(
                      (training, batch, logs) -> steps.add(batch + " of " + training.steps()))));
    }
    assertThat(steps)
        .containsExactly(
            "0 of 4", "1 of 4", "2 of 4", "3 of 4", "0 of 4", "1 of 4", "2 of 4", "3 of 4");
  }

  @Test
  void how_to_test_needs_data_to_test_on() {
    try (Model model = TestModels.model()) {
      for (FitOptions options :
          List.of(
              epochs(1).validationFreq(2),
              epochs(1).validationFreq(List.of(1)),
              epochs(1).validationSteps(1),
              epochs(1).validationBatchSize(1))) {
        assertThatThrownBy(() -> model.fit(data, options))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "fit: validationBatchSize, validationSteps and validationFreq need validationData"
                    + " or validationSplit");
      }
    }
  }

  @Test
  void epochs_without_a_validation_have_nan_in_the_history() {
    try (Model model = TestModels.model()) {
      History history = model.fit(data, epochs(3).validationSplit(0.2).validationFreq(2));
      assertThat(history.get("val_loss")[0]).isNaN();
      assertThat(history.get("val_loss")[1]).isFinite();
      assertThat(history.get("val_loss")[2]).isNaN();
    }
  }
}
