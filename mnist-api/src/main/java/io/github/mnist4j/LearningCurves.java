package io.github.mnist4j;

import io.github.mnist4j.plot.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Panels of a history: one a number, training and validation in the same. */
final class LearningCurves {
  private static final String VALIDATION = "val_";

  private LearningCurves() {}

  /** Returns the loss first, then the rest as it was recorded; nothing where nothing was. */
  static List<Panel> of(History history) {
    List<String> names = new ArrayList<>(history.names());
    if (names.remove("loss")) {
      names.add(0, "loss");
    }
    List<Panel> panels = new ArrayList<>();
    for (String name : names) {
      String training = name.startsWith(VALIDATION) ? name.substring(VALIDATION.length()) : name;
      if (training.equals(name)) {
        panels.add(panel(history, name, names.contains(VALIDATION + name)));
      } else if (!names.contains(training)) { // a callback's own
        panels.add(Panel.of(title(name), "epoch", name).line("validation", history.get(name)));
      }
    }
    return panels;
  }

  private static Panel panel(History history, String name, boolean validated) {
    Panel panel = Panel.of(title(name), "epoch", name).line("training", history.get(name));
    return validated ? panel.line("validation", history.get(VALIDATION + name)) : panel;
  }

  private static String title(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' ');
  }
}
