package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page that says what is here of Keras is whole and true. */
class KerasParityTest {
  private static final String AGAIN =
      "mvn -pl mnist-api test-compile exec:java -Dexec.skip=false -Dexec.classpathScope=test"
          + " -Dexec.mainClass=io.github.mnist4j.io.ParityPage";

  private static ParityTests tests;
  private static Parity parity;

  @BeforeAll
  static void work_out() {
    Path repository = ParityPage.repository();
    assumeTrue(
        Files.isDirectory(repository.resolve("docs"))
            && Files.isDirectory(repository.resolve("mnist-nd4j")),
        "docs and tests of the other modules are not part of this checkout");
    tests = new ParityTests(repository);
    parity = new Parity(tests);
  }

  @Test
  void each_name_of_keras_has_an_answer_and_each_yes_a_test() {
    assertThat(parity.problems()).isEmpty();
  }

  @Test
  void the_page_is_what_the_code_says() throws IOException {
    Path page = ParityPage.repository().resolve(ParityPage.FILE);
    assertThat(page).as("write it anew: " + AGAIN).exists();
    assertThat(Files.readString(page).replace("\r\n", "\n"))
        .as("write it anew: " + AGAIN)
        .isEqualTo(ParityPage.text(parity, tests));
  }

  @Test
  void the_guide_says_how_to_write_it_anew() throws IOException {
    assertThat(Files.readString(ParityPage.repository().resolve("CONTRIBUTING.md")))
        .contains(AGAIN);
  }

  @Test
  void defaults_are_those_of_keras() {
    List<String> others = new ArrayList<>();
    int compared = 0;
    for (Map.Entry<String, ParityCatalogue<?>> entry : ParityCatalogue.all().entrySet()) {
      ParityCatalogue<?> catalogue = entry.getValue();
      for (KerasNames.Name name : KerasNames.sections().get(entry.getKey())) {
        for (KerasNames.Argument argument : name.arguments()) {
          String type = name.name();
          boolean here = catalogue.has(type) && catalogue.knows(type, argument.name());
          boolean none = argument.required() || argument.name().matches("name|batch_shape");
          if (here && !none) {
            compared++;
            if (!catalogue.takesDefault(type, argument)) {
              others.add(type + "." + argument.name() + " = " + argument.standard());
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
    assertThat(others).isEmpty();
  }
}
