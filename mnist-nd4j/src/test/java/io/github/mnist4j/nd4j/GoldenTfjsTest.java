package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.data.Npy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that TF.js saved give TF.js' own outputs; made by {@code golden/tfjs/make_tfjs.mjs}. */
class GoldenTfjsTest {
  private static final float TOLERANCE = 1e-5f; // absolute; the outputs are of order 1

  @ParameterizedTest
  @ValueSource(strings = {"sequential", "functional"})
  void outputs_are_those_of_tfjs(String name) throws URISyntaxException {
    Path folder =
        Path.of(Objects.requireNonNull(getClass().getResource("/golden/tfjs/" + name)).toURI());
    try (Model model = Models.load(folder)) {
      assertThat(model.predict(Npy.read(folder.resolve("x.npy"))).data())
          .containsExactly(Npy.read(folder.resolve("y.npy")).data(), within(TOLERANCE));
    }
  }
}
