package io.github.mnist4j.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The link in an error leads somewhere. */
class TroubleshootingTest {
  private static final Pattern CALL = Pattern.compile("\\.see\\(([^;]*?)\\)\\s*[.;]");
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern HEADING =
      Pattern.compile("^## \\S.* \\{#([a-z0-9-]+)}$", Pattern.MULTILINE);

  private static Path repository() {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    return Files.isDirectory(module.resolve("docs")) ? module : module.getParent();
  }

  private static String page() throws IOException {
    Path docs = repository().resolve("docs");
    assumeTrue(Files.isDirectory(docs), "the docs are not part of this checkout");
    return Files.readString(docs.resolve("troubleshooting.md"));
  }

  private static List<String> sections() throws IOException {
    List<String> sections = new ArrayList<>();
    Matcher heading = HEADING.matcher(page());
    while (heading.find()) {
      sections.add(heading.group(1));
    }
    return sections;
  }

  private static Set<String> anchors() throws IOException {
    Set<String> anchors = new TreeSet<>();
    try (Stream<Path> files = Files.walk(repository())) {
      for (Path file : files.filter(TroubleshootingTest::isMain).toList()) {
        Matcher call = CALL.matcher(Files.readString(file));
        while (call.find()) {
          Matcher text = TEXT.matcher(call.group(1));
          while (text.find()) {
            anchors.add(text.group(1));
          }
        }
      }
    }
    return anchors;
  }

  private static boolean isMain(Path file) {
    String path = repository().relativize(file).toString().replace('\\', '/');
    return path.matches("[a-z0-9-]+/src/main/java/.*\\.java");
  }

  @Test
  void each_anchor_of_an_error_has_its_section() throws IOException {
    List<String> sections = sections();
    Set<String> anchors = anchors();
    assertThat(anchors).contains("closed", "unknown-name", "weights-do-not-fit");
    assertThat(sections).containsAll(anchors);
  }

  @Test
  void each_section_comes_once() throws IOException {
    assertThat(sections()).doesNotHaveDuplicates();
  }

  @Test
  void each_heading_has_an_anchor() throws IOException {
    long headings = page().lines().filter(line -> line.startsWith("## ")).count();
    assertThat(sections()).hasSize((int) headings);
  }
}
