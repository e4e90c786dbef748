package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes: a model, or a {@link ModelFormatException}. */
class KerasFormatFuzzTest {
  private static final int MUTATIONS = Fuzz.inputs(10_000);

  private final NetworkSpec spec =
      TestLayers.network(Shape.of(4, 4, 1), Conv2D(2, 3), Flatten(), Dense(3));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void save() {
    file = folder.resolve("saved.keras");
    KerasJson.Network network =
        new KerasJson.Network(
            "sequential", Input(4, 4, 1), spec.layers().stream().map(LayerSpec::layer).toList());
    KerasCompile compile =
        new KerasCompile(
            Optimizers.sgd(),
            Losses.sparseCategoricalCrossentropy().fromLogits(),
            List.of(Metrics.accuracy()));
    OptimizerVars optimizer = new OptimizerVars(7, 0.5f, List.of(Tensor.of(Shape.of(2), 1, 2)));
    ModelState model =
        new ModelState(network, spec.layers(), spec.initialWeights(), compile, optimizer, 5);
    new KerasFormat().write(file, model, SaveOptions.defaults());
  }

  @Test
  void what_was_written_is_read() {
    ModelFile format = new KerasFormat().open(file);
    assertThat(format.weights(spec.layers())).isEqualTo(spec.initialWeights());
    assertThat(format.compile().optimizer()).isEqualTo(Optimizers.sgd());
    assertThat(format.optimizer())
        .isEqualTo(new OptimizerVars(7, 0.5f, List.of(Tensor.of(Shape.of(2), 1, 2))));
    assertThat(format.seed()).isEqualTo(5);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void changed_and_cut_files_throw_nothing_else() throws IOException {
    byte[] saved = Files.readAllBytes(file);
    RandomStream random = RandomStream.of(4);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = saved.clone();
      RandomStream draw = random.split(i);
      for (int change = 0; change <= draw.below(4, 0); change++) {
        bytes[draw.below(bytes.length, 2 * change + 1)] = (byte) draw.bits(2 * change + 2);
      }
      if (draw.below(4, 100) == 0) {
        bytes = Arrays.copyOf(bytes, draw.below(bytes.length, 101));
      }
      refused += refused(bytes, i) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(MUTATIONS / 2);
  }

  private boolean refused(byte[] bytes, int number) throws IOException {
    Path mutated = Files.write(folder.resolve("mutated.keras"), bytes);
    try {
      ModelFile format = new KerasFormat().open(mutated);
      format.compile();
      format.optimizer();
      format.weights(spec.layers());
      return false;
    } catch (ModelFormatException e) {
      return true;
    } catch (RuntimeException | Error e) {
      throw new AssertionError("mutation " + number, e);
    }
  }

  @Test
  void an_entry_that_is_larger_than_a_model_can_be_is_refused() throws IOException {
    Path bomb = folder.resolve("bomb.keras");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("config.json"));
      zeros(zip, 64 << 20);
      zip.closeEntry();
    }
    assertThatThrownBy(() -> new KerasFormat().open(bomb))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("an entry config.json that is larger than it can be");
  }

  private static void zeros(OutputStream out, int count) throws IOException {
    byte[] zeros = new byte[1 << 16];
    for (int written = 0; written < count; written += zeros.length) {
      out.write(zeros);
    }
  }

  @Test
  void json_that_looks_like_another_encoding_is_refused_as_json() throws IOException {
    Path utf32 = folder.resolve("utf32.keras");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(utf32))) {
      zip.putNextEntry(new ZipEntry("config.json"));
      zip.write(new byte[] {0, 0, 0, '{', 0, 0});
      zip.closeEntry();
    }
    assertThatThrownBy(() -> new KerasFormat().open(utf32))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("has a config.json that is no JSON");
  }

  @Test
  void an_archive_of_something_else_says_what_it_has() throws IOException {
    Path other = folder.resolve("other.keras");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.closeEntry();
    }
    assertThatThrownBy(() -> new KerasFormat().open(other))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(
            other
                + " is no .keras archive of this format\n  expected: an entry config.json\n  got:      readme.txt");
  }
}
