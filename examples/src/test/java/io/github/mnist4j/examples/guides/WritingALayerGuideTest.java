package io.github.mnist4j.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mnist4j.Sequential;
import io.github.mnist4j.layers.InputLayer;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.tensor.Shape;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WritingALayerGuideTest {
  @Test
  void single_lines_are_those_of_the_files() {
    assertQuoted(
        "mnist-api/src/main/java/io/github/mnist4j/layers/Layers.java",
        "new Type(UpSampling1D(2)),");
    assertQuoted(
        "mnist-nd4j/src/main/java/io/github/mnist4j/nd4j/Kernels.java",
        "put(UpSampling1D.class, (l, w) -> new GatherKernel(GatherKernel.of(l, w.spec().input()), w));");
    assertQuoted(
        "mnist-nd4j/src/test/resources/golden/layers.py",
        "\"up-sampling of steps\": ((4, 3), L.UpSampling1D(3)),");
  }

  private static void assertQuoted(String file, String line) {
    assertThat(Path.of("..").resolve(file)).content().contains(line);
    Pages.assertShown("writing-a-layer.md", "`" + line + "`");
  }

  private record Doubled(String name) implements Layer {
    @Override
    public Layer name(String name) {
      return new Doubled(name);
    }

    @Override
    public Shape outputShape(Shape input) {
      return input;
    }
  }

  @Test
  void a_layer_without_a_kernel_is_told() {
    Sequential network = Sequential.of(new InputLayer(Shape.of(2), null), new Doubled("doubled"));
    Throwable thrown = catchThrowable(() -> network.compile("adam", "mean_squared_error").close());
    Pages.assertShown("writing-a-layer.md", thrown.getMessage().lines().findFirst().orElse(""));
  }
}
