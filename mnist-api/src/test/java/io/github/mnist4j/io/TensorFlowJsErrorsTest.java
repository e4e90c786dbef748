package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.Dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.saving.Quantization;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the two files hold: a model, or a {@link ModelFormatException}. */
class TensorFlowJsErrorsTest {
  private static final int MUTATIONS = Fuzz.inputs(10_000);

  private final ModelState model = States.of(Shape.of(3), Dense(2));

  @TempDir Path folder;
  private Path file;
  private Path bin;

  @BeforeEach
  void save() throws IOException {
    file = folder.resolve("model.json");
    SaveOptions options = SaveOptions.defaults().quantization(Quantization.UINT8);
    new TensorFlowJs().write(file, model, options);
    try (Stream<Path> files = Files.list(folder)) {
      bin = files.filter(path -> path.toString().endsWith(".bin")).findFirst().orElseThrow();
    }
  }

  private void read() {
    new TensorFlowJs().open(file).weights(model.layers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'weights.; '../weights.; names of files beside it; ../weights.",
        "'weights.; '/etc/weights.; names of files beside it; /etc/weights.",
        "'weights.; 'C:\\\\weights.; names of files beside it; C:",
        "'weights.; 'gone.; a file gone.; none",
        "[3,2]; [3,3]; 11 bytes in; 8 bytes",
        "[3,2]; [2147483647,2147483647]; a weight that can be read; more elements than a Java array",
        "[3,2]; [-3,2]; a name, a shape, and the dtype float32; [-3,2]",
        "'dtype':'float32','quant; 'dtype':'int32','quant; a name, a shape; int32",
        "'dtype':'uint8'; 'dtype':'uint4'; a weight that can be read; a quantization that is not known",
        "layer0/bias; layer0/kernel; each weight once; 'layer0/kernel' twice",
        "layer0/bias; layer9/bias; layer0/bias of shape (2,); none",
        "[3,2]; [2,3]; layer0/kernel of shape (3, 2); shape (2, 3)",
        "'weightsManifest':[; 'weightsManifestos':[; a list weightsManifest; none",
        "'modelTopology'; 'noTopology'; modelTopology with a Keras network; none",
        "'format':'layers-model'; 'format':'graph-model','modelTopologyOff':1; ; "
      })
  void what_does_not_fit_is_told(String from, String to, String expected, String got)
      throws IOException {
    String json = Files.readString(file);
    String search = from.replace('\'', '"');
    assertThat(json).contains(search);
    Files.writeString(file, json.replace(search, to.replace('\'', '"')));
    if (expected == null) {
      read(); // TF.js does not look at the format, and neither do we where there are layers
      return;
    }
    assertThatThrownBy(this::read)
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("expected: " + expected)
        .hasMessageContaining(got);
  }

  @Test
  void a_graph_model_and_an_architecture_alone_are_named() throws IOException {
    Files.writeString(file, "{\"format\":\"graph-model\",\"modelTopology\":{\"node\":[]}}");
    assertThatThrownBy(this::read).hasMessageContaining("a graph model, which has operations");
    Files.writeString(file, KerasJson.write(model.network()));
    assertThatThrownBy(this::read)
        .hasMessageContaining("an architecture alone")
        .hasMessageContaining("Sequential.fromJson(text)");
  }

  @Test
  void a_file_that_is_not_there_is_named() throws IOException {
    Files.delete(file);
    assertThatThrownBy(this::read)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("model.json");
  }

  @Test
  @Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void changed_and_cut_files_throw_nothing_else() throws IOException {
    byte[] json = Files.readAllBytes(file);
    byte[] weights = Files.readAllBytes(bin);
    RandomStream random = RandomStream.of(9);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      RandomStream draw = random.split(i);
      Files.write(file, mutated(json, draw.split(1)));
      if (i % 8 == 0) {
        Files.write(bin, mutated(weights, draw.split(2)));
      }
      try {
        read();
      } catch (ModelFormatException e) {
        refused++;
      } catch (RuntimeException | Error e) {
        throw new AssertionError("mutation " + i, e);
      }
    }
    assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS - 1);
  }

  private static byte[] mutated(byte[] bytes, RandomStream draw) {
    byte[] changed =
        draw.below(16, 0) == 0 ? Arrays.copyOf(bytes, draw.below(bytes.length, 1)) : bytes.clone();
    for (int i = 0; changed.length > 0 && i <= draw.below(3, 2); i++) {
      changed[draw.below(changed.length, 3 + 2 * i)] = (byte) draw.below(128, 4 + 2 * i);
    }
    return changed;
  }
}
