package io.github.mnist4j.plot;

import io.github.mnist4j.plot.Canvas.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Panels of boxes, side by side. */
final class Boxes {
  private static final double MARGIN = 14;
  private static final double GAP = 26;

  private final List<Panel> panels;
  private final List<BoxPanel> drawings;

  Boxes(List<Panel> panels) {
    this.panels = panels;
    drawings = panels.stream().map(BoxPanel::new).toList();
  }

  Plot plot() {
    List<Box> boxes = new ArrayList<>();
    double x = MARGIN;
    double above = drawings.stream().mapToDouble(BoxPanel::spaceAbove).max().orElse(0);
    double below = drawings.stream().mapToDouble(BoxPanel::spaceBelow).max().orElse(0);
    for (BoxPanel drawing : drawings) {
      double left = Math.ceil(x + drawing.spaceLeft());
      boxes.add(new Box(left, MARGIN + above, drawing.width(), BoxPanel.HEIGHT));
      x = left + drawing.width() + GAP;
    }
    String title =
        panels.stream()
            .map(Panel::title)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return new Plot(
        title.isEmpty() ? "Boxes" : title,
        panels.stream().map(Boxes::describe).collect(Collectors.joining(" ")),
        (int) Math.ceil(x - GAP + MARGIN),
        (int) Math.ceil(MARGIN + above + BoxPanel.HEIGHT + below + MARGIN),
        canvas -> {
          for (int i = 0; i < boxes.size(); i++) {
            drawings.get(i).draw(canvas, boxes.get(i));
          }
        });
  }

  private static String describe(Panel panel) {
    return panel.lines().stream()
        .map(line -> line.name() + " " + spread(line.values()))
        .collect(Collectors.joining("; ", panel.title() + ": ", "."));
  }

  private static String spread(List<Double> values) {
    double[] shown = shown(values);
    if (shown.length == 0) {
      return "no values";
    }
    FiveNumbers numbers = FiveNumbers.of(shown);
    String count = shown.length == 1 ? "1 value" : shown.length + " values";
    String outliers = numbers.outliers() == 0 ? "" : ", " + numbers.outliers() + " beyond";
    return String.format(
        Locale.ROOT,
        "median %.4g, quartiles %.4g and %.4g, whiskers %.4g to %.4g%s, of %s",
        numbers.median(),
        numbers.lowerQuartile(),
        numbers.upperQuartile(),
        numbers.lowerWhisker(),
        numbers.upperWhisker(),
        outliers,
        count);
  }

  /** Returns the values that can be shown. */
  static double[] shown(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).filter(Axis::isShown).toArray();
  }
}
