package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.CompileException;
import io.github.mnist4j.spi.Engine;
import io.github.mnist4j.spi.FakeEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {
  private static final String SEE =
      "\n  see:      https://mnist4j.github.io/troubleshooting#no-engine";

  @TempDir Path folder;

  @Test
  void the_engine_on_the_class_path_is_found() {
    Engine found = ClassPath.withEngines(folder, Engines::find, FakeEngine.class);
    assertThat(found).isInstanceOf(FakeEngine.class);
  }

  @Test
  void where_there_is_none_the_dependency_is_named() {
    assertThatThrownBy(() -> ClassPath.withEngines(folder, Engines::find))
        .isInstanceOf(CompileException.class)
        .hasMessage(
            "there is not one engine to run the network\n"
                + "  expected: one engine on the class path\n"
                + "  got:      none\n"
                + "  fix:      add the dependency io.github.mnist4j:mnist-nd4j"
                + SEE);
  }

  @Test
  void where_there_are_two_both_are_listed() {
    assertThatThrownBy(() -> Engines.only(List.of(new FakeEngine(), new FakeEngine())))
        .isInstanceOf(CompileException.class)
        .hasMessage(
            "there is not one engine to run the network\n"
                + "  expected: one engine on the class path\n"
                + "  got:      fake (io.github.mnist4j.spi.FakeEngine),"
                + " fake (io.github.mnist4j.spi.FakeEngine)\n"
                + "  fix:      take one away, or name one: CompileOptions.of(…).engine(…)"
                + SEE);
  }

  @Test
  void an_engine_that_is_named_needs_no_search() {
    try (Model model = TestModels.model()) {
      assertThat(model.weights().tensors()).isNotEmpty();
    }
  }
}
