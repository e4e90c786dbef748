package io.github.mnist4j.datasets;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

/**
 * A picture's colours as numbers of 0..1, without transparency and no larger than is needed.
 *
 * <p>Here and in what is made of it, nothing but sums, products, quotients and square roots of
 * doubles is used, in a fixed order: the site's drawing page does the same in JavaScript, to the
 * last bit.
 *
 * @param width pixels in a row, at most {@link #LONGEST}
 * @param height rows, at most {@link #LONGEST}
 * @param rgb red, green and blue of each pixel, row by row
 */
record Picture(int width, int height, double[] rgb) {
  /** The longer side of what a digit is looked for in; larger pictures are made smaller. */
  static final int LONGEST = 320;

  private static final int RED = 0;
  private static final int ALPHA = 3;

  static Picture of(BufferedImage image) {
    int longer = Math.max(image.getWidth(), image.getHeight());
    int width = reduced(image.getWidth(), longer);
    int height = reduced(image.getHeight(), longer);
    return opaque(width, height, averages(image, width, height));
  }

  private static int reduced(int side, int longer) {
    return longer <= LONGEST
        ? side
        : Math.max(1, (int) Math.floor(side * (double) LONGEST / longer));
  }

  /**
   * Returns red, green and blue, each times alpha, and alpha: averages over the part of the image
   * that a pixel covers. Goes row by row, since a photo as doubles would take a third of a
   * gigabyte.
   */
  private static double[] averages(BufferedImage image, int width, int height) {
    double[] sums = new double[width * height * 4];
    int[] row = new int[image.getWidth()];
    double across = (double) image.getWidth() / width;
    double down = (double) image.getHeight() / height;
    double[] narrow = new double[width * 4];
    for (int y = 0; y < image.getHeight(); y++) {
      colours(image, y, row);
      narrow(row, narrow, across);
      int first = (int) Math.floor(y / down);
      for (int to = first; to < height && to * down < y + 1; to++) {
        double share = Area.overlap(y, y + 1, to * down, (to + 1) * down) / (across * down);
        for (int i = 0; i < narrow.length; i++) {
          sums[to * narrow.length + i] += narrow[i] * share;
        }
      }
    }
    return sums;
  }

  /**
   * Reads a row as alpha, red, green and blue. Grey pixels are taken as they are: {@code getRGB}
   * takes them for amounts of light and brightens them, as no viewer does.
   */
  private static void colours(BufferedImage image, int y, int[] row) {
    ColorModel model = image.getColorModel();
    boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    if (!grey || model instanceof IndexColorModel) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      return;
    }
    boolean alpha = model.hasAlpha() && !model.isAlphaPremultiplied();
    int most = (1 << model.getComponentSize(0)) - 1;
    for (int x = 0; x < row.length; x++) {
      int value = image.getRaster().getSample(x, y, 0) * 255 / most;
      int opaque = alpha ? image.getRaster().getSample(x, y, 1) * 255 / most : 255;
      row[x] = opaque << 24 | value << 16 | value << 8 | value;
    }
  }

  private static void narrow(int[] row, double[] narrow, double across) {
    Arrays.fill(narrow, 0);
    for (int x = 0; x < row.length; x++) {
      int argb = row[x];
      double alpha = (argb >>> 24) / 255.0;
      double red = (argb >> 16 & 255) / 255.0 * alpha;
      double green = (argb >> 8 & 255) / 255.0 * alpha;
      double blue = (argb & 255) / 255.0 * alpha;
      int first = (int) Math.floor(x / across);
      for (int to = first; to < narrow.length / 4 && to * across < x + 1; to++) {
        double share = Area.overlap(x, x + 1, to * across, (to + 1) * across);
        narrow[to * 4] += red * share;
        narrow[to * 4 + 1] += green * share;
        narrow[to * 4 + 2] += blue * share;
        narrow[to * 4 + ALPHA] += alpha * share;
      }
    }
  }

  /**
   * Puts something behind what is transparent. Where most of the border is, it is the paper, and
   * gets the contrary of the ink: white behind dark ink, black behind bright ink. Otherwise only
   * corners or holes are, and get the border's colour.
   */
  private static Picture opaque(int width, int height, double[] sums) {
    double[] border = new double[4];
    double[] all = new double[4];
    int count = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean edge = x == 0 || y == 0 || x == width - 1 || y == height - 1;
        count += edge ? 1 : 0;
        for (int i = 0; i < 4; i++) {
          all[i] += sums[(y * width + x) * 4 + i];
          border[i] += edge ? sums[(y * width + x) * 4 + i] : 0;
        }
      }
    }
    boolean clear = border[ALPHA] < 0.5 * count;
    boolean dark = all[0] + all[1] + all[2] < 1.5 * all[ALPHA];
    double[] rgb = new double[width * height * 3];
    for (int pixel = 0; pixel < width * height; pixel++) {
      double missing = Math.max(0, 1 - sums[pixel * 4 + ALPHA]);
      for (int i = RED; i < ALPHA; i++) {
        double behind = clear ? (dark ? 1 : 0) : border[i] / border[ALPHA];
        rgb[pixel * 3 + i] = sums[pixel * 4 + i] + missing * behind;
      }
    }
    return new Picture(width, height, rgb);
  }
}
