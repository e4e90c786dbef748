package io.github.mnist4j.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OptimizersTest {
  private static OptimizerOptions rate(double learningRate) {
    return OptimizerOptions.of(learningRate);
  }

  @Test
  void defaults_are_keras() {
    assertThat(Optimizers.adadelta()).isEqualTo(new Adadelta(0.95, 1e-7, rate(0.001)));
    assertThat(Optimizers.adagrad()).isEqualTo(new Adagrad(0.1, 1e-7, rate(0.001)));
    assertThat(Optimizers.adam()).isEqualTo(new Adam(0.9, 0.999, 1e-7, false, rate(0.001)));
    assertThat(Optimizers.adamW())
        .isEqualTo(new AdamW(0.9, 0.999, 1e-7, false, rate(0.001).weightDecay(0.004)));
    assertThat(Optimizers.adamax()).isEqualTo(new Adamax(0.9, 0.999, 1e-7, rate(0.001)));
    assertThat(Optimizers.ftrl()).isEqualTo(new Ftrl(-0.5, 0.1, 0, 0, 0, 0, rate(0.001)));
    assertThat(Optimizers.lion()).isEqualTo(new Lion(0.9, 0.99, rate(0.001)));
    assertThat(Optimizers.nadam()).isEqualTo(new Nadam(0.9, 0.999, 1e-7, rate(0.001)));
    assertThat(Optimizers.rmsprop()).isEqualTo(new RMSprop(0.9, 0, 1e-7, false, rate(0.001)));
    assertThat(Optimizers.sgd()).isEqualTo(new SGD(0, false, rate(0.01)));
  }

  @Test
  void names_are_read_in_upper_and_lower_case() {
    assertThat(Optimizers.named("adam")).isEqualTo(Optimizers.adam());
    assertThat(Optimizers.named("Adam")).isEqualTo(Optimizers.adam());
    assertThat(Optimizers.named("SGD")).isEqualTo(Optimizers.sgd());
  }

  @Test
  void an_unknown_name_says_what_was_meant() {
    assertThatThrownBy(() -> Optimizers.named("Adamm"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown optimizer 'Adamm'\n"
                + "  expected: one of adadelta, adagrad, adam, adamax, adamw, ftrl, lion, nadam,"
                + " rmsprop, sgd\n"
                + "  fix:      did you mean 'adam'?\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#unknown-name");
  }

  @Test
  void a_wither_changes_one_thing() {
    assertThat(
            Optimizers.adam().learningRate(0.1).beta1(0.8).beta2(0.9).epsilon(1e-3).amsgrad(true))
        .isEqualTo(new Adam(0.8, 0.9, 1e-3, true, rate(0.1)));
    assertThat(Optimizers.adamW().weightDecay(0.1).amsgrad(true))
        .isEqualTo(new AdamW(0.9, 0.999, 1e-7, true, rate(0.001).weightDecay(0.1)));
    assertThat(Optimizers.sgd(0.1).momentum(0.9).nesterov(true).learningRate(0.2))
        .isEqualTo(new SGD(0.9, true, rate(0.2)));
    assertThat(Optimizers.rmsprop().rho(0.8).momentum(0.7).epsilon(0.1).centered(true))
        .isEqualTo(new RMSprop(0.8, 0.7, 0.1, true, rate(0.001)));
    assertThat(
            Optimizers.ftrl()
                .learningRatePower(-0.4)
                .initialAccumulatorValue(0.2)
                .l1RegularizationStrength(0.3)
                .l2RegularizationStrength(0.4)
                .l2ShrinkageRegularizationStrength(0.5)
                .beta(0.6))
        .isEqualTo(new Ftrl(-0.4, 0.2, 0.3, 0.4, 0.5, 0.6, rate(0.001)));
  }

  @Test
  void what_all_optimizers_have_is_set_on_each() {
    assertThat(
            Optimizers.rmsprop()
                .weightDecay(0.1)
                .clipnorm(0.2)
                .ema(0.3)
                .emaOverwriteFrequency(4)
                .gradientAccumulationSteps(5)
                .rho(0.6))
        .isEqualTo(
            new RMSprop(
                0.6,
                0,
                1e-7,
                false,
                new OptimizerOptions(0.001, null, 0.1, 0.2, null, null, true, 0.3, 4, 5)));
    assertThat(Optimizers.sgd().globalClipnorm(2).useEma(true).emaMomentum(0.5).options())
        .isEqualTo(new OptimizerOptions(0.01, null, null, null, 2.0, null, true, 0.5, null, null));
    assertThat(Optimizers.sgd().clipvalue(3).options())
        .isEqualTo(
            new OptimizerOptions(0.01, null, null, null, null, 3.0, false, 0.99, null, null));
  }

  @Test
  void gradients_are_clipped_in_one_way() {
    refused(
        () -> Optimizers.adam().clipnorm(1).clipvalue(0.5),
        "an optimizer clips gradients in more than one way\n"
            + "  expected: one of clipnorm, globalClipnorm and clipvalue\n"
            + "  got:      clipnorm 1.0, globalClipnorm null, clipvalue 0.5\n"
            + "  see:      https://mnist4j.github.io/troubleshooting#clipped-twice");
  }

  @Test
  void ranges_are_checked() {
    refused(
        () -> Optimizers.adam(0), "optimizer: learningRate must be positive and finite, got 0.0");
    refused(
        () -> Optimizers.sgd(Double.NaN),
        "optimizer: learningRate must be positive and finite, got NaN");
    refused(
        () -> Optimizers.adam().beta1(1),
        "Adam: beta1 must be at least 0.0 and less than 1.0, got 1.0");
    refused(
        () -> Optimizers.adam().beta2(-0.1),
        "Adam: beta2 must be at least 0.0 and less than 1.0, got -0.1");
    refused(
        () -> Optimizers.adam().epsilon(0), "Adam: epsilon must be positive and finite, got 0.0");
    refused(
        () -> Optimizers.adamW().weightDecay(-1),
        "optimizer: weightDecay must be zero or more and finite, got -1.0");
    refused(() -> Optimizers.adamW().options(rate(1)), "AdamW: weightDecay must not be null");
    refused(
        () -> Optimizers.adamax().epsilon(0),
        "Adamax: epsilon must be positive and finite, got 0.0");
    refused(
        () -> Optimizers.nadam().beta1(Double.NaN),
        "Nadam: beta1 must be at least 0.0 and less than 1.0, got NaN");
    refused(
        () -> Optimizers.sgd().momentum(1.01),
        "SGD: momentum must be finite and at most 1.0, got 1.01");
    refused(
        () -> Optimizers.rmsprop().rho(1),
        "RMSprop: rho must be at least 0.0 and less than 1.0, got 1.0");
    refused(
        () -> Optimizers.rmsprop().momentum(-1),
        "RMSprop: momentum must be zero or more and finite, got -1.0");
    refused(
        () -> Optimizers.adagrad().initialAccumulatorValue(-1),
        "Adagrad: initialAccumulatorValue must be zero or more and finite, got -1.0");
    refused(
        () -> Optimizers.adadelta().rho(-1),
        "Adadelta: rho must be at least 0.0 and less than 1.0, got -1.0");
    refused(() -> Optimizers.lion().beta1(0), "Lion: beta1 must be positive and finite, got 0.0");
    refused(
        () -> Optimizers.lion().beta1(1.5), "Lion: beta1 must be finite and at most 1.0, got 1.5");
    refused(
        () -> Optimizers.ftrl().learningRatePower(0.5),
        "Ftrl: learningRatePower must be finite and at most 0.0, got 0.5");
    refused(
        () -> Optimizers.ftrl().l1RegularizationStrength(-1),
        "Ftrl: l1RegularizationStrength must be zero or more and finite, got -1.0");
    refused(
        () -> Optimizers.sgd().clipnorm(0),
        "optimizer: clipnorm must be positive and finite, got 0.0");
    refused(
        () -> Optimizers.sgd().globalClipnorm(-1),
        "optimizer: globalClipnorm must be positive and finite, got -1.0");
    refused(
        () -> Optimizers.sgd().clipvalue(Double.NaN),
        "optimizer: clipvalue must be positive and finite, got NaN");
    refused(
        () -> Optimizers.sgd().ema(1.1),
        "optimizer: emaMomentum must be finite and at most 1.0, got 1.1");
    refused(
        () -> Optimizers.sgd().emaOverwriteFrequency(0),
        "optimizer: emaOverwriteFrequency must be at least 1, got 0");
    refused(
        () -> Optimizers.sgd().gradientAccumulationSteps(1),
        "optimizer: gradientAccumulationSteps must be at least 2, got 1");
    assertThat(Optimizers.sgd().momentum(1).momentum()).isEqualTo(1);
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
