package io.github.mnist4j.nd4j;

import io.github.mnist4j.augmentations.Affine;
import io.github.mnist4j.augmentations.Geometric;
import io.github.mnist4j.augmentations.Rotation;
import io.github.mnist4j.augmentations.Sampling;
import io.github.mnist4j.augmentations.Shear;
import io.github.mnist4j.augmentations.Translation;
import io.github.mnist4j.augmentations.Zoom;
import io.github.mnist4j.layers.FillMode;
import io.github.mnist4j.layers.Interpolation;
import io.github.mnist4j.layers.RandomMovement;
import io.github.mnist4j.layers.RandomRotation;
import io.github.mnist4j.layers.RandomShear;
import io.github.mnist4j.layers.RandomTranslation;
import io.github.mnist4j.layers.RandomZoom;
import io.github.mnist4j.tensor.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Images moved while training: each pixel of y is Σ weight · x over up to four pixels around the
 * place that it comes from, and dx gets weight · dy of each. What is drawn depends on the step and
 * the place in the batch alone.
 */
final class RandomMovementKernel extends JavaKernel {
  private static final int AROUND = 4;

  private final Geometric<?> movement;
  private final FillMode fillMode;
  private final double fillValue;
  private final boolean bilinear;
  private final RandomStream random;
  private final int height;
  private final int width;
  private final int channels;

  /** First channels of the pixels around, four a pixel; those outside are −1. */
  private final int[] places;

  private final double[] weights;

  private RandomMovementKernel(Geometric<?> movement, @Nullable Integer seed, Wiring wiring) {
    super(wiring);
    this.movement = movement;
    fillMode = movement.sampling().fillMode();
    fillValue = movement.sampling().fillValue();
    bilinear = movement.sampling().interpolation() == Interpolation.BILINEAR;
    random = seed == null ? wiring.random() : RandomStream.of(seed);
    height = wiring.spec().input().dim(0);
    width = wiring.spec().input().dim(1);
    channels = wiring.spec().input().dim(2);
    places = new int[n * height * width * AROUND];
    weights = new double[places.length];
  }

  static Kernel of(RandomTranslation l, Wiring wiring) {
    return of(new Translation(l.heightFactor(), l.widthFactor(), sampling(l)), l.seed(), wiring);
  }

  static Kernel of(RandomRotation l, Wiring wiring) {
    return of(new Rotation(l.factor(), sampling(l)), l.seed(), wiring);
  }

  static Kernel of(RandomZoom l, Wiring wiring) {
    return of(new Zoom(l.heightFactor(), l.widthFactor(), sampling(l)), l.seed(), wiring);
  }

  static Kernel of(RandomShear l, Wiring wiring) {
    return of(new Shear(l.xFactor(), l.yFactor(), sampling(l)), l.seed(), wiring);
  }

  private static Sampling sampling(RandomMovement<?> l) {
    return new Sampling(l.fillMode(), l.fillValue(), l.interpolation());
  }

  /** Predicting, x is passed on. */
  private static Kernel of(Geometric<?> movement, @Nullable Integer seed, Wiring wiring) {
    return wiring.training()
        ? new RandomMovementKernel(movement, seed, wiring)
        : new ReshapeKernel(wiring);
  }

  @Override
  void compute() {
    RandomStream step = random.split(wiring.clock().step());
    for (int sample = 0; sample < n; sample++) {
      RandomStream own = step.split(wiring.share().first() + (long) sample);
      Affine affine = movement.draw(own, height, width);
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          int pixel = (sample * height + row) * width + column;
          place(sample, pixel, affine.column(column, row), affine.row(column, row));
        }
      }
    }
    for (int i = 0; i < y.length; i++) {
      int pixel = i / channels;
      double sum = 0;
      for (int k = pixel * AROUND; k < (pixel + 1) * AROUND; k++) {
        if (weights[k] != 0) {
          sum += weights[k] * (places[k] < 0 ? fillValue : x[places[k] + i % channels]);
        }
      }
      y[i] = sum;
    }
  }

  private void place(int sample, int pixel, double column, double row) {
    double across = fillMode.place(column, width);
    double down = fillMode.place(row, height);
    double left = bilinear ? Math.floor(across) : rounded(across);
    double top = bilinear ? Math.floor(down) : rounded(down);
    double right = bilinear ? across - left : 0;
    double below = bilinear ? down - top : 0;
    for (int k = 0; k < AROUND; k++) {
      boolean second = k % 2 == 1;
      boolean lower = k / 2 == 1;
      weights[pixel * AROUND + k] = (second ? right : 1 - right) * (lower ? below : 1 - below);
      places[pixel * AROUND + k] =
          index(sample, (int) left + (second ? 1 : 0), (int) top + (lower ? 1 : 0));
    }
  }

  private int index(int sample, int column, int row) {
    boolean there = column >= 0 && row >= 0 && column < width && row < height;
    return there ? ((sample * height + row) * width + column) * channels : -1;
  }

  /** Halves are rounded away from 0. */
  private static double rounded(double place) {
    return place < 0 ? Math.ceil(place - 0.5) : Math.floor(place + 0.5);
  }

  @Override
  void differentiate() {
    for (int i = 0; i < dy.length; i++) {
      int pixel = i / channels;
      for (int k = pixel * AROUND; k < (pixel + 1) * AROUND; k++) {
        if (places[k] >= 0) {
          dx[places[k] + i % channels] += weights[k] * dy[i];
        }
      }
    }
  }
}
