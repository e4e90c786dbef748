package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.Weights;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerStateTest {
  static Stream<Optimizer> optimizers() {
    return Stream.concat(
        Optimizers.TYPES.values().stream(),
        Stream.of(
            Optimizers.adam().amsgrad(true),
            Optimizers.rmsprop().momentum(0.5).centered(true),
            Optimizers.sgd().momentum(0.9),
            Optimizers.sgd().momentum(0.9).nesterov(true),
            Optimizers.nadam().gradientAccumulationSteps(2).ema(0.9).emaOverwriteFrequency(2)));
  }

  private static void train(Program program, int from, int to) {
    for (int step = from; step < to; step++) {
      program.train(Pictures.batch(8, Programs.SIDE, step), 0.01);
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_training_that_is_taken_up_again_goes_on_as_if_it_had_not_stopped(Optimizer optimizer) {
    try (Program one = Programs.program(optimizer);
        Program other = Programs.program(optimizer)) {
      train(one, 0, 3);
      other.load(one.weights());
      other.loadOptimizerState(one.optimizerState());
      train(one, 3, 6);
      train(other, 3, 6);
      assertThat(other.weights()).isEqualTo(one.weights());
      assertThat(other.optimizerState()).isEqualTo(one.optimizerState());
    }
  }

  @Test
  void adam_has_two_slots_a_parameter_behind_the_iteration() {
    try (Program program = Programs.program(Optimizers.adam())) {
      assertThat(program.optimizerState())
          .hasToString(
              "weights iteration()"
                  + " conv2d_0/kernel/momentum(3, 3, 1, 4) conv2d_0/kernel/velocity(3, 3, 1, 4)"
                  + " conv2d_0/bias/momentum(4,) conv2d_0/bias/velocity(4,)"
                  + " dense_4/kernel/momentum(36, 10) dense_4/kernel/velocity(36, 10)"
                  + " dense_4/bias/momentum(10,) dense_4/bias/velocity(10,)");
    }
  }

  @Test
  void what_all_optimizers_can_do_has_its_slots_before_the_others() {
    try (Program program =
        Programs.program(Optimizers.nadam().ema(0.9).gradientAccumulationSteps(2))) {
      String state = program.optimizerState().toString();
      assertThat(state)
          .startsWith(
              "weights iteration() conv2d_0/kernel/average(3, 3, 1, 4) conv2d_0/bias/average(4,)"
                  + " dense_4/kernel/average(36, 10) dense_4/bias/average(10,)"
                  + " conv2d_0/kernel/gradient_accumulator(3, 3, 1, 4)")
          .endsWith(" dense_4/bias/velocity(10,) u_product()");
    }
  }

  @Test
  void plain_gradient_descent_has_the_iteration_alone() {
    try (Program program = Programs.program(Optimizers.sgd())) {
      train(program, 0, 2);
      assertThat(program.optimizerState()).hasToString("weights iteration()");
      assertThat(program.optimizerState().get("iteration").data()).containsExactly(2);
    }
  }

  @Test
  void the_state_of_another_optimizer_is_refused_and_changes_nothing() {
    try (Program adam = Programs.program(Optimizers.adam());
        Program sgd = Programs.program(Optimizers.sgd())) {
      train(adam, 0, 1);
      Weights before = adam.optimizerState();
      assertThatThrownBy(() -> adam.loadOptimizerState(sgd.optimizerState()))
          .isInstanceOf(ShapeException.class);
      assertThat(adam.optimizerState()).isEqualTo(before);
    }
  }
}
