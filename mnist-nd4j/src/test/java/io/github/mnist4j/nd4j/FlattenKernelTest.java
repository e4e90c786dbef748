package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Flatten;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class FlattenKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("image", Flatten(), Shape.of(2, 3, 4)),
        layer("rows", Flatten(), Shape.of(3, 2)),
        layer("flat already", Flatten(), Shape.of(6)),
        layer("single numbers", Flatten(), Shape.scalar()));
  }

  @Test
  void order_is_row_by_row() {
    Case c = layer("image", Flatten(), Shape.of(2, 3, 4));
    try (Trial trial = new Trial(c.spec(), 2, false, DataType.FLOAT)) {
      assertThat(trial.forward()).isEqualTo(Trial.numbers(trial.network.x()));
    }
  }
}
