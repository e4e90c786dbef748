package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.FakeEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FitOptionsTest {
  private final FitOptions options = FitOptions.epochs(5);

  @Test
  void defaults_are_keras() {
    assertThat(options)
        .isEqualTo(
            new FitOptions(
                5,
                32,
                null,
                0,
                true,
                0,
                Verbosity.AUTO,
                List.of(),
                null,
                null,
                null,
                1,
                List.of(),
                Map.of()));
  }

  @Test
  void a_wither_changes_one_thing() {
    Dataset data = Blobs.dataset(1, 1);
    Callback one = new Callback() {};
    Callback two = new Callback() {};
    assertThat(
            options
                .batchSize(8)
                .validationData(data)
                .shuffle(false)
                .initialEpoch(2)
                .verbose(2)
                .classWeight(Map.of(1, 2.0))
                .callbacks(one)
                .callbacks(two))
        .isEqualTo(
            new FitOptions(
                5,
                8,
                data,
                0,
                false,
                2,
                Verbosity.LINE,
                List.of(one, two),
                null,
                null,
                null,
                1,
                List.of(),
                Map.of(1, 2.0)));
    assertThat(options.stepsPerEpoch(7).validationBatchSize(3).validationSteps(4).validationFreq(2))
        .isEqualTo(
            new FitOptions(
                5,
                32,
                null,
                0,
                true,
                0,
                Verbosity.AUTO,
                List.of(),
                7,
                3,
                4,
                2,
                List.of(),
                Map.of()));
    assertThat(options.validationFreq(List.of(1, 3)).validationEpochs()).containsExactly(1, 3);
    assertThat(options.validationFreq(List.of(1, 3)).validationFreq(2).validationEpochs())
        .isEmpty();
    assertThat(options.validationSplit(0.2).validationSplit()).isEqualTo(0.2);
  }

  @Test
  void ranges_are_checked() {
    assertThatThrownBy(() -> FitOptions.epochs(-1))
        .hasMessage("fit: epochs must be at least 0, got -1");
    assertThatThrownBy(() -> options.batchSize(0))
        .hasMessage("fit: batchSize must be at least 1, got 0");
    assertThatThrownBy(() -> options.validationSplit(1))
        .hasMessage("fit: validationSplit must be at least 0.0 and less than 1.0, got 1.0");
    assertThatThrownBy(() -> options.initialEpoch(-1))
        .hasMessage("fit: initialEpoch must be at least 0, got -1");
    assertThatThrownBy(() -> options.stepsPerEpoch(0))
        .hasMessage("fit: stepsPerEpoch must be at least 1, got 0");
    assertThatThrownBy(() -> options.validationSteps(0))
        .hasMessage("fit: validationSteps must be at least 1, got 0");
    assertThatThrownBy(() -> options.validationBatchSize(0))
        .hasMessage("fit: validationBatchSize must be at least 1, got 0");
    assertThatThrownBy(() -> options.validationFreq(0))
        .hasMessage("fit: validationFreq must be at least 1, got 0");
    assertThatThrownBy(() -> options.validationFreq(List.of(2, 0)))
        .hasMessage("fit: an epoch of validationFreq must be at least 1, got 0");
    assertThatThrownBy(() -> options.validationFreq(List.of()))
        .hasMessage("fit: validationFreq must have at least one epoch");
    assertThatThrownBy(() -> options.verbose(3))
        .hasMessage("verbose: the number must be 0, 1 or 2, got 3");
    assertThatThrownBy(() -> options.classWeight(Map.of(-1, 1.0)))
        .hasMessage("fit: classWeight's class must be at least 0, got -1");
    assertThatThrownBy(() -> options.classWeight(Map.of(3, Double.NaN)))
        .hasMessage("fit: classWeight of class 3 must be finite, got NaN");
  }

  @Test
  void validation_comes_from_one_place() {
    assertThatThrownBy(() -> options.validationSplit(0.1).validationData(Blobs.dataset(1, 1)))
        .hasMessage("fit: give validationData or validationSplit, not both");
  }

  @Test
  void compile_options_have_withers_of_their_own() {
    FakeEngine engine = new FakeEngine();
    CompileOptions compile =
        CompileOptions.of(Optimizers.sgd(), Losses.meanSquaredError(), Metrics.accuracy());
    assertThat(compile.seed()).isNull();
    assertThat(compile.engine()).isNull();
    assertThat(compile.seed(3).engine(engine))
        .isEqualTo(
            new CompileOptions(
                Optimizers.sgd(),
                Losses.meanSquaredError(),
                List.of(Metrics.accuracy()),
                3L,
                engine));
  }
}
