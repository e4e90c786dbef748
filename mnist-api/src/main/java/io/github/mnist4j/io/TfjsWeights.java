package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.ParamSpec;
import io.github.mnist4j.saving.Quantization;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A TF.js model's weights: a manifest that lists them, and their bytes one after another.
 *
 * @param entries the manifest's list: name, shape, type
 * @param bytes the numbers, little-endian
 */
record TfjsWeights(ArrayNode entries, byte[] bytes) {
  /**
   * Returns weights to be written.
   *
   * @throws IllegalArgumentException if a weight cannot be said in so few bits
   */
  static TfjsWeights of(Weights weights, Quantization quantization) {
    ArrayNode entries = KerasTree.MAPPER.createArrayNode();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              ObjectNode entry = entries.addObject().put("name", name);
              ArrayNode shape = entry.putArray("shape");
              for (int dim : tensor.shape().toArray()) {
                shape.add(dim);
              }
              entry.put("dtype", "float32");
              TfjsNumbers.Packed packed = TfjsNumbers.pack(name, tensor.data(), quantization);
              packed.quantization().ifPresent(how -> entry.set("quantization", how));
              bytes.writeBytes(packed.bytes());
            });
    return new TfjsWeights(entries, bytes.toByteArray());
  }

  /**
   * Reads the weights that a model.json lists, by the names that it gives them.
   *
   * @throws ModelFormatException if they and their files are not those that the manifest says
   */
  static Map<String, Tensor> read(JsonNode root, Path file) throws IOException {
    JsonNode manifest = root.path("weightsManifest");
    if (!manifest.isArray()) {
      throw misfit(
              file,
              "a list weightsManifest",
              manifest.isMissingNode() ? "none" : manifest.toString())
          .fix("for an architecture alone use Sequential.fromJson(text) on its modelTopology")
          .asModelFormatException();
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (JsonNode group : manifest) {
      readGroup(group, file, tensors);
    }
    return tensors;
  }

  private static void readGroup(JsonNode group, Path file, Map<String, Tensor> tensors)
      throws IOException {
    long expected = 0;
    List<Entry> entries = new ArrayList<>();
    for (JsonNode node : group.path("weights")) {
      Entry entry = Entry.of(node, file);
      entries.add(entry);
      expected += entry.bytes();
    }
    ByteBuffer bytes = bytes(group.path("paths"), expected, file);
    for (Entry entry : entries) {
      if (entry.optimizers()) {
        bytes.position(bytes.position() + (int) entry.bytes());
        continue;
      }
      Tensor tensor = Tensor.of(entry.shape(), entry.numbers().unpack(bytes, entry.shape().size()));
      if (tensors.put(entry.name(), tensor) != null) {
        throw misfit(file, "each weight once", "'" + entry.name() + "' twice")
            .asModelFormatException();
      }
    }
  }

  /** Returns the files of a group in one, if they have as many bytes as the group's weights. */
  private static ByteBuffer bytes(JsonNode paths, long expected, Path file) throws IOException {
    long found = 0;
    List<Path> shards = new ArrayList<>();
    for (JsonNode node : paths) {
      Path shard = shard(node, file);
      shards.add(shard);
      found += Files.size(shard);
    }
    if (found != expected || expected > Integer.MAX_VALUE - 16) {
      throw misfit(file, expected + " bytes in " + paths, found + " bytes")
          .asModelFormatException();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) expected).order(ByteOrder.LITTLE_ENDIAN);
    for (Path shard : shards) {
      byte[] read = Files.readAllBytes(shard);
      if (read.length > bytes.remaining()) {
        throw misfit(file, expected + " bytes in " + paths, "more").asModelFormatException();
      }
      bytes.put(read);
    }
    return bytes.flip();
  }

  /** Names of files beside the JSON alone: nothing in a file leads elsewhere. */
  private static Path shard(JsonNode node, Path file) {
    String name = node.asText("");
    boolean plain = node.isTextual() && name.matches("[A-Za-z0-9_][A-Za-z0-9_. -]*");
    if (!plain) {
      throw misfit(file, "names of files beside it", node.toString()).asModelFormatException();
    }
    Path shard = file.resolveSibling(name);
    if (!Files.isRegularFile(shard)) {
      throw misfit(file, "a file " + name + " beside it", "none").asModelFormatException();
    }
    return shard;
  }

  /**
   * Returns the weights of a network. They are found by the last two parts of their names, layer
   * and parameter; a number stands for the parameter of that place.
   *
   * @throws ModelFormatException if they are not exactly these
   */
  static Weights match(Map<String, Tensor> tensors, List<LayerSpec> layers, String file) {
    Map<String, Tensor> left = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (left.put(shortName(name), tensor) != null) {
            throw misfit(Path.of(file), "each weight once", "'" + shortName(name) + "' twice")
                .asModelFormatException();
          }
        });
    Weights.Builder weights = Weights.builder();
    for (LayerSpec layer : layers) {
      for (int i = 0; i < layer.params().size(); i++) {
        ParamSpec param = layer.params().get(i);
        Tensor tensor = left.remove(layer.weightName(param));
        tensor = tensor == null ? left.remove(layer.name() + "/" + i) : tensor;
        if (tensor == null || !tensor.shape().equals(param.shape())) {
          throw WeightsH5.misfit(
              file,
              layer,
              layer.weightName(param) + " of shape " + param.shape(),
              tensor == null ? "none" : "shape " + tensor.shape());
        }
        weights.add(layer.weightName(param), tensor);
      }
    }
    if (!left.isEmpty()) {
      throw Problem.of(file + " has weights of a layer that the network has not")
          .expected(String.join(", ", layers.stream().map(LayerSpec::name).toList()))
          .got(String.join(", ", left.keySet()))
          .see("weights-do-not-fit")
          .asModelFormatException();
    }
    return weights.build();
  }

  private static String shortName(String name) {
    String[] parts = name.replaceFirst(":\\d+$", "").split("/");
    return parts.length < 2 ? name : parts[parts.length - 2] + "/" + parts[parts.length - 1];
  }

  private static Problem misfit(Path file, String expected, String got) {
    return Problem.of(file + " has not the weights that it lists")
        .expected(expected)
        .got(got)
        .see("tfjs-model");
  }

  /** One weight of a manifest. */
  private record Entry(String name, Shape shape, TfjsNumbers numbers, boolean optimizers) {
    /** The types that a layer's or an optimizer's weights can have, and their bytes. */
    private static final Map<String, Integer> SIZES = Map.of("float32", 4, "int32", 4, "bool", 1);

    static Entry of(JsonNode node, Path file) {
      String name = node.path("name").asText("");
      JsonNode dims = node.path("shape");
      boolean good = !name.isEmpty() && dims.isArray() && dims.size() <= 32;
      int[] shape = new int[good ? dims.size() : 0];
      for (int i = 0; i < shape.length; i++) {
        good &= dims.get(i).isInt() && dims.get(i).asInt() >= 0;
        shape[i] = Math.max(0, dims.get(i).asInt());
      }
      boolean optimizers = node.path("group").asText("").equals("optimizer");
      Integer size = SIZES.get(node.path("dtype").asText(""));
      if (!good || size == null || !optimizers && !node.path("dtype").asText().equals("float32")) {
        throw misfit(file, "a name, a shape, and the dtype float32", node.toString())
            .asModelFormatException();
      }
      try {
        JsonNode quantization = node.path("quantization");
        TfjsNumbers numbers =
            quantization.isObject() || size == Float.BYTES
                ? TfjsNumbers.of(quantization)
                : TfjsNumbers.skipped(size);
        return new Entry(name, Shape.of(shape), numbers, optimizers);
      } catch (IllegalArgumentException e) {
        throw misfit(file, "a weight that can be read", node + ": " + e.getMessage())
            .asModelFormatException();
      }
    }

    long bytes() {
      return (long) shape.size() * numbers.size();
    }
  }
}
