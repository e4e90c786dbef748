package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Scores;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Npy;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a model is compiled with travels in its file, and its training goes on. With {@code
 * -Dmnist4j.interop=FOLDER} the files stay in {@code FOLDER/compiled}, for real Keras to open, and
 * those that it saved are opened here; see {@code interop/run}.
 */
class EveryCompileFileTest {
  private static final String FOLDER = "mnist4j.interop";
  private static final int BATCH = 8;

  @TempDir Path folder;

  static Stream<EveryCompile.Case> cases() {
    return EveryCompile.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_loaded_model_goes_on_as_the_saved_one_does(EveryCompile.Case c) throws IOException {
    String out = System.getProperty(FOLDER);
    Path files = out == null ? folder : Files.createDirectories(Path.of(out, "compiled"));
    Path file = files.resolve(c.name() + ".keras");
    Scores scores;
    Tensor after;
    try (Model model = c.model()) {
      train(model, c);
      model.save(file);
      scores = scores(model, c);
      train(model, c);
      after = model.predict(EveryCompile.Case.x());
    }
    try (Model model = Models.load(file)) {
      assertThat(scores(model, c).values()).isEqualTo(scores.values());
      train(model, c);
      assertThat(model.predict(EveryCompile.Case.x())).isEqualTo(after);
    }
    Npy.write(files.resolve(c.name() + ".x.npy"), EveryCompile.Case.x());
    Npy.write(files.resolve(c.name() + ".y.npy"), c.targets().y());
    Npy.write(files.resolve(c.name() + ".after.npy"), after);
    ObjectNode json = new ObjectMapper().createObjectNode();
    scores.values().forEach(json::put);
    Files.writeString(files.resolve(c.name() + ".json"), json.toString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  @EnabledIfSystemProperty(named = FOLDER + ".back", matches = "true")
  void what_keras_saved_untrained_trains_as_it_does_there(EveryCompile.Case c) {
    assumeFalse(c.name().startsWith("metric-"));
    Path files = Path.of(System.getProperty(FOLDER), "compiled", "back");
    try (Model model = Models.load(files.resolve(c.name() + ".keras"))) {
      train(model, c);
      float[] expected = Npy.read(files.resolve(c.name() + ".after.npy")).data();
      assertThat(model.predict(EveryCompile.Case.x()).data())
          .containsExactly(expected, within(EveryLayer.tolerance(expected)));
    }
  }

  private static void train(Model model, EveryCompile.Case c) {
    model.fit(
        c.data(), FitOptions.epochs(1).batchSize(BATCH).shuffle(false).verbose(Verbosity.SILENT));
  }

  private static Scores scores(Model model, EveryCompile.Case c) {
    return model.evaluate(c.data(), EveryCompile.SAMPLES, Verbosity.SILENT);
  }
}
