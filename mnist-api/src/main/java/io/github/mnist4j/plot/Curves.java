package io.github.mnist4j.plot;

import io.github.mnist4j.plot.Canvas.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Panels one above the other, their axes flush. */
final class Curves {
  private static final int WIDTH = 680;
  private static final double MARGIN = 14;
  private static final double GAP = 18;

  private final List<PanelDrawing> drawings = new ArrayList<>();
  private final List<Panel> panels;

  Curves(List<Panel> panels) {
    this.panels = panels;
    int last =
        panels.stream()
            .flatMap(panel -> panel.lines().stream())
            .mapToInt(line -> line.values().size())
            .max()
            .orElse(1);
    panels.forEach(panel -> drawings.add(new PanelDrawing(panel, last)));
  }

  Plot plot() {
    double left = MARGIN + drawings.stream().mapToDouble(PanelDrawing::spaceLeft).max().orElse(0);
    double width = WIDTH - MARGIN - left;
    List<Box> boxes = new ArrayList<>();
    double y = MARGIN;
    for (PanelDrawing drawing : drawings) {
      y += drawing.spaceAbove(width);
      boxes.add(new Box(left, y, width, PanelDrawing.HEIGHT));
      y += PanelDrawing.HEIGHT + drawing.spaceBelow() + GAP;
    }
    String title =
        panels.stream()
            .map(Panel::title)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return new Plot(
        title.isEmpty() ? "Curves" : title,
        panels.stream().map(Curves::describe).collect(Collectors.joining(" ")),
        WIDTH,
        (int) Math.ceil(y - GAP + MARGIN),
        canvas -> {
          for (int i = 0; i < boxes.size(); i++) {
            drawings.get(i).draw(canvas, boxes.get(i), MARGIN);
          }
        });
  }

  private static String describe(Panel panel) {
    return panel.lines().stream()
        .map(line -> line.name() + " " + course(line.values()))
        .collect(Collectors.joining("; ", panel.title() + ": ", "."));
  }

  private static String course(List<Double> values) {
    double last = values.get(values.size() - 1);
    return values.size() == 1
        ? String.format(Locale.ROOT, "%.4g", last)
        : String.format(
            Locale.ROOT, "from %.4g to %.4g in %d values", values.get(0), last, values.size());
  }
}
