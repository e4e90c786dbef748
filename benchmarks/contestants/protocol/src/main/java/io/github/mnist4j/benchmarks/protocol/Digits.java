package io.github.mnist4j.benchmarks.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** MNIST as bytes, read from the four unpacked files when it is first asked for. */
public final class Digits {
  /** Pixels of an image. */
  public static final int PIXELS = 28 * 28;

  private static final int IMAGES_HEADER = 16;
  private static final int LABELS_HEADER = 8;
  private static final Random RANDOM = new Random(1);

  private final Path images;
  private final Path labels;
  private byte[] imageBytes = new byte[0];
  private byte[] labelBytes = new byte[0];

  private Digits(Path images, Path labels) {
    this.images = images;
    this.labels = labels;
  }

  /** Returns the images to train on. */
  public static Digits train(Path folder) {
    return new Digits(
        folder.resolve("train-images-idx3-ubyte"), folder.resolve("train-labels-idx1-ubyte"));
  }

  /** Returns the images to test on. */
  public static Digits test(Path folder) {
    return new Digits(
        folder.resolve("t10k-images-idx3-ubyte"), folder.resolve("t10k-labels-idx1-ubyte"));
  }

  /** Returns one image without reading the others, pixels from 0 to 1. */
  public float[] only(int row) {
    try (InputStream in = Files.newInputStream(images)) {
      in.skipNBytes(IMAGES_HEADER + (long) row * PIXELS);
      byte[] bytes = in.readNBytes(PIXELS);
      float[] x = new float[PIXELS];
      scale(bytes, 0, x, 0);
      return x;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the number of images. */
  public int size() {
    read();
    return labelBytes.length - LABELS_HEADER;
  }

  /** Returns an image's class number. */
  public int label(int row) {
    read();
    return labelBytes[LABELS_HEADER + row];
  }

  /** Copies the images {@code rows[from]} up to {@code rows[to - 1]} and their class numbers. */
  public void fill(int[] rows, int from, int to, float[] x, int[] y) {
    read();
    for (int i = from; i < to; i++) {
      scale(imageBytes, IMAGES_HEADER + rows[i] * PIXELS, x, (i - from) * PIXELS);
      y[i - from] = labelBytes[LABELS_HEADER + rows[i]];
    }
  }

  /** Copies {@code n} images from {@code from} on; behind the last comes the first. */
  public void fill(int from, int n, float[] x) {
    int size = size();
    for (int i = 0; i < n; i++) {
      scale(imageBytes, IMAGES_HEADER + (from + i) % size * PIXELS, x, i * PIXELS);
    }
  }

  private static void scale(byte[] bytes, int at, float[] x, int to) {
    for (int j = 0; j < PIXELS; j++) {
      x[to + j] = (bytes[at + j] & 0xff) * (1 / 255f);
    }
  }

  private void read() {
    if (labelBytes.length == 0) {
      try {
        imageBytes = Files.readAllBytes(images);
        labelBytes = Files.readAllBytes(labels);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Returns 0 up to {@code n} in random order. */
  static int[] shuffled(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = RANDOM.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
