package io.github.mnist4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.callbacks.GoldenCallbacks;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DirectionTest {
  private static Set<String> names() {
    return Metrics.TYPES.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void directions_are_keras(String className) {
    Optional<String> direction =
        Metrics.TYPES.get(className).direction().map(d -> d.name().toLowerCase(Locale.ROOT));
    assertThat(direction.orElse("null")).isEqualTo(GoldenCallbacks.direction(className));
  }
}
