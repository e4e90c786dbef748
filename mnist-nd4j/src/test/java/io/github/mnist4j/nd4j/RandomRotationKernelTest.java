package io.github.mnist4j.nd4j;

import io.github.mnist4j.augmentations.Geometric;
import io.github.mnist4j.augmentations.Rotation;
import io.github.mnist4j.augmentations.Sampling;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.RandomRotation;
import io.github.mnist4j.layers.Range;

class RandomRotationKernelTest extends MovementContract {
  @Override
  Layer layer(Range factor, Sampling s, Integer seed) {
    return new RandomRotation(factor, s.fillMode(), s.interpolation(), seed, s.fillValue(), null);
  }

  @Override
  Geometric<?> augmentation(Range factor, Sampling sampling) {
    return new Rotation(factor, sampling);
  }
}
