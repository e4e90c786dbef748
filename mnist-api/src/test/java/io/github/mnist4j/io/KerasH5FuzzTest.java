package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes: a model, or a {@link ModelFormatException}. */
class KerasH5FuzzTest {
  private static final int MUTATIONS = Fuzz.inputs(5_000);

  @TempDir Path folder;

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void changed_and_cut_files_of_this_library_throw_nothing_else() throws IOException {
    Path file = folder.resolve("saved.h5");
    new KerasH5().write(file, KerasH5Test.compiled(), SaveOptions.defaults());
    byte[] saved = Files.readAllBytes(file);
    assertThat(countRefused(saved, KerasH5Test.compiled().layers(), 11))
        .isBetween(MUTATIONS / 4, MUTATIONS - 1);
  }

  /** Keras' files have no checksums in their headers: more gets through to what reads them. */
  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void changed_and_cut_files_of_keras_throw_nothing_else() throws IOException {
    byte[] saved = Golden.bytes("tf_keras_2_4.h5");
    NetworkSpec network =
        TestLayers.network(Shape.of(6, 6, 1), Conv2D(4, 3), MaxPool(2), Flatten(), Dense(3));
    assertThat(countRefused(saved, network.layers(), 12))
        .isBetween(MUTATIONS / 10, MUTATIONS * 3 / 4);
  }

  private int countRefused(byte[] saved, List<LayerSpec> layers, long seed) throws IOException {
    RandomStream random = RandomStream.of(seed);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = saved.clone();
      RandomStream draw = random.split(i);
      for (int change = 0; change <= draw.below(8, 0); change++) {
        bytes[draw.below(saved.length, 2 * change + 1)] = (byte) draw.bits(2 * change + 2);
      }
      if (draw.below(8, 100) == 0) {
        bytes = Arrays.copyOf(bytes, draw.below(bytes.length, 101));
      }
      refused += refused(bytes, layers, i) ? 1 : 0;
    }
    return refused;
  }

  private boolean refused(byte[] bytes, List<LayerSpec> layers, int number) throws IOException {
    Path mutated = Files.write(folder.resolve("mutated.h5"), bytes);
    try {
      ModelFile file = new KerasH5().open(mutated);
      file.weights(layers);
      file.compile();
      file.optimizer();
      return false;
    } catch (ModelFormatException e) {
      return true;
    } catch (RuntimeException | Error e) {
      throw new AssertionError("mutation " + number, e);
    }
  }
}
