package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
  private static final Path HOME = Path.of("home").toAbsolutePath();
  private static final Path OTHER = Path.of("other").toAbsolutePath();

  @Test
  void each_platform_has_its_usual_place() {
    assertThat(path("Linux", Map.of())).isEqualTo(HOME.resolve(".cache/mnist4j/mnist"));
    assertThat(path("Mac OS X", Map.of("XDG_CACHE_HOME", OTHER.toString())))
        .isEqualTo(HOME.resolve("Library/Caches/mnist4j/mnist"));
    assertThat(path("Windows 11", Map.of("LOCALAPPDATA", OTHER.toString())))
        .isEqualTo(OTHER.resolve("mnist4j/mnist"));
    assertThat(path("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Local/mnist4j/mnist"));
  }

  @Test
  void linux_may_name_another_and_a_relative_one_is_ignored() {
    assertThat(path("Linux", Map.of("XDG_CACHE_HOME", OTHER.toString())))
        .isEqualTo(OTHER.resolve("mnist4j/mnist"));
    assertThat(path("Linux", Map.of("XDG_CACHE_HOME", "relative")))
        .isEqualTo(HOME.resolve(".cache/mnist4j/mnist"));
  }

  private static Path path(String os, Map<String, String> environment) {
    return CacheFolder.of(os, HOME, environment::get).path();
  }
}
