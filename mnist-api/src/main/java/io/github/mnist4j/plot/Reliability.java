package io.github.mnist4j.plot;

import io.github.mnist4j.evaluation.Calibration;
import io.github.mnist4j.evaluation.Calibration.Bin;
import io.github.mnist4j.plot.Canvas.Anchor;
import io.github.mnist4j.plot.Canvas.Box;
import io.github.mnist4j.plot.Canvas.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How often a network is right beside how sure it is, and below how many samples that is of. */
final class Reliability {
  private static final double MARGIN = 14;
  private static final double HEADER = 42;
  private static final double SIDE = 400;
  private static final double COUNTS = 70;
  private static final double GAP = 22;
  private static final double LEFT = 56;
  private static final double BELOW = 40;
  private static final double DOT = 3.6;
  private static final double LEAST_NUMBER = 6;

  /** Of the normal distribution, for 95 in 100. */
  private static final double DEVIATIONS = 1.96;

  private static final TextStyle TITLE = TextStyle.of(13, Anchor.START);
  private static final TextStyle NOTE = TextStyle.of(10, Anchor.START).color(Colors.QUIET_TEXT);
  private static final TextStyle LABEL = TextStyle.of(11, Anchor.MIDDLE);
  private static final TextStyle TICK = TextStyle.of(10, Anchor.MIDDLE).color(Colors.QUIET_TEXT);
  private static final TextStyle TICK_LEFT = TextStyle.of(10, Anchor.END).color(Colors.QUIET_TEXT);

  private final Calibration calibration;
  private final List<Bin> filled;

  Reliability(Calibration calibration) {
    this.calibration = calibration;
    filled = calibration.bins().stream().filter(bin -> bin.count() > 0).toList();
  }

  Plot plot() {
    double top = MARGIN + HEADER;
    Box box = new Box(LEFT, top, SIDE, SIDE);
    Box counts = new Box(LEFT, box.bottom() + GAP, SIDE, COUNTS);
    return new Plot(
        title(),
        description(),
        (int) (LEFT + SIDE + MARGIN),
        (int) (counts.bottom() + BELOW + MARGIN),
        canvas -> {
          canvas.text(title(), MARGIN, MARGIN + TITLE.size() - 1, TITLE);
          canvas.text(
              "dots on the line: as often right as sure;  strokes: 95 % intervals",
              MARGIN, MARGIN + 29, NOTE);
          drawCurve(canvas, box);
          drawCounts(canvas, counts);
        });
  }

  private String title() {
    return String.format(
        Locale.ROOT,
        "Calibration: expected error %.4f, maximum %.4f",
        calibration.expectedError(),
        calibration.maximumError());
  }

  private String description() {
    return filled.stream()
        .map(
            bin ->
                String.format(
                    Locale.ROOT,
                    "%d samples of confidence %.3f are right in %.1f %%",
                    bin.count(),
                    bin.confidence(),
                    100 * bin.accuracy()))
        .collect(Collectors.joining("; ", "", "."));
  }

  private void drawCurve(Canvas canvas, Box box) {
    Axis right = new Axis(0, 1, box.x(), box.right());
    Axis up = new Axis(0, 1, box.bottom(), box.y());
    for (Bin bin : filled) {
      double height = box.bottom() - up.at(bin.accuracy());
      canvas.rect(column(bin, right, up.at(bin.accuracy()), height), Colors.BAR);
    }
    Ticks ticks = Ticks.of(0, 1, 5);
    for (int i = 0; i < ticks.values().size(); i++) {
      double y = Math.round(up.at(ticks.values().get(i)));
      canvas.rect(new Box(box.x(), y, box.width(), 1), Colors.GRID);
      canvas.text(ticks.labels().get(i), box.x() - 6, y + 4, TICK_LEFT);
    }
    frame(canvas, box);
    canvas.text("accuracy", MARGIN + 9, box.centerY(), LABEL.turnedUpwards());
    canvas.polyline(new double[] {box.x(), box.bottom(), box.right(), box.y()}, 1.4, Colors.FRAME);
    for (Bin bin : filled) {
      double x = right.at(bin.confidence());
      double[] ends = interval(bin);
      canvas.polyline(new double[] {x, up.at(ends[0]), x, up.at(ends[1])}, 1.4, Colors.QUIET_TEXT);
      canvas.circle(x, up.at(bin.accuracy()), DOT, Colors.series(0));
    }
  }

  /** Wilson's interval (1927), which stays within 0 and 1 also where there are few samples. */
  private static double[] interval(Bin bin) {
    double n = bin.count();
    double z = DEVIATIONS * DEVIATIONS;
    double middle = (bin.accuracy() + z / (2 * n)) / (1 + z / n);
    double variance = bin.accuracy() * (1 - bin.accuracy()) / n + z / (4 * n * n);
    double half = DEVIATIONS * Math.sqrt(variance) / (1 + z / n);
    return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
  }

  private static Box column(Bin bin, Axis right, double y, double height) {
    double x = right.at(bin.low()) + 1;
    return new Box(x, y, right.at(bin.high()) - 1 - x, height);
  }

  private void drawCounts(Canvas canvas, Box box) {
    long most = filled.stream().mapToLong(Bin::count).max().orElse(1);
    Axis right = new Axis(0, 1, box.x(), box.right());
    double room = box.width() / calibration.bins().size() - 2;
    double size = Math.min(10, room / Letters.width(Long.toString(most), 1));
    for (Bin bin : filled) {
      double height = Math.max(1, (box.height() - 16) * bin.count() / most);
      Box column = column(bin, right, box.bottom() - height, height);
      canvas.rect(column, Colors.series(0));
      if (size >= LEAST_NUMBER) {
        TextStyle style = TextStyle.of(size, Anchor.MIDDLE);
        canvas.text(Long.toString(bin.count()), column.centerX(), column.y() - 4, style);
      }
    }
    frame(canvas, box);
    canvas.text("samples", MARGIN + 9, box.centerY(), LABEL.turnedUpwards());
    Ticks ticks = Ticks.of(0, 1, 5);
    for (int i = 0; i < ticks.values().size(); i++) {
      double x = Math.round(right.at(ticks.values().get(i)));
      canvas.rect(new Box(x, box.bottom(), 1, 4), Colors.FRAME);
      canvas.text(ticks.labels().get(i), x + 0.5, box.bottom() + 15, TICK);
    }
    canvas.text(
        "confidence: probability of the predicted class", box.centerX(), box.bottom() + 33, LABEL);
  }

  private static void frame(Canvas canvas, Box box) {
    canvas.rect(new Box(box.x(), box.bottom(), box.width(), 1), Colors.FRAME);
    canvas.rect(new Box(box.x(), box.y(), 1, box.height()), Colors.FRAME);
  }
}
