package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.MaxPooling2D;
import static io.github.mnist4j.layers.Padding.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class MaxPooling2DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("2x2", MaxPooling2D(2), Shape.of(4, 6, 3)),
        layer("2x2, odd image", MaxPooling2D(2), Shape.of(5, 5, 2)),
        layer("not square", MaxPooling2D(new Size(1, 3)), Shape.of(3, 7, 2)),
        layer("overlapping", MaxPooling2D(3).strides(1), Shape.of(5, 4, 2)),
        layer("overlapping, strides 2x1", MaxPooling2D(3).strides(2, 1), Shape.of(5, 4, 2)),
        layer("strides larger than the window", MaxPooling2D(1).strides(2), Shape.of(5, 4, 2)),
        layer(
            "same, strides larger than the window",
            MaxPooling2D(1).strides(3).padding(SAME),
            Shape.of(5, 7, 2)),
        layer("same, odd", MaxPooling2D(2).padding(SAME), Shape.of(5, 5, 2)),
        layer("same, even", MaxPooling2D(2).padding(SAME), Shape.of(4, 4, 2)),
        layer("same, overlapping", MaxPooling2D(3).strides(1).padding(SAME), Shape.of(4, 3, 2)),
        layer(
            "same, overlapping, strides 2",
            MaxPooling2D(3).strides(2).padding(SAME),
            Shape.of(6, 7, 2)));
  }

  @Test
  void padding_never_wins() {
    Case c = layer("same", MaxPooling2D(3).strides(2).padding(SAME), Shape.of(4, 4, 1));
    try (Trial trial = new Trial(c.spec(), 1, false, DataType.FLOAT)) {
      double[] negative = new double[16];
      Arrays.setAll(negative, i -> -1 - i);
      Trial.fill(trial.network.x(), negative);
      assertThat(trial.forward()).containsExactly(-1, -3, -9, -11);
    }
  }
}
