package io.github.mnist4j.augmentations;

import io.github.mnist4j.tensor.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far the elastic distortions of one movement take each pixel, all of them together. */
final class Bending {
  /** Rows of so many numbers are worth a loop over them. */
  private static final int ROW = 128;

  private final int height;
  private final int width;

  /** How many images are bent at once. */
  private final int atOnce;

  /** In what order numbers are drawn: column by column, which is how they are smoothed first. */
  private final long[] places;

  private final List<Part> parts = new ArrayList<>();

  private record Part(int number, float alpha, Smoothing smoothing) {}

  Bending(int height, int width) {
    this.height = height;
    this.width = width;
    atOnce = Math.max(1, ROW / Math.max(height, width));
    places = new long[height * width];
    for (int i = 0; i < places.length; i++) {
      places[i] = i % height * width + i / height;
    }
  }

  /** Takes a distortion in, which draws by its number among all augmentations. */
  void add(Elastic elastic, int number) {
    if (elastic.alpha() > 0) {
      Smoothing smoothing = new Smoothing(height, width, elastic.sigma());
      parts.add(new Part(number, (float) elastic.alpha(), smoothing));
    }
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  int atOnce() {
    return atOnce;
  }

  /** Arrays for some images at once; of each image two fields, to the right and down. */
  final class Work {
    private static final float UNIT = 0x1p-23f;

    private final float[][] noise = new float[width][2 * atOnce * height];
    private final float[][] bends = new float[height][2 * atOnce * width];
    private final long[] bits = new long[places.length];
    private final List<Smoothing.Work> works =
        parts.stream().map(part -> part.smoothing().new Work(2 * atOnce)).toList();

    /** Draws for {@code count} images, at most {@link #atOnce}, the first by {@code from}. */
    void draw(RandomStream[] randoms, int from, int count) {
      for (float[] row : bends) {
        Arrays.fill(row, 0);
      }
      for (int i = 0; i < works.size(); i++) {
        Part part = parts.get(i);
        for (int image = 0; image < count; image++) {
          drawNoise(randoms[from + image].split(part.number()), 2 * image * height);
        }
        works.get(i).run(noise, 2 * count, part.alpha(), bends);
      }
    }

    private void drawNoise(RandomStream random, int at) {
      random.bits(places, bits);
      for (int x = 0; x < width; x++) {
        float[] column = noise[x];
        for (int y = 0; y < height; y++) {
          long drawn = bits[x * height + y];
          // of an int, which is several times as fast as of a long
          column[at + y] = (int) (drawn >>> 40) * UNIT - 1;
          column[at + height + y] = ((int) (drawn >>> 16) & 0xffffff) * UNIT - 1;
        }
      }
    }

    /** Copies the fields of one of these images. */
    void take(int image, float[] right, float[] down) {
      for (int y = 0; y < height; y++) {
        System.arraycopy(bends[y], 2 * image * width, right, y * width, width);
        System.arraycopy(bends[y], (2 * image + 1) * width, down, y * width, width);
      }
    }
  }
}
