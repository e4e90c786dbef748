package io.github.mnist4j.plot;

import java.util.ArrayList;
import java.util.List;

/** Cuts a series into the pieces to draw: at gaps, and where it leaves the axis' range. */
final class Polylines {
  private final Axis x;
  private final Axis y;
  private final List<double[]> pieces = new ArrayList<>();
  private final List<Double> piece = new ArrayList<>();

  private Polylines(Axis x, Axis y) {
    this.x = x;
    this.y = y;
  }

  /**
   * Returns the pieces as points of the picture, in pairs x, y; a value between two gaps gives a
   * piece of one point.
   */
  static List<double[]> of(List<Double> values, Axis x, Axis y) {
    Polylines lines = new Polylines(x, y);
    for (int i = 0; i < values.size(); i++) {
      if (i == 0 || !Axis.isShown(values.get(i - 1))) {
        lines.end();
        lines.start(i + 1, values.get(i));
      } else {
        lines.segment(i, values.get(i - 1), values.get(i));
      }
    }
    lines.end();
    return lines.pieces;
  }

  private void start(int at, double value) {
    if (Axis.isShown(value) && value >= y.low() && value <= y.high()) {
      add(at, value);
    }
  }

  /** Adds what of a straight line lies in the range; it runs from {@code at} to {@code at} + 1. */
  private void segment(int at, double from, double to) {
    if (!Axis.isShown(to)) {
      end();
      return;
    }
    double enter = 0;
    double leave = 1;
    if (from == to) {
      leave = from >= y.low() && from <= y.high() ? 1 : -1;
    } else {
      double atLow = (y.low() - from) / (to - from);
      double atHigh = (y.high() - from) / (to - from);
      enter = Math.max(0, Math.min(atLow, atHigh));
      leave = Math.min(1, Math.max(atLow, atHigh));
    }
    if (enter > leave) {
      end();
      return;
    }
    if (enter > 0) {
      end();
      add(at + enter, from + enter * (to - from));
    }
    add(at + leave, leave == 1 ? to : from + leave * (to - from));
    if (leave < 1) {
      end();
    }
  }

  private void add(double at, double value) {
    piece.add(x.at(at));
    piece.add(y.at(value));
  }

  private void end() {
    if (!piece.isEmpty()) {
      pieces.add(piece.stream().mapToDouble(Double::doubleValue).toArray());
      piece.clear();
    }
  }
}
