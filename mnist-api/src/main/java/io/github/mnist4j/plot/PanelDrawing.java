package io.github.mnist4j.plot;

import io.github.mnist4j.plot.Canvas.Anchor;
import io.github.mnist4j.plot.Canvas.Box;
import io.github.mnist4j.plot.Canvas.TextStyle;
import java.util.List;

/** One panel: grid, axes, lines, labels, and the legend above. */
final class PanelDrawing {
  static final double HEIGHT = 190;

  private static final TextStyle TITLE = TextStyle.of(13, Anchor.START);
  private static final TextStyle LABEL = TextStyle.of(11, Anchor.MIDDLE);
  private static final TextStyle TICK_BELOW =
      TextStyle.of(10, Anchor.MIDDLE).color(Colors.QUIET_TEXT);

  private static final int MOST_X_TICKS = 12;
  private static final int MOST_MARKERS = 30;
  private static final double TITLE_HEIGHT = 22;
  private static final double TICK_LENGTH = 4;
  private static final double TICKS_HEIGHT = 19;
  private static final double LABEL_HEIGHT = 17;
  private static final double LINE = 1.8;
  private static final double MARKER = 2.8;

  private final Panel panel;
  private final Legend legend;
  private final Axis x;
  private final ValueAxis y;
  private final Ticks xTicks;
  private final boolean markers;

  /**
   * Chooses axes and marks.
   *
   * @param last where the x axis ends: the longest line of all panels
   */
  PanelDrawing(Panel panel, int last) {
    this.panel = panel;
    markers = last <= MOST_MARKERS;
    legend = new Legend(panel.lines().stream().map(Panel.Line::name).toList(), markers);
    double space = last == 1 ? 0.5 : 0.03 * (last - 1);
    x = new Axis(1 - space, last + space, 0, 1);
    y = new ValueAxis(panel);
    xTicks = Ticks.whole(1, last, MOST_X_TICKS);
  }

  /** Returns what the labels of the y axis need. */
  double spaceLeft() {
    return y.spaceLeft();
  }

  /** Returns what title and legend need. */
  double spaceAbove(double width) {
    double title = panel.title().isEmpty() ? 0 : TITLE_HEIGHT;
    return legendIsBesideTitle(width) ? TITLE_HEIGHT : title + legend.height(width);
  }

  private boolean legendIsBesideTitle(double width) {
    double title = Letters.width(panel.title(), TITLE.size());
    return title + 2 * TITLE_HEIGHT + legend.width() <= width;
  }

  /** Returns what the labels of the x axis need. */
  double spaceBelow() {
    return TICKS_HEIGHT + (panel.xLabel().isEmpty() ? 0 : LABEL_HEIGHT);
  }

  /**
   * Draws all of it.
   *
   * @param box what the axes enclose
   * @param left where the label of the y axis begins
   */
  void draw(Canvas canvas, Box box, double left) {
    drawHeader(canvas, box);
    Axis right = x.placed(box.x(), box.right());
    Axis up = y.in(box);
    drawX(canvas, box, right);
    y.draw(canvas, box, left);
    canvas.rect(new Box(box.x(), box.bottom(), box.width(), 1), Colors.FRAME);
    canvas.rect(new Box(box.x(), box.y(), 1, box.height()), Colors.FRAME);
    for (int i = 0; i < panel.lines().size(); i++) {
      drawLine(canvas, panel.lines().get(i).values(), Colors.series(i), right, up);
    }
  }

  private void drawHeader(Canvas canvas, Box box) {
    double top = box.y() - spaceAbove(box.width());
    String title = Letters.fit(panel.title(), TITLE.size(), box.width());
    canvas.text(title, box.x(), top + TITLE.size(), TITLE);
    if (legendIsBesideTitle(box.width())) {
      legend.draw(canvas, box.right() - legend.width(), top - 1, box.width());
    } else {
      legend.draw(canvas, box.x(), box.y() - legend.height(box.width()), box.width());
    }
  }

  private void drawX(Canvas canvas, Box box, Axis axis) {
    for (int i = 0; i < xTicks.values().size(); i++) {
      double at = Math.round(axis.at(xTicks.values().get(i)));
      canvas.rect(new Box(at, box.y(), 1, box.height()), Colors.GRID);
      canvas.rect(new Box(at, box.bottom(), 1, TICK_LENGTH), Colors.FRAME);
      canvas.text(xTicks.labels().get(i), at + 0.5, box.bottom() + 15, TICK_BELOW);
    }
    if (!panel.xLabel().isEmpty()) {
      String label = Letters.fit(panel.xLabel(), LABEL.size(), box.width());
      canvas.text(label, box.centerX(), box.bottom() + TICKS_HEIGHT + 12, LABEL);
    }
  }

  private void drawLine(Canvas canvas, List<Double> values, int color, Axis right, Axis up) {
    for (double[] piece : Polylines.of(values, right, up)) {
      if (piece.length > 2) {
        canvas.polyline(piece, LINE, color);
      } else if (!markers) {
        canvas.circle(piece[0], piece[1], MARKER, color);
      }
    }
    for (int i = 0; markers && i < values.size(); i++) {
      double value = values.get(i);
      if (y.shows(value)) {
        canvas.circle(right.at(i + 1), up.at(value), MARKER, color);
      }
    }
  }
}
