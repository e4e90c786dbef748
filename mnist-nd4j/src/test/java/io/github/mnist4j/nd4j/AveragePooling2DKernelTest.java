package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.AveragePooling2D;
import static io.github.mnist4j.layers.Padding.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class AveragePooling2DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("2x2", AveragePooling2D(2), Shape.of(4, 6, 3)),
        layer("2x2, odd image", AveragePooling2D(2), Shape.of(5, 5, 2)),
        layer("not square", AveragePooling2D(new Size(1, 3)), Shape.of(3, 7, 2)),
        layer("overlapping", AveragePooling2D(3).strides(1), Shape.of(5, 4, 2)),
        layer("overlapping, strides 2x1", AveragePooling2D(3).strides(2, 1), Shape.of(5, 4, 2)),
        layer("strides larger than the window", AveragePooling2D(1).strides(2), Shape.of(5, 4, 2)),
        layer(
            "same, strides larger than the window",
            AveragePooling2D(2).strides(3).padding(SAME),
            Shape.of(5, 7, 2)),
        layer("same, odd", AveragePooling2D(2).padding(SAME), Shape.of(5, 5, 2)),
        layer("same, even", AveragePooling2D(2).padding(SAME), Shape.of(4, 4, 2)),
        layer("same, overlapping", AveragePooling2D(3).strides(1).padding(SAME), Shape.of(4, 3, 2)),
        layer(
            "same, overlapping, strides 2",
            AveragePooling2D(3).strides(2).padding(SAME),
            Shape.of(6, 7, 2)));
  }

  @Test
  void padding_does_not_count() {
    Case c = layer("same", AveragePooling2D(3).strides(2).padding(SAME), Shape.of(5, 5, 1));
    try (Trial trial = new Trial(c.spec(), 1, false, DataType.FLOAT)) {
      double[] ones = new double[25];
      Arrays.fill(ones, 1);
      Trial.fill(trial.network.x(), ones);
      assertThat(trial.forward()).containsOnly(1).hasSize(9);
    }
  }
}
