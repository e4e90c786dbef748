package io.github.mnist4j.plot;

import io.github.mnist4j.metrics.ConfusionMatrix;
import io.github.mnist4j.plot.Canvas.Anchor;
import io.github.mnist4j.plot.Canvas.Box;
import io.github.mnist4j.plot.Canvas.TextStyle;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A square a pair of classes. What is right is blue by its part of the class; mistakes are orange
 * and relative to the most frequent one, since beside what is right they would not be seen.
 */
final class Confusion {
  private static final double MARGIN = 14;
  private static final double HEADER = 42;
  private static final double SIDE = 460;
  private static final double LEAST_CELL = 3;
  private static final double MOST_CELL = 58;
  private static final double WIDEST_NAME = 110;
  private static final double LEAST_NUMBER = 6;
  private static final double LABEL_SPACE = 20;
  private static final double NAME_GAP = 6;
  private static final double NAME_HEIGHT = 13;
  private static final String KEY =
      "blue: right, by class;  orange: mistakes, the most frequent strongest";

  private static final TextStyle TITLE = TextStyle.of(13, Anchor.START);
  private static final TextStyle NOTE = TextStyle.of(10, Anchor.START).color(Colors.QUIET_TEXT);
  private static final TextStyle NAME = TextStyle.of(11, Anchor.END);
  private static final TextStyle LABEL = TextStyle.of(11, Anchor.MIDDLE).color(Colors.QUIET_TEXT);

  private final ConfusionMatrix matrix;
  private final List<String> names;
  private final int classes;
  private final long[] support;
  private final double cell;
  private final double worst;
  private final double numberSize;
  private final double nameWidth;
  private final boolean upwards;

  Confusion(ConfusionMatrix matrix, List<String> names) {
    this.matrix = matrix;
    this.names = names;
    classes = matrix.classes();
    support = IntStream.range(0, classes).mapToLong(matrix::support).toArray();
    cell = Math.min(MOST_CELL, Math.max(LEAST_CELL, Math.floor(SIDE / classes)));
    double most = 0;
    double widest = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        most = i == j ? most : Math.max(most, share(i, j));
        widest = Math.max(widest, Letters.width(Long.toString(matrix.count(i, j)), 1));
      }
    }
    worst = most;
    numberSize = Math.min(12, 0.86 * cell / widest);
    double name = names.stream().mapToDouble(n -> Letters.width(n, NAME.size())).max().orElse(0);
    nameWidth = Math.min(WIDEST_NAME, name);
    upwards = name > cell - 4;
  }

  private double share(int truth, int predicted) {
    return support[truth] == 0 ? 0 : (double) matrix.count(truth, predicted) / support[truth];
  }

  Plot plot() {
    double left = MARGIN + LABEL_SPACE + nameWidth + NAME_GAP;
    double top = MARGIN + HEADER;
    double side = classes * cell;
    double header =
        MARGIN + Math.max(Letters.width(title(), TITLE.size()), Letters.width(KEY, NOTE.size()));
    double below = (upwards ? nameWidth : NAME_HEIGHT) + NAME_GAP + LABEL_SPACE;
    Box box = new Box(left, top, side, side);
    return new Plot(
        title(),
        description(),
        (int) Math.ceil(Math.max(header, left + side) + MARGIN),
        (int) Math.ceil(top + side + below + MARGIN),
        canvas -> draw(canvas, box));
  }

  private String title() {
    return "Confusion matrix: " + matrix.correct() + " of " + matrix.total() + " right";
  }

  private String description() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < classes; i++) {
      text.append(names.get(i)).append(": ").append(matrix.count(i, i)).append(" of ");
      text.append(support[i]).append(" right").append(i < classes - 1 ? "; " : ".");
    }
    return text.toString();
  }

  private void draw(Canvas canvas, Box box) {
    canvas.text(title(), MARGIN, MARGIN + TITLE.size() - 1, TITLE);
    canvas.text(KEY, MARGIN, MARGIN + 29, NOTE);
    canvas.rect(box.grown(1), Colors.FRAME);
    canvas.rect(box, Colors.PAPER);
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        drawCell(canvas, box, i, j);
      }
    }
    drawLines(canvas, box);
    drawNames(canvas, box);
    canvas.text("true class", MARGIN + 10, box.centerY(), LABEL.turnedUpwards());
    double below = box.bottom() + NAME_GAP + (upwards ? nameWidth : NAME_HEIGHT);
    canvas.text("predicted class", box.centerX(), below + 15, LABEL);
  }

  private void drawCell(Canvas canvas, Box box, int truth, int predicted) {
    long count = matrix.count(truth, predicted);
    if (count == 0) {
      return;
    }
    double share = share(truth, predicted);
    int color =
        truth == predicted
            ? Colors.mix(Colors.PAPER, Colors.series(0), share)
            : Colors.mix(Colors.PAPER, Colors.series(1), 0.12 + 0.88 * share / worst);
    Box place = new Box(box.x() + predicted * cell, box.y() + truth * cell, cell, cell);
    canvas.rect(place, color);
    if (numberSize >= LEAST_NUMBER) {
      TextStyle style = TextStyle.of(numberSize, Anchor.MIDDLE);
      boolean dark = truth == predicted && share > 0.5;
      canvas.text(
          Long.toString(count),
          place.centerX(),
          place.centerY() + 0.36 * numberSize,
          style.color(dark ? Colors.PAPER : Colors.TEXT));
    }
  }

  private void drawLines(Canvas canvas, Box box) {
    for (int i = 1; i < classes && cell >= 8; i++) {
      canvas.rect(new Box(box.x() + i * cell, box.y(), 1, box.height()), Colors.GRID);
      canvas.rect(new Box(box.x(), box.y() + i * cell, box.width(), 1), Colors.GRID);
    }
  }

  /** Leaves out names that would lie over each other. */
  private void drawNames(Canvas canvas, Box box) {
    int step = (int) Math.ceil(NAME_HEIGHT / cell);
    for (int i = 0; i < classes; i += step) {
      String name = Letters.fit(names.get(i), NAME.size(), WIDEST_NAME);
      double middle = (i + 0.5) * cell;
      canvas.text(name, box.x() - NAME_GAP, box.y() + middle + 4, NAME);
      double below = box.bottom() + NAME_GAP;
      if (upwards) {
        canvas.text(name, box.x() + middle + 4, below, NAME.turnedUpwards());
      } else {
        TextStyle style = TextStyle.of(NAME.size(), Anchor.MIDDLE);
        canvas.text(name, box.x() + middle, below + 10, style);
      }
    }
  }
}
