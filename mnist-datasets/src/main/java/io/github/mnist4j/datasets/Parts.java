package io.github.mnist4j.datasets;

import java.util.ArrayList;
import java.util.List;

/**
 * The connected parts of what may be ink, and which of them are the digit: a part is what hangs
 * together, corners included, and is strong somewhere (hysteresis, as J. Canny's, 1986).
 */
final class Parts {
  /** Of the largest part's strong pixels, what a part must have to be a stroke and no speck. */
  private static final double SPECK = 0.03;

  /** Of the picture's shorter side, the least extent of a digit that makes others mere frames. */
  private static final double LEAST_EXTENT = 0.1;

  /** Of the picture's border, what only a frame, a shadow or a table's edge covers. */
  private static final double FRAME = 0.2;

  private final int[] labels;
  private final int width;
  private final int height;
  private final List<Part> found = new ArrayList<>();

  /** What is known of a part. */
  private static final class Part {
    private int area;
    private int border;
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right;
    private int bottom;
  }

  private Parts(int pixels, int width) {
    labels = new int[pixels];
    this.width = width;
    height = pixels / width;
  }

  static Parts of(double[] levels, int width, double faint, double threshold) {
    Parts parts = new Parts(levels.length, width);
    int[] queue = new int[levels.length];
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] >= threshold && parts.labels[i] == 0) {
        parts.found.add(parts.flood(i, levels, faint, threshold, queue));
      }
    }
    return parts;
  }

  private Part flood(int start, double[] levels, double faint, double threshold, int[] queue) {
    Part part = new Part();
    int label = found.size() + 1;
    int end = 1;
    queue[0] = start;
    labels[start] = label;
    for (int next = 0; next < end; next++) {
      int x = queue[next] % width;
      int y = queue[next] / width;
      count(part, x, y, levels[queue[next]] >= threshold);
      for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          int neighbour = ny * width + nx;
          if (labels[neighbour] == 0 && levels[neighbour] > faint) {
            labels[neighbour] = label;
            queue[end++] = neighbour;
          }
        }
      }
    }
    return part;
  }

  private void count(Part part, int x, int y, boolean strong) {
    if (strong) {
      part.area++;
      part.border += x == 0 || y == 0 || x == width - 1 || y == height - 1 ? 1 : 0;
      part.left = Math.min(part.left, x);
      part.right = Math.max(part.right, x);
      part.top = Math.min(part.top, y);
      part.bottom = Math.max(part.bottom, y);
    }
  }

  /** Returns a number above 0 for each pixel of the digit, and 0 for all others. */
  int[] digit() {
    Part main = null;
    for (Part part : found) {
      int extent = Math.max(part.right - part.left, part.bottom - part.top) + 1;
      boolean plausible = !frame(part) && extent >= LEAST_EXTENT * Math.min(width, height);
      if (plausible && (main == null || part.area > main.area)) {
        main = part;
      }
    }
    boolean framed = main != null;
    for (Part part : found) {
      if (!framed && (main == null || part.area > main.area)) {
        main = part;
      }
    }
    boolean[] kept = new boolean[found.size() + 1];
    for (int i = 0; i < found.size() && main != null; i++) {
      Part part = found.get(i);
      kept[i + 1] = part.area >= SPECK * main.area && !(framed && frame(part));
    }
    int[] digit = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      digit[i] = kept[labels[i]] ? labels[i] : 0;
    }
    return digit;
  }

  private boolean frame(Part part) {
    boolean across = part.left == 0 && part.right == width - 1;
    boolean down = part.top == 0 && part.bottom == height - 1;
    return across || down || part.border > FRAME * 2 * (width + height);
  }
}
