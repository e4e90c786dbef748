package io.github.mnist4j.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a training stands, in a folder: {@code training.json} names the file of weights and
 * optimizer that belongs to it, so that replacing the one replaces both.
 *
 * @param weights the network's
 * @param optimizer its variables
 * @param learningRate the step size, exactly
 * @param nextEpoch the epoch that comes next, counted from 0
 * @param fit which training of its model it is
 * @param seed where the order of its samples comes from
 */
public record Backup(
    Weights weights,
    OptimizerVars optimizer,
    double learningRate,
    int nextEpoch,
    long fit,
    long seed) {
  private static final String INDEX = "training.json";

  /** Names of files that are written here, whole or cut off. */
  private static final Pattern OURS =
      Pattern.compile("\\.?(training\\.json|weights-[0-9a-f-]+\\.weights\\.h5)(\\..*\\.partial)?");

  /** Writes all, and deletes what was written before. */
  public void write(Path folder, List<LayerSpec> layers) {
    String name = "weights-" + UUID.randomUUID() + WeightsH5.SUFFIX;
    AtomicFile.write(
        folder.resolve(name), file -> WeightsH5.writeTo(file, layers, weights, optimizer));
    String json =
        KerasTree.MAPPER
            .createObjectNode()
            .put("weights", name)
            .put("epoch", nextEpoch)
            .put("learning_rate", learningRate)
            .put("fit", fit)
            .put("seed", seed)
            .toString();
    AtomicFile.write(folder.resolve(INDEX), file -> Files.writeString(file, json));
    delete(folder, name);
  }

  /**
   * Reads what was written, or {@code null} where nothing was.
   *
   * @throws ModelFormatException if it is damaged, or of another network
   */
  public static @Nullable Backup read(Path folder, List<LayerSpec> layers) {
    Path index = folder.resolve(INDEX);
    if (!Files.exists(index)) {
      return null;
    }
    try {
      JsonNode json = KerasTree.MAPPER.readTree(Files.readString(index));
      String name = json.path("weights").asText();
      Path file = folder.resolve(OURS.matcher(name).matches() ? name : INDEX);
      if (file.endsWith(INDEX)
          || !Files.exists(file)
          || !json.path("epoch").canConvertToInt()
          || json.path("epoch").asInt() < 0
          || !(json.path("learning_rate").asDouble(-1) >= 0)
          || !json.path("fit").isIntegralNumber()
          || !json.path("seed").isIntegralNumber()) {
        throw damaged(folder, json.toString());
      }
      byte[] bytes = Hdf5.bytes(file, "read weights");
      OptimizerVars optimizer = WeightsH5.readOptimizer(bytes, file.toString());
      if (optimizer == null) {
        throw damaged(folder, "no optimizer in " + name);
      }
      return new Backup(
          WeightsH5.read(bytes, layers, file.toString()),
          optimizer,
          json.path("learning_rate").asDouble(),
          json.path("epoch").asInt(),
          json.path("fit").asLong(),
          json.path("seed").asLong());
    } catch (JsonProcessingException e) {
      throw damaged(folder, e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + index + ": " + e.getMessage(), e);
    }
  }

  private static ModelFormatException damaged(Path folder, String got) {
    return Problem.of(folder + " has no backup of a training that can be read")
        .expected(INDEX + " with a file of weights, an epoch, a learning rate, fit and seed")
        .got(got)
        .fix("delete the folder, to begin anew")
        .see("backup")
        .asModelFormatException();
  }

  /** Deletes what was written, and the folder where nothing else is in it. */
  public static void delete(Path folder) {
    if (Files.isDirectory(folder)) {
      try {
        Files.deleteIfExists(folder.resolve(INDEX));
        delete(folder, "");
        try (Stream<Path> left = Files.list(folder)) {
          if (left.findAny().isPresent()) {
            return;
          }
        }
        Files.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot delete " + folder + ": " + e.getMessage(), e);
      }
    }
  }

  /** Deletes all that is written here but the index and one file of weights. */
  private static void delete(Path folder, String but) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (OURS.matcher(name).matches() && !name.equals(INDEX) && !name.equals(but)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + folder + ": " + e.getMessage(), e);
    }
  }
}
