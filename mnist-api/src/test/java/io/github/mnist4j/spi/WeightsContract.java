package io.github.mnist4j.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What giving and taking weights and the optimizer's state promise. */
abstract class WeightsContract extends PredictContract {
  @Test
  void weights_start_as_the_description_says() {
    NetworkSpec network = TestNetworks.forBlobs(Optimizers.adam(), 11);
    try (Program program = engine().compile(network)) {
      assertThat(program.weights()).isEqualTo(network.initialWeights());
    }
  }

  @Test
  void weights_are_a_copy() {
    try (Program program = program()) {
      Weights mine = program.weights();
      mine.tensors().values().forEach(tensor -> Arrays.fill(tensor.data(), 9));
      assertThat(program.weights()).isNotEqualTo(mine);
    }
  }

  @Test
  void loaded_weights_are_those_that_predict() {
    try (Program one = program();
        Program other = engine().compile(TestNetworks.forBlobs(Optimizers.adam(), SEED + 1))) {
      Tensor x = Blobs.x(6, 1);
      assertThat(other.predict(x)).isNotEqualTo(one.predict(x));
      Weights weights = one.weights();
      other.load(weights);
      assertThat(other.weights()).isEqualTo(weights);
      assertClose(other.predict(x), one.predict(x));
    }
  }

  @Test
  void loaded_weights_do_not_share_memory_with_the_program() {
    try (Program program = program()) {
      Weights weights = program.weights();
      program.load(weights);
      weights.tensors().values().forEach(tensor -> Arrays.fill(tensor.data(), 9));
      assertThat(program.weights()).isNotEqualTo(weights);
    }
  }

  @Test
  void weights_of_other_names_are_refused_and_nothing_is_changed() {
    try (Program program = program()) {
      Weights before = program.weights();
      Weights.Builder others = Weights.builder();
      before.tensors().forEach((name, tensor) -> others.add("my_" + name, filled(tensor.shape())));
      assertThatThrownBy(() -> program.load(others.build())).isInstanceOf(ShapeException.class);
      assertThat(program.weights()).isEqualTo(before);
    }
  }

  @Test
  void weights_of_another_shape_are_refused_and_nothing_is_changed() {
    try (Program program = program()) {
      Weights before = program.weights();
      Weights.Builder others = Weights.builder();
      before
          .tensors()
          .forEach(
              (name, tensor) ->
                  others.add(
                      name,
                      filled(
                          name.equals("layer2/bias")
                              ? tensor.shape().prepend(1)
                              : tensor.shape())));
      assertThatThrownBy(() -> program.load(others.build())).isInstanceOf(ShapeException.class);
      assertThat(program.weights()).isEqualTo(before);
    }
  }

  @Test
  void the_optimizers_state_goes_on_bit_for_bit() {
    for (Optimizer optimizer :
        new Optimizer[] {Optimizers.adam(0.01), Optimizers.sgd(0.1).momentum(0.9)}) {
      try (Program one = program(optimizer);
          Program other = program(optimizer)) {
        one.train(Blobs.batch(16, 1), optimizer.learningRate());
        one.train(Blobs.batch(16, 2), optimizer.learningRate());
        other.load(one.weights());
        other.loadOptimizerState(one.optimizerState());
        one.train(Blobs.batch(16, 3), optimizer.learningRate());
        other.train(Blobs.batch(16, 3), optimizer.learningRate());
        assertThat(other.weights()).isEqualTo(one.weights());
        assertThat(other.optimizerState()).isEqualTo(one.optimizerState());
      }
    }
  }

  @Test
  void a_state_of_another_optimizer_is_refused_and_nothing_is_changed() {
    try (Program program = program()) {
      program.train(Blobs.batch(16, 1), 0.01);
      Map<String, Tensor> before = new TreeMap<>(program.optimizerState().tensors());
      Weights none = Weights.builder().add("iteration", Tensor.zeros(Shape.scalar())).build();
      assertThatThrownBy(() -> program.loadOptimizerState(none)).isInstanceOf(ShapeException.class);
      assertThat(new TreeMap<>(program.optimizerState().tensors())).isEqualTo(before);
    }
  }

  private static Tensor filled(Shape shape) {
    Tensor tensor = Tensor.zeros(shape);
    Arrays.fill(tensor.data(), 5);
    return tensor;
  }
}
