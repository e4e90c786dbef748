package io.github.mnist4j.io;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.LossMetric;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Works out the rows of the page, from Keras' names, the catalogues and the table. */
final class Parity {
  private static final List<String> PACKAGES =
      List.of("", "layers.", "losses.", "metrics.", "optimizers.", "callbacks.", "data.");
  private static final int TESTS = 2;

  /** Arguments that every class of Keras has, and of which the page speaks once. */
  private static final Set<String> COMMON = Set.of("name", "dtype", "data_format", "shape");

  private final ParityTests tests;
  private final Map<String, ParityTable.Line> table = new LinkedHashMap<>(ParityTable.lines());
  private final List<String> problems = new ArrayList<>();
  private final Map<String, List<ParityRow>> rows = new LinkedHashMap<>();

  Parity(ParityTests tests) {
    this.tests = tests;
    KerasNames.sections()
        .forEach(
            (section, names) ->
                rows.put(section, names.stream().map(name -> row(section, name)).toList()));
    table.keySet().forEach(line -> problems.add(line + ": in ParityTable, but no name of Keras"));
  }

  /** Returns the rows by section. */
  Map<String, List<ParityRow>> rows() {
    return rows;
  }

  /** Returns what keeps the page from being whole and true. */
  List<String> problems() {
    return problems;
  }

  private ParityRow row(String section, KerasNames.Name name) {
    ParityTable.Line line = table.remove(section + "/" + name.name());
    Optional<ParityRow> found = found(section, name);
    String at = section + "/" + name.name();
    if (line != null) {
      if (found.isPresent()) {
        problems.add(at + ": is there by now; take it out of ParityTable");
      }
      return line.why().isEmpty() ? other(at, name, line) : no(name, line.why());
    }
    if (found.isPresent()) {
      if (found.get().there() && found.get().tests().isEmpty()) {
        problems.add(at + ": no test shows it; name one in ParityTable.TESTS");
      }
      return found.get();
    }
    if (!name.is().equals(name.name())) {
      return no(name, "as `" + name.is() + "`");
    }
    problems.add(at + ": neither in a catalogue nor in ParityTable; give it a line there");
    return no(name, "?");
  }

  private static ParityRow no(KerasNames.Name name, String why) {
    return new ParityRow(name.name(), false, why, "", List.of());
  }

  private ParityRow other(String at, KerasNames.Name name, ParityTable.Line line) {
    if (!exists(line.here())) {
      problems.add(at + ": there is no " + line.here());
    }
    String member = line.here().substring(line.here().indexOf('.') + 1);
    for (String test : line.tests()) {
      if (!tests.shows(test, List.of(member))) {
        problems.add(at + ": " + test + " is not there, or does not show " + member);
      }
    }
    return new ParityRow(name.name(), true, "`" + line.here() + "`", "", line.tests());
  }

  /** Returns what the code says of a name, if anything. */
  private Optional<ParityRow> found(String section, KerasNames.Name name) {
    return switch (section) {
      case "activations" -> activation(name);
      case "callbacks" -> callback(name);
      case "compile" -> member(section, name, CompileOptions.class);
      case "fit" -> member(section, name, FitOptions.class);
      case "model" -> member(section, name, Model.class, Sequential.class);
      case "models", "evaluate", "predict" -> Optional.empty();
      default -> catalogued(section, name, ParityCatalogue.all().get(section));
    };
  }

  private Optional<ParityRow> activation(KerasNames.Name name) {
    boolean there = Stream.of(Activation.values()).anyMatch(a -> a.name().equals(name.is()));
    return there
        ? Optional.of(yes("activations", name, "Activation." + name.is(), "", name.is()))
        : Optional.empty();
  }

  private Optional<ParityRow> callback(KerasNames.Name name) {
    try {
      Class<?> type = Class.forName("io.github.mnist4j.callbacks." + name.name());
      Set<String> here = new LinkedHashSet<>();
      if (type.isRecord()) {
        for (RecordComponent component : type.getRecordComponents()) {
          here.add(Layers.snakeCase(component.getName()));
        }
      }
      List<String> missing = new ArrayList<>();
      for (KerasNames.Argument argument : name.arguments()) {
        if (!here.contains(argument.name())) {
          missing.add(argument.name());
        }
      }
      String limits = type.isRecord() ? without(missing) : "";
      String factory =
          name.name().substring(0, 1).toLowerCase(Locale.ROOT) + name.name().substring(1);
      return Optional.of(
          yes("callbacks", name, type.getSimpleName(), limits, name.name(), factory));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private Optional<ParityRow> member(String section, KerasNames.Name name, Class<?>... types) {
    String camel = camel(name.name());
    for (Class<?> type : types) {
      for (Method method : type.getMethods()) {
        if (method.getName().equals(camel) && method.getDeclaringClass() == type) {
          return Optional.of(yes(section, name, type.getSimpleName() + "." + camel, "", camel));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<ParityRow> catalogued(
      String section, KerasNames.Name name, ParityCatalogue<?> catalogue) {
    String type = catalogue.has(name.is()) ? name.is() : catalogue.classNameOf(name.name());
    if (type.isEmpty()) {
      return Optional.empty();
    }
    String factory =
        catalogue.types().get(type) instanceof LossMetric mean
            ? "Metrics.mean("
                + factory(Losses.class, mean.loss().getClass().getSimpleName())
                + "())"
            : factory(catalogue.factories(), type);
    String limits = name.is().equals(type) ? limits(type, name, catalogue) : "";
    return Optional.of(
        yes(section, name, factory, limits, type, name.name(), Layers.snakeCase(type)));
  }

  /** Returns the method that makes a class; its name is the class', or begins it. */
  private static String factory(Class<?> factories, String type) {
    return Arrays.stream(factories.getMethods())
        .map(Method::getName)
        .filter(method -> type.regionMatches(true, 0, method, 0, method.length()))
        .max(Comparator.comparing(String::length))
        .map(method -> factories.getSimpleName() + "." + method)
        .orElseThrow(() -> new AssertionError(factories + " has no method that makes a " + type));
  }

  private String limits(String type, KerasNames.Name name, ParityCatalogue<?> catalogue) {
    List<String> missing = new ArrayList<>();
    List<String> fixed = new ArrayList<>();
    for (KerasNames.Argument argument : name.arguments()) {
      if (COMMON.contains(argument.name()) || catalogue.knows(type, argument.name())) {
        continue;
      } else if (!argument.required() && catalogue.takesDefault(type, argument)) {
        fixed.add("`" + argument.name() + "` " + argument.standard().toString());
      } else {
        missing.add(argument.name());
      }
    }
    String only = fixed.isEmpty() ? "" : "only " + String.join(", ", fixed);
    String both = only.isEmpty() || missing.isEmpty() ? "" : "; ";
    return only + both + without(missing);
  }

  private static String without(List<String> missing) {
    return missing.isEmpty() ? "" : "without `" + String.join("`, `", missing) + "`";
  }

  private ParityRow yes(
      String section, KerasNames.Name name, String here, String limits, String... words) {
    List<String> shown = new ArrayList<>();
    for (String pattern : ParityTable.TESTS.get(section)) {
      String test = pattern.replace("*", words[0]);
      if (shown.size() < TESTS && tests.shows(test, List.of(words))) {
        shown.add(test);
      }
    }
    return new ParityRow(name.name(), true, "`" + here + "`", limits, shown);
  }

  private static boolean exists(String here) {
    String[] parts = here.split("\\.");
    for (String each : PACKAGES) {
      try {
        Class<?> type = Class.forName("io.github.mnist4j." + each + parts[0]);
        return parts.length == 1
            || Stream.of(type.getMethods()).anyMatch(method -> method.getName().equals(parts[1]));
      } catch (ClassNotFoundException e) {
        continue;
      }
    }
    return false;
  }

  /** Returns {@code batchSize} for {@code batch_size}. */
  private static String camel(String snake) {
    return Pattern.compile("_([a-z])")
        .matcher(snake)
        .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }
}
