package io.github.mnist4j.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SchedulesTest {
  @Test
  void defaults_are_keras() {
    assertThat(Schedules.cosineDecay(0.1, 5)).isEqualTo(new CosineDecay(0.1, 5, 0, null, 0));
    assertThat(Schedules.cosineDecayRestarts(0.1, 5))
        .isEqualTo(new CosineDecayRestarts(0.1, 5, 2, 1, 0));
    assertThat(Schedules.exponentialDecay(0.1, 5, 0.9))
        .isEqualTo(new ExponentialDecay(0.1, 5, 0.9, false));
    assertThat(Schedules.inverseTimeDecay(0.1, 5, 0.9))
        .isEqualTo(new InverseTimeDecay(0.1, 5, 0.9, false));
    assertThat(Schedules.polynomialDecay(0.1, 5))
        .isEqualTo(new PolynomialDecay(0.1, 5, 1e-4, 1, false));
  }

  @Test
  void a_wither_changes_one_thing() {
    assertThat(Schedules.cosineDecay(0, 5).alpha(0.1).warmup(0.2, 3))
        .isEqualTo(new CosineDecay(0, 5, 0.1, 0.2, 3));
    assertThat(Schedules.cosineDecayRestarts(0.1, 5).tMul(3).mMul(0.5).alpha(0.2))
        .isEqualTo(new CosineDecayRestarts(0.1, 5, 3, 0.5, 0.2));
    assertThat(Schedules.exponentialDecay(0.1, 5, 0.9).staircase(true).staircase()).isTrue();
    assertThat(Schedules.inverseTimeDecay(0.1, 5, 0.9).staircase(true).staircase()).isTrue();
    assertThat(Schedules.polynomialDecay(0.1, 5).endLearningRate(0.01).power(2).cycle(true))
        .isEqualTo(new PolynomialDecay(0.1, 5, 0.01, 2, true));
  }

  @Test
  void an_optimizer_takes_one_or_a_number() {
    Schedule schedule = Schedules.exponentialDecay(0.25, 5, 0.9);
    Adam adam = Optimizers.adam().learningRate(schedule);
    assertThat(adam.options().schedule()).isEqualTo(schedule);
    assertThat(adam.learningRate()).isEqualTo(0.25);
    assertThat(adam.learningRate(0.5)).isEqualTo(Optimizers.adam(0.5));
    assertThat(Optimizers.sgd().learningRate(step -> 1.0 / (step + 2)).learningRate())
        .isEqualTo(0.5);
    assertThat(Optimizers.sgd().learningRate(Schedules.cosineDecay(0, 9).warmup(1, 2)))
        .extracting(SGD::learningRate)
        .isEqualTo(0.0);
  }

  @Test
  void ranges_are_checked() {
    refused(
        () -> Schedules.exponentialDecay(-1, 5, 0.9),
        "ExponentialDecay: initialLearningRate must be zero or more and finite, got -1.0");
    refused(
        () -> Schedules.exponentialDecay(1, 0, 0.9),
        "ExponentialDecay: decaySteps must be at least 1, got 0");
    refused(
        () -> Schedules.exponentialDecay(1, 5, 0),
        "ExponentialDecay: decayRate must be positive and finite, got 0.0");
    refused(
        () -> Schedules.inverseTimeDecay(1, 5, -1),
        "InverseTimeDecay: decayRate must be zero or more and finite, got -1.0");
    refused(
        () -> Schedules.polynomialDecay(1, 5).power(0),
        "PolynomialDecay: power must be positive and finite, got 0.0");
    refused(
        () -> Schedules.cosineDecay(1, 5).warmup(Double.NaN, 1),
        "CosineDecay: warmupTarget must be zero or more and finite, got NaN");
    refused(
        () -> Schedules.cosineDecayRestarts(1, 5).tMul(0.5),
        "CosineDecayRestarts: tMul must be finite and at least 1.0, got 0.5");
    refused(() -> Schedules.oneCycle(1, 1), "OneCycle: totalSteps must be at least 2, got 1");
    refused(
        () -> Schedules.oneCycle(1, 5).pctStart(1.5),
        "OneCycle: pctStart must be finite and at most 1.0, got 1.5");
    refused(
        () -> Schedules.piecewiseConstantDecay(List.of(1), List.of(0.1)),
        "PiecewiseConstantDecay: values must be one more than boundaries, got 1 and 1");
    refused(
        () -> Schedules.piecewiseConstantDecay(List.of(2, 2), List.of(0.1, 0.2, 0.3)),
        "PiecewiseConstantDecay: boundaries must grow, got [2, 2]");
    refused(
        () -> Optimizers.sgd().learningRate(step -> Double.NaN),
        "optimizer: learningRate must be zero or more and finite, got NaN");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
