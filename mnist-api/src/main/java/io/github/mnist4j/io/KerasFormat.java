package io.github.mnist4j.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keras 3's {@code .keras}: a zip archive of {@code metadata.json}, {@code config.json} and {@code
 * model.weights.h5}.
 *
 * <p>Keras reads the last two only; the first has this library's seed, for a training that goes on
 * where it stopped.
 */
final class KerasFormat implements ModelFormat {
  private static final String METADATA = "metadata.json";
  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.weights.h5";
  private static final String SEED = "mnist4j_seed";

  /** The oldest version that reads all that is written here; nothing looks at it. */
  private static final String KERAS_VERSION = "3.5.0";

  private static final int MOST_JSON = 16 << 20;

  @Override
  public String ending() {
    return ".keras";
  }

  @Override
  public void write(Path file, ModelState model, SaveOptions options) {
    KerasCompile compile = model.compile();
    if (compile != null) {
      compile.requireWritable();
    }
    ObjectNode config = KerasJson.tree(model.network());
    if (compile != null) {
      config.set("compile_config", compile.write());
    }
    ObjectNode metadata = KerasTree.MAPPER.createObjectNode();
    metadata.put("keras_version", KERAS_VERSION).put(SEED, model.seed());
    AtomicFile.write(
        file,
        partial -> {
          Path h5 =
              Files.createTempFile(partial.toAbsolutePath().getParent(), ".weights", ".partial");
          try {
            WeightsH5.writeTo(h5, model.layers(), model.weights(), model.optimizer());
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(partial))) {
              store(zip, METADATA, metadata.toString().getBytes(StandardCharsets.UTF_8));
              store(zip, CONFIG, config.toString().getBytes(StandardCharsets.UTF_8));
              store(zip, WEIGHTS, Files.readAllBytes(h5));
            }
          } finally {
            Files.deleteIfExists(h5);
          }
        });
  }

  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  @Override
  public ModelFile open(Path file) {
    ModelFormat.requireReadable(file, "load a model");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      JsonNode config = json(zip, CONFIG, file);
      long most = Math.max(MOST_JSON, 64 * Files.size(file));
      byte[] weights = entry(zip, WEIGHTS, (int) Math.min(Integer.MAX_VALUE - 16, most), file);
      JsonNode metadata =
          zip.getEntry(METADATA) == null ? config.path("") : json(zip, METADATA, file);
      JsonNode seed = metadata.path(SEED);
      return new Opened(
          file.toString(),
          KerasJson.read(config, metadata.path("keras_version").textValue()),
          config.path("compile_config"),
          weights,
          seed.isIntegralNumber() ? seed.asLong() : null);
    } catch (ModelFormatException e) {
      throw e;
    } catch (ZipException | EOFException | IllegalArgumentException e) { // names that are no UTF-8
      throw Problem.of(file + " is no .keras archive")
          .expected("a zip archive with " + CONFIG + " and " + WEIGHTS)
          .got(String.valueOf(e.getMessage()))
          .see("keras-archive")
          .asModelFormatException(e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static JsonNode json(ZipFile zip, String name, Path file) throws IOException {
    try {
      // As text: of bytes, Jackson would guess the encoding, and fail otherwise where it guesses
      // UTF-32.
      return KerasTree.MAPPER.readTree(
          new String(entry(zip, name, MOST_JSON, file), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw Problem.of(file + " has a " + name + " that is no JSON")
          .got(e.getOriginalMessage())
          .see("keras-archive")
          .asModelFormatException(e);
    }
  }

  /**
   * Reads an entry by its exact name, and no more than {@code most} bytes, whatever the archive
   * says of its size.
   */
  private static byte[] entry(ZipFile zip, String name, int most, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw Problem.of(file + " is no .keras archive of this format")
          .expected("an entry " + name)
          .got(String.join(", ", zip.stream().limit(10).map(ZipEntry::getName).toList()))
          .see("keras-archive")
          .asModelFormatException();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw Problem.of(file + " has an entry " + name + " that is larger than it can be")
            .expected("at most " + most + " bytes")
            .got(entry.getSize() + " bytes, by its own word")
            .see("keras-archive")
            .asModelFormatException();
      }
      return bytes;
    }
  }

  /** An archive whose entries are read. */
  private record Opened(
      String file,
      KerasJson.Network network,
      JsonNode compileConfig,
      byte[] h5,
      @Nullable Long seed)
      implements ModelFile {
    @Override
    public @Nullable KerasCompile compile() {
      return KerasCompile.read(compileConfig, "$.compile_config");
    }

    @Override
    public Weights weights(List<LayerSpec> layers) {
      return WeightsH5.read(h5, layers, file);
    }

    @Override
    public @Nullable OptimizerVars optimizer() {
      return WeightsH5.readOptimizer(h5, file);
    }
  }
}
