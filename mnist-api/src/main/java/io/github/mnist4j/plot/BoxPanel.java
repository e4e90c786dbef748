package io.github.mnist4j.plot;

import io.github.mnist4j.plot.Canvas.Anchor;
import io.github.mnist4j.plot.Canvas.Box;
import io.github.mnist4j.plot.Canvas.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** One panel of boxes: title, y axis, and a box with its points for each line. */
final class BoxPanel {
  static final double HEIGHT = 240;

  private static final TextStyle TITLE = TextStyle.of(13, Anchor.START);
  private static final TextStyle LABEL = TextStyle.of(11, Anchor.MIDDLE);
  private static final TextStyle NAME = TextStyle.of(11, Anchor.MIDDLE);
  private static final double TITLE_HEIGHT = 22;
  private static final double NAMES_HEIGHT = 20;
  private static final double LABEL_HEIGHT = 17;
  private static final double LEAST_WIDTH = 210;
  private static final double SLOT = 92;
  private static final double BOX = 46;
  private static final double CAP = 20;
  private static final double LINE = 1.4;
  private static final double MEDIAN = 3;
  private static final double POINT = 2.4;
  private static final double RING = 3.6;
  private static final int MOST_LARGE_POINTS = 40;
  private static final double SMALL = 0.6;
  private static final double GOLDEN_RATIO = 0.6180339887;

  private final Panel panel;
  private final ValueAxis y;

  BoxPanel(Panel panel) {
    this.panel = panel;
    y = new ValueAxis(panel);
  }

  double width() {
    return Math.max(LEAST_WIDTH, panel.lines().size() * SLOT);
  }

  double spaceLeft() {
    return y.spaceLeft();
  }

  double spaceAbove() {
    return panel.title().isEmpty() ? 0 : TITLE_HEIGHT;
  }

  double spaceBelow() {
    return NAMES_HEIGHT + (panel.xLabel().isEmpty() ? 0 : LABEL_HEIGHT);
  }

  /** Draws all of it around and into what the axes enclose. */
  void draw(Canvas canvas, Box box) {
    String title = Letters.fit(panel.title(), TITLE.size(), box.width());
    canvas.text(title, box.x(), box.y() - TITLE_HEIGHT + TITLE.size(), TITLE);
    y.draw(canvas, box, box.x() - spaceLeft());
    canvas.rect(new Box(box.x(), box.bottom(), box.width(), 1), Colors.FRAME);
    canvas.rect(new Box(box.x(), box.y(), 1, box.height()), Colors.FRAME);
    double slot = box.width() / panel.lines().size();
    for (int i = 0; i < panel.lines().size(); i++) {
      double middle = Math.round(box.x() + (i + 0.5) * slot);
      String name = Letters.fit(panel.lines().get(i).name(), NAME.size(), slot - 6);
      canvas.text(name, middle, box.bottom() + NAMES_HEIGHT - 4, NAME);
      double[] shown = Boxes.shown(panel.lines().get(i).values());
      if (shown.length > 0) {
        drawBox(canvas, box, middle, FiveNumbers.of(shown), Colors.series(i));
      }
    }
    if (!panel.xLabel().isEmpty()) {
      String label = Letters.fit(panel.xLabel(), LABEL.size(), box.width());
      canvas.text(label, box.centerX(), box.bottom() + NAMES_HEIGHT + 12, LABEL);
    }
  }

  private void drawBox(Canvas canvas, Box box, double x, FiveNumbers numbers, int color) {
    Axis up = y.in(box);
    double top = inside(box, up.at(numbers.upperQuartile()));
    double bottom = inside(box, up.at(numbers.lowerQuartile()));
    drawWhisker(canvas, x, top, inside(box, up.at(numbers.upperWhisker())), color);
    drawWhisker(canvas, x, bottom, inside(box, up.at(numbers.lowerWhisker())), color);
    Box frame = new Box(x - BOX / 2, top, BOX, bottom - top);
    canvas.rect(frame.grown(LINE / 2), color);
    if (frame.height() > LINE) {
      canvas.rect(frame.grown(-LINE / 2), Colors.mix(color, Colors.PAPER, 0.75));
    }
    if (y.shows(numbers.median())) {
      double middle = up.at(numbers.median());
      canvas.rect(new Box(frame.x(), middle - MEDIAN / 2, BOX, MEDIAN), color);
    }
    drawPoints(canvas, x, up, numbers, color);
  }

  /** Of a fixed range, what lies beyond ends at the edge. */
  private static double inside(Box box, double at) {
    return Math.max(box.y(), Math.min(box.bottom(), at));
  }

  private static void drawWhisker(Canvas canvas, double x, double from, double to, int color) {
    canvas.polyline(new double[] {x, from, x, to}, LINE, color);
    canvas.polyline(new double[] {x - CAP / 2, to, x + CAP / 2, to}, LINE, color);
  }

  private void drawPoints(Canvas canvas, double x, Axis up, FiveNumbers numbers, int color) {
    List<Double> values = numbers.values().stream().filter(y::shows).toList();
    boolean few = values.size() <= MOST_LARGE_POINTS;
    double scale = few ? 1 : SMALL;
    List<Double> aside = aside(values.stream().map(up::at).toList(), scale * RING);
    for (int i = 0; i < values.size(); i++) {
      double left = x + aside.get(i);
      double at = up.at(values.get(i));
      if (numbers.isOutlier(values.get(i))) {
        canvas.circle(left, at, scale * RING, color);
        canvas.circle(left, at, scale * POINT, Colors.PAPER);
      } else {
        if (few) {
          canvas.circle(left, at, RING, Colors.PAPER);
        }
        canvas.circle(left, at, scale * POINT, color);
      }
    }
  }

  /** Returns how far aside points move so that none hides another, as far as the box is wide. */
  private static List<Double> aside(List<Double> places, double radius) {
    List<Double> aside = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      double free = (i * GOLDEN_RATIO % 1 - 0.5) * BOX; // where there is no more room: anywhere
      for (int step = 0; step <= 2 * BOX / radius; step++) {
        double tried = (step % 2 == 0 ? step : -step - 1) / 2 * radius;
        if (Math.abs(tried) <= BOX / 2 && isFree(places, aside, i, tried, 2 * radius)) {
          free = tried;
          break;
        }
      }
      aside.add(free);
    }
    return aside;
  }

  private static boolean isFree(
      List<Double> places, List<Double> aside, int i, double tried, double distance) {
    for (int j = i - 1; j >= 0 && Math.abs(places.get(j) - places.get(i)) < distance; j--) {
      if (Math.hypot(places.get(j) - places.get(i), aside.get(j) - tried) < distance) {
        return false;
      }
    }
    return true;
  }
}
