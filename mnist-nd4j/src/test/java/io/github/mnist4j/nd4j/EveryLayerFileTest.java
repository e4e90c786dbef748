package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Npy;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every layer travels in files. With {@code -Dmnist4j.interop=FOLDER} the files stay there, for
 * real Keras to open, and those that it saved of them in {@code FOLDER/back} are opened here; see
 * {@code interop/run}.
 */
class EveryLayerFileTest {
  private static final String FOLDER = "mnist4j.interop";

  /** Keras 3.15 cannot write these to its older format, of its own models neither. */
  private static final List<String> NOT_AS_H5 = List.of("RandomBrightness", "RandomContrast");

  @TempDir Path folder;

  /** All of them where Keras looks at them, two of each layer otherwise. */
  static Stream<EveryLayer.Case> cases() {
    boolean all = System.getProperty(FOLDER) != null;
    return EveryLayer.cases().filter(c -> all || c.name().matches(".*-(0|all)"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_loaded_model_predicts_what_the_saved_one_did(EveryLayer.Case c) throws IOException {
    String out = System.getProperty(FOLDER);
    Path files = out == null ? folder : Files.createDirectories(Path.of(out));
    Path whole = files.resolve(c.name() + ".keras");
    Path weights = files.resolve(c.name() + ".weights.h5");
    Tensor y;
    try (Model model = c.model()) {
      y = model.predict(c.x());
      model.save(whole);
      model.save(weights);
    }
    Npy.write(files.resolve(c.name() + ".x.npy"), c.x());
    Npy.write(files.resolve(c.name() + ".y.npy"), y);
    try (Model model = Models.load(whole)) {
      assertThat(model.architecture()).isEqualTo(c.network());
      assertThat(model.predict(c.x())).isEqualTo(y);
    }
    Sequential network = Sequential.fromJson(c.network().toJson());
    try (Model model = network.compile(Optimizers.sgd(), Losses.meanSquaredError())) {
      model.loadWeights(weights);
      assertThat(model.predict(c.x())).isEqualTo(y);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @EnabledIfSystemProperty(named = FOLDER + ".back", matches = "true")
  void what_keras_saved_of_it_predicts_the_same(EveryLayer.Case c) {
    Path files = Path.of(System.getProperty(FOLDER));
    float[] y = Npy.read(files.resolve(c.name() + ".y.npy")).data();
    boolean inBoth = NOT_AS_H5.stream().noneMatch(c.name()::startsWith);
    for (String file : inBoth ? List.of(".keras", ".h5") : List.of(".keras")) {
      try (Model model = Models.loadUncompiled(files.resolve("back/" + c.name() + file))) {
        assertThat(model.predict(c.x()).data())
            .as(file)
            .containsExactly(y, within(EveryLayer.tolerance(y)));
      }
    }
  }
}
