package io.github.mnist4j.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes {@code docs/reference/keras-parity.md} anew; see CONTRIBUTING. */
final class ParityPage {
  static final String FILE = "docs/reference/keras-parity.md";

  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put("layers", "Layers");
    TITLES.put("activations", "Activations");
    TITLES.put("initializers", "Initializers");
    TITLES.put("regularizers", "Regularizers");
    TITLES.put("constraints", "Constraints");
    TITLES.put("losses", "Losses");
    TITLES.put("metrics", "Metrics");
    TITLES.put("optimizers", "Optimizers");
    TITLES.put("schedules", "Schedules of the learning rate");
    TITLES.put("callbacks", "Callbacks");
    TITLES.put("models", "Models");
    TITLES.put("compile", "Arguments of compile");
    TITLES.put("fit", "Arguments of fit");
    TITLES.put("evaluate", "Arguments of evaluate");
    TITLES.put("predict", "Arguments of predict");
    TITLES.put("model", "Members of a model");
  }

  private static final String HEAD =
      """
      # Keras' names, and what is here

      Each name that Keras 3.15.1 has for Sequential image models. The page is generated: Keras' names by a script from real Keras, what is here from
      the catalogues of the code, and the tests are those that show the thing, most of them against numbers that real Keras computed. A test fails
      where a name is missing here, where the page is not what the code says, and where a default is not Keras'.

      Names in Java are Keras' own: `batch_size` is `batchSize`, `"he_normal"` is `Initializers.heNormal()`. *limits* says which arguments of a class
      can have but one value, or are not there at all. What holds everywhere: numbers are `float32` (`dtype`), and axes are channels-last (`data_format`).
      """;

  private ParityPage() {}

  /** Writes the page. */
  public static void main(String... args) throws IOException {
    Path repository = repository();
    ParityTests tests = new ParityTests(repository);
    Parity parity = new Parity(tests);
    parity.problems().forEach(System.err::println);
    Files.writeString(repository.resolve(FILE), text(parity, tests));
  }

  static Path repository() {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    return Files.isDirectory(module.resolve("docs")) ? module : module.getParent();
  }

  static String text(Parity parity, ParityTests tests) {
    StringBuilder page = new StringBuilder(HEAD).append(counts(parity));
    Set<String> links = new TreeSet<>();
    parity
        .rows()
        .forEach(
            (section, rows) -> {
              page.append("\n## ").append(TITLES.get(section)).append("\n\n");
              page.append("| Keras | here | limits | shown by |\n|---|---|---|---|\n");
              for (ParityRow row : rows) {
                page.append(line(row));
                links.addAll(row.tests());
              }
              page.append(own(section));
            });
    page.append('\n');
    links.forEach(test -> page.append("[" + test + "]: ../../" + tests.path(test)).append('\n'));
    return page.toString();
  }

  private static String counts(Parity parity) {
    StringBuilder counts = new StringBuilder("\n| | here | of |\n|---|---|---|\n");
    parity
        .rows()
        .forEach(
            (section, rows) -> {
              long there = rows.stream().filter(ParityRow::there).count();
              String title = TITLES.get(section);
              String anchor = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
              counts.append(
                  "| [%s](#%s) | %d | %d |\n".formatted(title, anchor, there, rows.size()));
            });
    return counts.toString();
  }

  private static String line(ParityRow row) {
    List<String> tests = new ArrayList<>();
    row.tests().forEach(test -> tests.add("[" + test + "]"));
    String here = row.there() ? row.here() : "no: " + row.here();
    return "| `%s` | %s | %s | %s |\n"
        .formatted(row.keras(), here, row.limits(), String.join(" ", tests));
  }

  /** What a catalogue has beyond Keras. */
  private static String own(String section) {
    ParityCatalogue<?> catalogue = ParityCatalogue.all().get(section);
    if (catalogue == null) {
      return "";
    }
    Set<String> own = new TreeSet<>(catalogue.types().keySet());
    KerasNames.sections().get(section).forEach(name -> own.remove(name.is()));
    return own.isEmpty() ? "" : "\nBeside Keras': `" + String.join("`, `", own) + "`.\n";
  }
}
