package io.github.mnist4j.nd4j;

import io.github.mnist4j.augmentations.Geometric;
import io.github.mnist4j.augmentations.Sampling;
import io.github.mnist4j.augmentations.Zoom;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.RandomZoom;
import io.github.mnist4j.layers.Range;

class RandomZoomKernelTest extends MovementContract {
  @Override
  Layer layer(Range factor, Sampling s, Integer seed) {
    return new RandomZoom(factor, null, s.fillMode(), s.interpolation(), seed, s.fillValue(), null);
  }

  @Override
  Geometric<?> augmentation(Range factor, Sampling sampling) {
    return new Zoom(factor, null, sampling);
  }
}
