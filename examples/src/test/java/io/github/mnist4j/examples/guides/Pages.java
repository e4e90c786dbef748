package io.github.mnist4j.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages of the site whose code stands in {@code examples}. */
final class Pages {
  static final Path DOCS = Path.of("..", "docs");

  private Pages() {}

  /** Returns the tutorials and all guides. */
  static List<Path> all() throws IOException {
    try (Stream<Path> guides = Files.list(DOCS.resolve("guides"))) {
      return Stream.concat(
              Stream.of(DOCS.resolve("tutorial.md"), DOCS.resolve("zh/tutorial.md")),
              guides.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  /**
   * Requires that a guide shows a text, such as an error's, as it really is; but for the last line
   * of an error, its link to the section of troubleshooting, and however far it is indented.
   */
  static void assertShown(String guide, String text) {
    try {
      String shown = text.replaceFirst("\n  see: .*$", "").strip().replaceAll("\n +", "\n");
      String page =
          Files.readString(DOCS.resolve("guides").resolve(guide)).replaceAll("\n +", "\n");
      assertThat(page.contains(shown)).as(guide + " should show\n" + shown).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
