package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.linear;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Padding.SAME;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class Conv2DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.concat(
        windows(),
        Stream.of(Activation.values())
            // The outputs of this one are so large that the difference of two keeps too few digits;
            // its slope is checked behind Dense and as a layer.
            .filter(a -> a != Activation.exponential)
            .map(a -> layer("activation " + a, Conv2D(3, 2, a), Shape.of(3, 4, 2))));
  }

  private static Stream<Case> windows() {
    return Stream.of(
        layer("3x3", Conv2D(2, 3), Shape.of(4, 5, 3)),
        layer("as large as the image", Conv2D(4, 3), Shape.of(3, 3, 2)),
        layer("1x1", Conv2D(3, 1), Shape.of(3, 2, 2)),
        layer("not square", Conv2D(2, new Size(2, 4), linear), Shape.of(4, 6, 2)),
        layer("strides 2", Conv2D(2, 3).strides(2), Shape.of(6, 7, 2)),
        layer("strides 1x3", Conv2D(2, 2).strides(1, 3), Shape.of(3, 7, 2)),
        layer("strides larger than the window", Conv2D(2, 1).strides(2), Shape.of(5, 4, 2)),
        layer(
            "same, strides larger than the window",
            Conv2D(2, 1).strides(3).padding(SAME),
            Shape.of(5, 7, 2)),
        layer("same, odd window", Conv2D(2, 3).padding(SAME), Shape.of(4, 5, 2)),
        layer("same, even window", Conv2D(2, 2).padding(SAME), Shape.of(4, 5, 2)),
        layer("same, larger than the image", Conv2D(2, 5).padding(SAME), Shape.of(3, 2, 1)),
        layer("same, strides 2, odd", Conv2D(2, 3).padding(SAME).strides(2), Shape.of(5, 7, 2)),
        layer("same, strides 2, even", Conv2D(2, 3).padding(SAME).strides(2), Shape.of(6, 4, 2)),
        layer(
            "same, strides 2x1, not square",
            Conv2D(2, new Size(3, 2), linear).padding(SAME).strides(2, 1),
            Shape.of(5, 4, 2)),
        layer("dilation", Conv2D(2, 3).dilationRate(2), Shape.of(6, 5, 2)),
        layer(
            "dilation, same",
            Conv2D(2, 2).dilationRate(new Size(2, 3)).padding(SAME),
            Shape.of(4, 5, 2)),
        layer("groups", Conv2D(4, 2).groups(2), Shape.of(3, 4, 6)),
        layer(
            "as many groups as channels, strides",
            Conv2D(6, 2).groups(3).strides(2),
            Shape.of(4, 4, 3)),
        layer("without bias", Conv2D(3, 2).useBias(false), Shape.of(3, 4, 2)),
        layer(
            "without bias, same, strides 2",
            Conv2D(3, 3).useBias(false).padding(SAME).strides(2),
            Shape.of(4, 4, 1)));
  }
}
