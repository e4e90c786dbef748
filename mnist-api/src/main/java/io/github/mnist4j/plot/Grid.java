package io.github.mnist4j.plot;

import io.github.mnist4j.plot.Canvas.Anchor;
import io.github.mnist4j.plot.Canvas.Box;
import io.github.mnist4j.plot.Canvas.TextStyle;
import java.util.List;

/** Images side by side and in rows, the label under each. */
final class Grid {
  private static final double MARGIN = 12;
  private static final double GAP = 10;
  private static final double WIDTH = 670;
  private static final double LEAST_SIDE = 28;
  private static final double MOST_SIDE = 112;
  private static final TextStyle LABEL = TextStyle.of(11, Anchor.MIDDLE);
  private static final double LABEL_BASELINE = 14;
  private static final double LABEL_HEIGHT = 17;

  private final List<Pixels> images;
  private final List<String> labels;
  private final int columns;
  private final int rows;
  private final double side;
  private final double cellWidth;
  private final double cellHeight;

  /** Takes one label an image, or none at all. */
  Grid(List<Pixels> images, List<String> labels, int columns) {
    this.images = images;
    this.labels = labels;
    this.columns = Math.min(columns, images.size());
    rows = (images.size() + this.columns - 1) / this.columns;
    side = Math.min(MOST_SIDE, Math.max(LEAST_SIDE, WIDTH / this.columns - GAP));
    cellWidth =
        images.stream().mapToDouble(image -> zoom(image, side) * image.width()).max().orElse(0);
    cellHeight =
        images.stream().mapToDouble(image -> zoom(image, side) * image.height()).max().orElse(0);
  }

  /**
   * Returns how large one pixel becomes: a multiple of one half where that is possible, since files
   * have two pixels a unit.
   */
  static double zoom(Pixels image, double side) {
    double exact = side / Math.max(image.width(), image.height());
    return exact < 0.5 ? exact : Math.floor(2 * exact) / 2;
  }

  /** Paints an image with a thin frame round it. */
  static void framed(Canvas canvas, Pixels image, Box box) {
    canvas.rect(box.grown(0.5), Colors.FRAME);
    canvas.image(image, box);
  }

  /** Returns an image without anything round it. */
  static Plot alone(Pixels image) {
    double zoom = zoom(image, MOST_SIDE);
    Box box = new Box(0, 0, zoom * image.width(), zoom * image.height());
    return new Plot(
        "1 image",
        "An image of " + image.width() + " × " + image.height() + " pixels.",
        (int) Math.ceil(box.width()),
        (int) Math.ceil(box.height()),
        canvas -> canvas.image(image, box));
  }

  Plot plot() {
    double labelHeight = labels.isEmpty() ? 0 : LABEL_HEIGHT;
    double width = 2 * MARGIN + columns * (cellWidth + GAP) - GAP;
    double height = 2 * MARGIN + rows * (cellHeight + labelHeight + GAP) - GAP;
    String title = images.size() == 1 ? "1 image" : images.size() + " images";
    String description =
        title
            + (rows == 1 ? " in one row" : " in " + rows + " rows of " + columns)
            + (labels.isEmpty() ? "" : ", labelled " + String.join(", ", labels));
    return new Plot(
        title, description, (int) Math.ceil(width), (int) Math.ceil(height), this::draw);
  }

  private void draw(Canvas canvas) {
    double labelHeight = labels.isEmpty() ? 0 : LABEL_HEIGHT;
    for (int i = 0; i < images.size(); i++) {
      Pixels image = images.get(i);
      double x = MARGIN + i % columns * (cellWidth + GAP);
      double y = MARGIN + i / columns * (cellHeight + labelHeight + GAP);
      double width = zoom(image, side) * image.width();
      double height = zoom(image, side) * image.height();
      double left = x + (cellWidth - width) / 2;
      framed(canvas, image, new Box(left, y + (cellHeight - height) / 2, width, height));
      if (!labels.isEmpty()) {
        String label = Letters.fit(labels.get(i), LABEL.size(), cellWidth + GAP - 2);
        canvas.text(label, x + cellWidth / 2, y + cellHeight + LABEL_BASELINE, LABEL);
      }
    }
  }
}
