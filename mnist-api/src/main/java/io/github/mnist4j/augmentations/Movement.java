package io.github.mnist4j.augmentations;

import io.github.mnist4j.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Augmentations that move pixels, done at once: the image is sampled a single time. */
final class Movement {
  private final int height;
  private final int width;
  private final int channels;
  private final int first;
  private final Sampling sampling;
  private final Warp warp;
  private final Bending bending;
  private final List<Geometric<?>> parts = new ArrayList<>();

  /**
   * Begins without any.
   *
   * @param first the number of the first part among all augmentations, by which it draws
   */
  Movement(int height, int width, int channels, Sampling sampling, int first) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.first = first;
    this.sampling = sampling;
    bending = new Bending(height, width);
    warp = new Warp(height, width, channels, sampling);
  }

  /** Takes one more part in, if it reads pixels in the same way. */
  boolean add(Geometric<?> part) {
    if (!part.sampling().equals(sampling)) {
      return false;
    }
    if (part instanceof Elastic elastic) {
      bending.add(elastic, first + parts.size());
    }
    parts.add(part);
    return true;
  }

  private Affine draw(RandomStream random) {
    Affine affine = Affine.IDENTITY;
    for (int i = 0; i < parts.size(); i++) {
      affine = affine.then(parts.get(i).draw(random.split(first + i), height, width));
    }
    return affine;
  }

  /** Arrays to work in, for one thread. */
  final class Work {
    private final Warp.Work warping = warp.new Work();
    private final float[] right = new float[height * width];
    private final float[] down = new float[height * width];
    private final Bending.@Nullable Work bends = bending.isEmpty() ? null : bending.new Work();

    /** Moves images where they lie, one behind the other, one for each stream. */
    void run(RandomStream[] randoms, float[] images, int at) {
      for (int i = 0; i < randoms.length; i++) {
        Affine affine = draw(randoms[i]);
        if (bends != null) {
          bend(bends, randoms, i);
        }
        if (bends != null || !affine.isIdentity()) {
          warping.run(images, at + i * height * width * channels, affine, right, down);
        }
      }
    }

    private void bend(Bending.Work bends, RandomStream[] randoms, int image) {
      int within = image % bending.atOnce();
      if (within == 0) {
        bends.draw(randoms, image, Math.min(bending.atOnce(), randoms.length - image));
      }
      bends.take(within, right, down);
    }
  }
}
