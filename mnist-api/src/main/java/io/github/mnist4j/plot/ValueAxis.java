package io.github.mnist4j.plot;

import io.github.mnist4j.plot.Canvas.Anchor;
import io.github.mnist4j.plot.Canvas.Box;
import io.github.mnist4j.plot.Canvas.TextStyle;

/** The y axis of a panel: its ends, its marks across the panel, its label. */
final class ValueAxis {
  private static final TextStyle LABEL = TextStyle.of(11, Anchor.MIDDLE);
  private static final TextStyle TICK = TextStyle.of(10, Anchor.END).color(Colors.QUIET_TEXT);
  private static final int MOST_TICKS = 8;
  private static final double TICK_LENGTH = 4;
  private static final double TICK_GAP = 7;
  private static final double LABEL_HEIGHT = 17;
  private static final double LABEL_BEYOND = 22;

  private final Panel panel;
  private final Axis axis;
  private final Ticks ticks;

  ValueAxis(Panel panel) {
    this.panel = panel;
    axis = axis(panel);
    ticks = Ticks.of(axis.low(), axis.high(), MOST_TICKS);
  }

  private static Axis axis(Panel panel) {
    Axis around =
        Axis.around(
            panel.lines().stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(Double::doubleValue)
                .toArray());
    double low = Double.isNaN(panel.low()) ? around.low() : panel.low();
    double high = Double.isNaN(panel.high()) ? around.high() : panel.high();
    if (low >= high) { // one end is given, and all values lie beyond it
      double extent = around.high() - around.low();
      return Double.isNaN(panel.low())
          ? new Axis(high - extent, high, 0, 1)
          : new Axis(low, low + extent, 0, 1);
    }
    return new Axis(low, high, 0, 1);
  }

  /** Returns where values lie in a box, from its lower edge to its upper one. */
  Axis in(Box box) {
    return axis.placed(box.bottom(), box.y());
  }

  /** Returns whether a value lies between the ends. */
  boolean shows(double value) {
    return value >= axis.low() && value <= axis.high();
  }

  /** Returns what the labels need beside the box. */
  double spaceLeft() {
    double widest =
        ticks.labels().stream()
            .mapToDouble(label -> Letters.width(label, TICK.size()))
            .max()
            .orElse(0);
    return widest + TICK_GAP + (panel.yLabel().isEmpty() ? 0 : LABEL_HEIGHT);
  }

  /**
   * Draws marks and label, but not the line of the axis, which lies above the marks of others.
   *
   * @param box what the axes enclose
   * @param left where the label begins
   */
  void draw(Canvas canvas, Box box, double left) {
    Axis up = in(box);
    for (int i = 0; i < ticks.values().size(); i++) {
      double at = Math.round(up.at(ticks.values().get(i)));
      canvas.rect(new Box(box.x(), at, box.width(), 1), Colors.GRID);
      canvas.rect(new Box(box.x() - TICK_LENGTH, at, TICK_LENGTH, 1), Colors.FRAME);
      canvas.text(ticks.labels().get(i), box.x() - TICK_GAP, at + 4, TICK);
    }
    if (!panel.yLabel().isEmpty()) {
      String label = Letters.fit(panel.yLabel(), LABEL.size(), box.height() + LABEL_BEYOND);
      canvas.text(label, left + LABEL.size() - 2, box.centerY(), LABEL.turnedUpwards());
    }
  }
}
