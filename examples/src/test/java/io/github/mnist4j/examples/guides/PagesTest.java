package io.github.mnist4j.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What VitePress would not notice: a region that is not there becomes the whole file. */
class PagesTest {
  private static final Pattern IMPORT =
      Pattern.compile("<<< @/([^#{\\s]+)(?:#([\\w-]+))?\\{(java|python)}");

  @Test
  void java_is_imported_from_code_that_runs_and_never_typed() throws IOException {
    for (Path page : Pages.all()) {
      String text = Files.readString(page);
      assertThat(text)
          .as(page.toString())
          .doesNotContain("```java", "```python")
          .contains("<<< @/");
      for (String line : text.lines().filter(line -> line.startsWith("<<<")).toList()) {
        Matcher match = IMPORT.matcher(line);
        assertThat(match.matches()).as(page + ": " + line).isTrue();
        Path file = Pages.DOCS.resolve(match.group(1));
        assertThat(file).as(page + ": " + line).isRegularFile();
        if (match.group(2) != null) {
          assertRegion(file, match.group(2), match.group(3).equals("java") ? "// #" : "# ");
        }
      }
    }
  }

  private static void assertRegion(Path file, String name, String mark) throws IOException {
    List<String> lines = Files.readString(file).lines().map(String::strip).toList();
    String start = mark + "region " + name;
    String end = mark + "endregion " + name;
    assertThat(lines.stream().filter(start::equals)).as(file + ": " + start).hasSize(1);
    assertThat(lines.stream().filter(end::equals)).as(file + ": " + end).hasSize(1);
    assertThat(lines.indexOf(end)).as(file + ": " + name).isGreaterThan(lines.indexOf(start) + 1);
  }
}
