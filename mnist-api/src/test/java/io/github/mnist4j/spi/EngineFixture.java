package io.github.mnist4j.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.Tensor;
import org.assertj.core.data.Offset;

/** What the parts of the contract have in common. */
abstract class EngineFixture {
  /** Absolute; outputs and weights are about 1, and sums of floats may come in another order. */
  static final float TOLERANCE = 1e-5f;

  static final long SEED = 7;

  /** Returns the engine to be tested. */
  protected abstract Engine engine();

  final Program program() {
    return program(Optimizers.adam(0.01));
  }

  final Program program(Optimizer optimizer) {
    return engine().compile(TestNetworks.forBlobs(optimizer, SEED));
  }

  static void assertClose(Tensor actual, Tensor expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.data()).containsExactly(expected.data(), Offset.offset(TOLERANCE));
  }

  static void assertClose(Weights actual, Weights expected) {
    assertThat(actual.tensors().keySet()).containsExactlyElementsOf(expected.tensors().keySet());
    actual.tensors().forEach((name, tensor) -> assertClose(tensor, expected.get(name)));
  }
}
