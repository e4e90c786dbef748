package io.github.mnist4j.plot;

import io.github.mnist4j.plot.Canvas.Anchor;
import io.github.mnist4j.plot.Canvas.TextStyle;
import java.util.List;

/** Names of series, each after a piece of its line; in rows where they are many. */
final class Legend {
  private static final TextStyle NAME = TextStyle.of(11, Anchor.START);
  private static final double ROW = 18;
  private static final double SAMPLE = 22;
  private static final double SAMPLE_GAP = 6;
  private static final double GAP = 16;
  private static final double SPACE_BELOW = 5;

  private final List<String> names;
  private final boolean markers;

  Legend(List<String> names, boolean markers) {
    this.names = names;
    this.markers = markers;
  }

  /** Returns the width where all names stand in one row. */
  double width() {
    return names.stream().mapToDouble(name -> width(name) + GAP).sum() - GAP;
  }

  /** Returns the height where a row is at most this wide. */
  double height(double width) {
    return names.isEmpty() ? 0 : ROW + lay(width, (i, x, y) -> {}) + SPACE_BELOW;
  }

  void draw(Canvas canvas, double left, double top, double width) {
    lay(
        width,
        (i, x, y) -> {
          double start = left + x;
          double middle = top + y + ROW / 2 - 1;
          int color = Colors.series(i);
          canvas.polyline(new double[] {start + 1, middle, start + SAMPLE - 1, middle}, 1.8, color);
          if (markers) {
            canvas.circle(start + SAMPLE / 2, middle, 2.8, color);
          }
          String name = Letters.fit(names.get(i), NAME.size(), width - SAMPLE - SAMPLE_GAP);
          canvas.text(name, start + SAMPLE + SAMPLE_GAP, middle + 4, NAME);
        });
  }

  private interface Place {
    void accept(int index, double x, double y);
  }

  /** Gives each name its place, and returns the y of the last row. */
  private double lay(double width, Place place) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < names.size(); i++) {
      double next = x + width(names.get(i));
      if (x > 0 && next > width) {
        y += ROW;
        next -= x;
        x = 0;
      }
      place.accept(i, x, y);
      x = next + GAP;
    }
    return y;
  }

  private static double width(String name) {
    return SAMPLE + SAMPLE_GAP + Letters.width(name, NAME.size());
  }
}
