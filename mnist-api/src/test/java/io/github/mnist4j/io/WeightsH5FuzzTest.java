package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes: weights, or a {@link ModelFormatException}. */
class WeightsH5FuzzTest {
  private static final int MUTATIONS = Fuzz.inputs(10_000);

  private final NetworkSpec small =
      TestLayers.network(Shape.of(4, 4, 1), Conv2D(2, 3), Flatten(), Dense(3));

  @TempDir Path folder;

  private byte[] ours() throws IOException {
    Path file = folder.resolve("ours.weights.h5");
    WeightsH5.write(file, small.layers(), small.initialWeights());
    return Files.readAllBytes(file);
  }

  /** Returns whether the bytes were refused. */
  private boolean refused(byte[] bytes, NetworkSpec network, String what) throws IOException {
    Path file = Files.write(folder.resolve("mutated.weights.h5"), bytes);
    try {
      WeightsH5.read(file, network.layers());
      return false;
    } catch (ModelFormatException e) {
      return true;
    } catch (RuntimeException | Error e) {
      throw new AssertionError(what, e);
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void files_that_are_cut_are_refused_where_weights_are_missing() throws IOException {
    byte[] ours = ours();
    for (int end = 0; end < ours.length; end += 1 + ours.length / 300) {
      if (!refused(Arrays.copyOf(ours, end), small, "cut at " + end)) {
        assertThat(end).isGreaterThan(ours.length - 64);
        assertThat(WeightsH5.read(folder.resolve("mutated.weights.h5"), small.layers()))
            .isEqualTo(small.initialWeights());
      }
    }
    byte[] keras = Golden.bytes("lenet5.weights.h5");
    for (int i = 0; i < 20; i++) {
      byte[] cut = Arrays.copyOf(keras, keras.length / 20 * i);
      assertThat(refused(cut, TestLayers.lenet5(), "cut at " + cut.length)).isTrue();
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void files_with_changed_bytes_throw_nothing_else() throws IOException {
    byte[] ours = ours();
    RandomStream random = RandomStream.of(77);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = ours.clone();
      RandomStream own = random.split(i);
      for (int j = 0; j <= own.below(3, 0); j++) {
        bytes[own.below(bytes.length, 10 + j)] ^= (byte) (1 << own.below(8, 20 + j));
      }
      refused += refused(bytes, small, "mutation " + i) ? 1 : 0;
    }
    assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS);
  }

  /** Keras' files have no checksums in their headers: more gets through to what reads them. */
  @Test
  @Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void keras_files_with_changed_headers_throw_nothing_else() throws IOException {
    byte[] keras = Golden.bytes("lenet5.weights.h5");
    RandomStream random = RandomStream.of(78);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = keras.clone();
      RandomStream own = random.split(i);
      for (int j = 0; j < 4; j++) {
        bytes[own.below(8192, j)] = (byte) own.below(256, 10 + j);
      }
      refused += refused(bytes, TestLayers.lenet5(), "mutation " + i) ? 1 : 0;
    }
    assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS);
  }
}
