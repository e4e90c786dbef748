package io.github.mnist4j.augmentations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.FillMode;
import io.github.mnist4j.layers.Interpolation;
import io.github.mnist4j.tensor.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Places far away, which are worked out without conditions, are where {@link FillMode} says. */
class WarpTest {
  private static final int HEIGHT = 6;
  private static final int WIDTH = 9;
  private static final float TOLERANCE = 2e-4f; // of pixels of 0 to 1, at places of up to 300

  private static float[] image(int channels) {
    float[] image = new float[HEIGHT * WIDTH * channels];
    for (int i = 0; i < image.length; i++) {
      image[i] = RandomStream.of(9).uniform(i);
    }
    return image;
  }

  private static double pixel(float[] image, int channels, int column, int row, int channel) {
    boolean there = column >= 0 && row >= 0 && column < WIDTH && row < HEIGHT;
    return there ? image[(row * WIDTH + column) * channels + channel] : 0.25;
  }

  private static double between(
      float[] image, int channels, double column, double row, int channel) {
    int left = (int) Math.floor(column);
    int top = (int) Math.floor(row);
    double sum = 0;
    for (int y = top; y <= top + 1; y++) {
      for (int x = left; x <= left + 1; x++) {
        double weight = (1 - Math.abs(column - x)) * (1 - Math.abs(row - y));
        sum += weight == 0 ? 0 : weight * pixel(image, channels, x, y, channel);
      }
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(FillMode.class)
  void any_place_is_read_as_the_fill_mode_says(FillMode mode) {
    for (int channels = 1; channels <= 3; channels += 2) {
      Warp warp =
          new Warp(HEIGHT, WIDTH, channels, new Sampling(mode, 0.25, Interpolation.BILINEAR));
      Warp.Work work = warp.new Work();
      for (int turn = 0; turn < 200; turn++) {
        RandomStream random = RandomStream.of(turn);
        // whole pixels in every fourth turn, for places exactly on the border
        double far = turn % 2 == 0 ? 300 : 12;
        double right = far * (2 * random.uniformDouble(0) - 1);
        double down = far * (2 * random.uniformDouble(1) - 1);
        boolean whole = turn % 4 == 0;
        Affine affine =
            new Affine(
                1, 0, whole ? Math.rint(right) : right, 0, 1, whole ? Math.rint(down) : down);
        float[] moved = image(channels);
        float[] still = new float[HEIGHT * WIDTH];
        work.run(moved, 0, affine, still, still);
        for (int i = 0; i < moved.length; i++) {
          int pixel = i / channels;
          double column = mode.place(pixel % WIDTH + (float) affine.a2(), WIDTH);
          double row = mode.place(pixel / WIDTH + (float) affine.b2(), HEIGHT);
          double expected = between(image(channels), channels, column, row, i % channels);
          assertThat(moved[i]).isCloseTo((float) expected, within(TOLERANCE));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(FillMode.class)
  void places_beyond_all_numbers_do_no_harm(FillMode mode) {
    Warp warp = new Warp(HEIGHT, WIDTH, 1, new Sampling(mode, 0.25, Interpolation.BILINEAR));
    float[] far = new float[HEIGHT * WIDTH];
    java.util.Arrays.fill(far, Float.POSITIVE_INFINITY);
    far[1] = Float.NaN;
    far[2] = -Float.MAX_VALUE;
    float[] moved = image(1);
    warp.new Work().run(moved, 0, Affine.IDENTITY, far, far);
    assertThat(moved).hasSize(HEIGHT * WIDTH);
  }
}
