package io.github.mnist4j.nd4j;

import io.github.mnist4j.augmentations.Geometric;
import io.github.mnist4j.augmentations.Sampling;
import io.github.mnist4j.augmentations.Shear;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.RandomShear;
import io.github.mnist4j.layers.Range;

class RandomShearKernelTest extends MovementContract {
  @Override
  Layer layer(Range factor, Sampling s, Integer seed) {
    return new RandomShear(
        factor, new Range(0, 0), s.fillMode(), s.interpolation(), seed, s.fillValue(), null);
  }

  @Override
  Geometric<?> augmentation(Range factor, Sampling sampling) {
    return new Shear(factor, new Range(0, 0), sampling);
  }

  @Override
  Range opposite(Range factor) {
    return new Range(-factor.upper(), -factor.lower());
  }
}
