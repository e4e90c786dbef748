package io.github.mnist4j.augmentations;

import io.github.mnist4j.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Augmentations that move pixels, done at once: the image is sampled a single time. */
final class Movement {
  private final int height;
  private final int width;
  private final int first;
  private final Sampling sampling;
  private final Warp warp;
  private final List<Geometric<?>> parts = new ArrayList<>();
  private final List<Smoothing> smoothings = new ArrayList<>();

  /**
   * Begins without any.
   *
   * @param first the number of the first part among all augmentations, by which it draws
   */
  Movement(int height, int width, int channels, Sampling sampling, int first) {
    this.height = height;
    this.width = width;
    this.first = first;
    this.sampling = sampling;
    warp = new Warp(height, width, channels, sampling);
  }

  /** Takes one more part in, if it reads pixels in the same way. */
  boolean add(Geometric<?> part) {
    if (!part.sampling().equals(sampling)) {
      return false;
    }
    parts.add(part);
    if (part instanceof Elastic elastic && elastic.alpha() > 0) {
      smoothings.add(new Smoothing(height, width, elastic.sigma()));
    }
    return true;
  }

  /** Arrays for one image at a time. */
  final class Work {
    private static final float UNIT = 0x1p-23f;

    private final float[] copy;
    private final List<Smoothing.Work> works =
        smoothings.stream().map(smoothing -> smoothing.new Work()).toList();
    private final float[] right = new float[smoothings.isEmpty() ? 0 : height * width];
    private final float[] down = new float[right.length];
    private final float[] field = new float[right.length];
    private final float[] other = new float[right.length];

    Work(int size) {
      copy = new float[size];
    }

    /** Moves an image where it lies. */
    void run(RandomStream random, float[] images, int at) {
      Affine affine = Affine.IDENTITY;
      java.util.Arrays.fill(right, 0);
      java.util.Arrays.fill(down, 0);
      int bent = 0;
      for (int i = 0; i < parts.size(); i++) {
        RandomStream own = random.split(first + i);
        affine = affine.then(parts.get(i).draw(own, height, width));
        if (parts.get(i) instanceof Elastic elastic && elastic.alpha() > 0) {
          bend(own, (float) elastic.alpha(), works.get(bent++));
        }
      }
      if (bent > 0 || !affine.isIdentity()) {
        System.arraycopy(images, at, copy, 0, copy.length);
        warp.run(copy, affine, right, down, images, at);
      }
    }

    private void bend(RandomStream random, float alpha, Smoothing.Work smoothing) {
      for (int i = 0; i < field.length; i++) {
        long bits = random.bits(i);
        field[i] = (bits >>> 40) * UNIT - 1;
        other[i] = (bits << 24 >>> 40) * UNIT - 1;
      }
      smooth(field, alpha, smoothing, right);
      smooth(other, alpha, smoothing, down);
    }

    private void smooth(float[] field, float alpha, Smoothing.Work smoothing, float[] sum) {
      smoothing.run(field, alpha);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += field[i];
      }
    }
  }
}
