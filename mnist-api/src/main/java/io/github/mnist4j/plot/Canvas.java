package io.github.mnist4j.plot;

/**
 * What a picture is drawn with: a handful of marks, each one colour.
 *
 * <p>Units are those of the picture at scale 1; y points down; colours are {@code 0xRRGGBB}.
 */
interface Canvas {
  /** Fills a rectangle. */
  void rect(Box box, int color);

  /** Draws connected lines through points that lie in pairs: x, y, x, y, … */
  void polyline(double[] points, double thickness, int color);

  /** Fills a circle. */
  void circle(double x, double y, double radius, int color);

  /** Writes one line of text; x and y are where its anchor meets the baseline. */
  void text(String text, double x, double y, TextStyle style);

  /** Paints an image into a box, each pixel a sharp rectangle. */
  void image(Pixels pixels, Box box);

  /** A rectangle by its upper left corner and its sizes. */
  record Box(double x, double y, double width, double height) {
    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }

    double centerX() {
      return x + width / 2;
    }

    double centerY() {
      return y + height / 2;
    }

    /** Returns this box, larger by {@code by} on each side. */
    Box grown(double by) {
      return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }
  }

  /** Which end of a text its place is. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /**
   * How a text looks.
   *
   * @param size of the letters' em
   * @param upwards whether the line runs from below to above, as beside a y axis
   */
  record TextStyle(double size, Anchor anchor, int color, boolean upwards) {
    static TextStyle of(double size, Anchor anchor) {
      return new TextStyle(size, anchor, Colors.TEXT, false);
    }

    TextStyle color(int color) {
      return new TextStyle(size, anchor, color, upwards);
    }

    TextStyle turnedUpwards() {
      return new TextStyle(size, anchor, color, true);
    }
  }
}
