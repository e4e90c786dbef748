package io.github.mnist4j.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tests of all modules, by name, as texts: a test shows a thing where the thing's name stands
 * in it, in a helper beside it, or in a golden file that it reads or in the script that made that.
 */
final class ParityTests {
  private static final Pattern TEST =
      Pattern.compile("[a-z0-9-]+/(?:[a-z0-9-]+/)?src/test/java/.*/([A-Za-z0-9]+)\\.java");
  private static final Pattern GOLDEN =
      Pattern.compile("[a-z0-9-]+/src/test/resources/golden/(.+)\\.(?:py|json)");
  private static final Pattern FILE = Pattern.compile("\"(?:/golden/)?([a-z0-9_/]+)\\.json\"");
  private static final Pattern HELPER = Pattern.compile("\\b(Golden[A-Za-z]+)\\b");

  private final Path repository;
  private final Map<String, Path> tests = new TreeMap<>();
  private final Map<String, String> golden = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  ParityTests(Path repository) {
    this.repository = repository;
    for (Path module : list(repository)) {
      Path sources = module.resolve("src/test");
      if (Files.isDirectory(sources)) {
        try (Stream<Path> files = Files.walk(sources)) {
          files.filter(Files::isRegularFile).forEach(this::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Path file) {
    String path = repository.relativize(file).toString().replace('\\', '/');
    Matcher test = TEST.matcher(path);
    Matcher made = GOLDEN.matcher(path);
    if (test.matches()) {
      tests.put(test.group(1), file);
    } else if (made.matches()) {
      golden.merge(made.group(1), text(file), String::concat);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean exists(String test) {
    return tests.containsKey(test);
  }

  /** Returns the path of a test's file in the repository. */
  String path(String test) {
    return repository.relativize(tests.get(test)).toString().replace('\\', '/');
  }

  /** Returns whether a test is there and one of the names stands in it. */
  boolean shows(String test, Collection<String> names) {
    if (!exists(test)) {
      return false;
    }
    String text = texts.computeIfAbsent(test, this::whole);
    return names.stream()
        .anyMatch(name -> Pattern.compile("\\b" + name + "\\b").matcher(text).find());
  }

  private String whole(String test) {
    StringBuilder whole = new StringBuilder(text(tests.get(test)));
    Matcher helper = HELPER.matcher(whole.toString());
    while (helper.find()) {
      Path beside = tests.get(test).resolveSibling(helper.group(1) + ".java");
      if (Files.exists(beside)) {
        whole.append(text(beside));
      }
    }
    Matcher file = FILE.matcher(whole.toString());
    while (file.find()) {
      whole.append(golden.getOrDefault(file.group(1), ""));
    }
    return whole.toString();
  }
}
