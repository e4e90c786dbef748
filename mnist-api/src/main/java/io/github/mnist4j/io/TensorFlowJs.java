package io.github.mnist4j.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * TF.js layers models: {@code model.json}, with the network as Keras 2 says it, and a binary file
 * of weights beside it.
 *
 * <p>The weights' file is called by its contents, written first, and named by the JSON, which takes
 * its place in one move: whoever reads finds an old pair or a new one, and never a mixed one; nor
 * does a browser that has an older file in its cache.
 */
final class TensorFlowJs implements ModelFormat {
  private static final Logger LOG = System.getLogger(TensorFlowJs.class.getName());
  private static final String JSON = "model.json";
  private static final long MOST_JSON = 16 << 20;
  private static final Pattern OURS = Pattern.compile("weights\\.[0-9a-f]{16}\\.bin");

  /** Whatever wrote the file, TF.js computes what Keras 2 does. */
  private static final String MEANINGS = Keras2Json.KERAS_VERSION + " and TF.js";

  /** The layers that TF.js has, and reads as Keras means them. */
  private static final Set<String> CLASSES =
      Set.of(
          "Activation",
          "AveragePooling2D",
          "Conv2D",
          "Dense",
          "Dropout",
          "Flatten",
          "MaxPooling2D");

  /** The activations that TF.js has under Keras' names, and computes as Keras does. */
  private static final Set<Activation> ACTIVATIONS =
      EnumSet.of(
          Activation.linear,
          Activation.relu,
          Activation.sigmoid,
          Activation.tanh,
          Activation.softmax,
          Activation.relu6,
          Activation.elu,
          Activation.selu,
          Activation.softplus,
          Activation.softsign);

  @Override
  public String ending() {
    return JSON;
  }

  @Override
  public boolean claims(Path file) {
    return file.endsWith(JSON) || Files.isDirectory(file);
  }

  @Override
  public Optional<String> obstacle(LayerSpec layer) {
    if (!CLASSES.contains(layer.layer().className())) {
      return Optional.of("TF.js has no such layer, or reads it otherwise");
    }
    if (layer.layer() instanceof Conv2D conv && conv.groups() > 1) {
      return Optional.of("TF.js has no convolution in groups");
    }
    Activation activation = layer.layer().activation();
    return ACTIVATIONS.contains(activation)
        ? Optional.empty()
        : Optional.of("TF.js has no activation " + activation + ", or not under this name");
  }

  @Override
  public boolean takes(SaveOptions options) {
    return !options.keras2();
  }

  private static Path json(Path file) {
    return Files.isDirectory(file) ? file.resolve(JSON) : file;
  }

  @Override
  public void write(Path path, ModelState model, SaveOptions options) {
    Path file = json(path);
    TfjsWeights weights = TfjsWeights.of(model.weights(), options.quantization());
    String name = "weights." + digest(weights.bytes()) + ".bin";
    ObjectNode root = KerasTree.MAPPER.createObjectNode();
    root.put("format", "layers-model").put("generatedBy", "mnist4j").putNull("convertedBy");
    root.set("modelTopology", topology(model.network()));
    ObjectNode group = root.putArray("weightsManifest").addObject();
    group.putArray("paths").add(name);
    group.set("weights", weights.entries());
    Set<String> before = ours(file);
    AtomicFile.write(file.resolveSibling(name), partial -> Files.write(partial, weights.bytes()));
    AtomicFile.write(file, partial -> Files.writeString(partial, root.toString()));
    before.stream()
        .filter(old -> !old.equals(name))
        .forEach(old -> delete(file.resolveSibling(old)));
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What TF.js does not need, and in part does not know: it fills in its defaults. */
  private static ObjectNode topology(KerasJson.Network network) {
    ObjectNode tree = Keras2Json.tree(network);
    for (JsonNode layer : tree.path("config").path("layers")) {
      ObjectNode config = (ObjectNode) layer.get("config");
      config.remove(
          config.properties().stream()
              .map(Map.Entry::getKey)
              .filter(key -> key.matches(".*_(initializer|regularizer|constraint)"))
              .toList());
    }
    ObjectNode topology = KerasTree.MAPPER.createObjectNode();
    topology.set("keras_version", tree.remove("keras_version"));
    topology.set("backend", tree.remove("backend"));
    topology.set("model_config", tree);
    return topology;
  }

  /** Returns the weights' files that an older model of ours has, which is about to be replaced. */
  private static Set<String> ours(Path file) {
    if (!Files.isRegularFile(file)) {
      return Set.of();
    }
    try {
      JsonNode paths =
          KerasTree.MAPPER.readTree(text(file)).path("weightsManifest").path(0).path("paths");
      String name = paths.path(0).asText();
      return paths.size() == 1 && OURS.matcher(name).matches() ? Set.of(name) : Set.of();
    } catch (IOException | ModelFormatException e) {
      return Set.of(); // not ours
    }
  }

  /** The new model is in its place by now: an old file that stays is no reason to fail. */
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot delete the older weights {0}: {1}", file, e.getMessage());
    }
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > MOST_JSON) {
      throw Problem.of(file + " is larger than a model's JSON can be")
          .expected("at most " + MOST_JSON + " bytes")
          .got(Files.size(file) + " bytes")
          .see("tfjs-model")
          .asModelFormatException();
    }
    return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public ModelFile open(Path path) {
    Path file = json(path);
    ModelFormat.requireReadable(file, "load a model");
    try {
      JsonNode root = KerasTree.MAPPER.readTree(text(file));
      return new Opened(
          file.toString(),
          KerasJson.read(network(root, file), MEANINGS),
          TfjsWeights.read(root, file));
    } catch (JsonProcessingException e) {
      throw Problem.of(file + " is no JSON")
          .got(e.getOriginalMessage())
          .see("tfjs-model")
          .asModelFormatException(e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static JsonNode network(JsonNode root, Path file) {
    JsonNode topology = root.path("modelTopology");
    JsonNode network = topology.has("model_config") ? topology.get("model_config") : topology;
    if (!network.has("class_name")) {
      boolean architecture = root.has("class_name");
      throw Problem.of(file + " is no TF.js layers model")
          .expected("modelTopology with a Keras network")
          .got(
              architecture
                  ? "an architecture alone"
                  : root.path("format").asText("").equals("graph-model")
                      ? "a graph model, which has operations instead of layers"
                      : "none")
          .fix(
              architecture
                  ? "use Sequential.fromJson(text), or save the model under another name than model.json"
                  : "save it in TF.js with model.save(…), or convert the Keras model it came from")
          .see("tfjs-model")
          .asModelFormatException();
    }
    ObjectNode plain = KerasTree.MAPPER.createObjectNode();
    plain.set("class_name", network.get("class_name"));
    plain.set("config", network.path("config").deepCopy());
    for (JsonNode layer : plain.path("config").findParents("kernel_initializer")) {
      forgetUnknown((ObjectNode) layer);
    }
    return plain;
  }

  /**
   * The file has the weights, so an initializer that this library has not is no reason to refuse
   * it; the layer's default stands in for it.
   */
  private static void forgetUnknown(ObjectNode config) {
    for (String key : List.of("kernel_initializer", "bias_initializer")) {
      if (config.path(key) instanceof ObjectNode initializer) {
        Keras1Json.name(initializer);
      }
      if (!Initializers.TYPES.containsKey(config.path(key).path("class_name").asText())) {
        config.remove(key);
      }
    }
  }

  /** A model whose files are read. */
  private record Opened(String file, KerasJson.Network network, Map<String, Tensor> tensors)
      implements ModelFile {
    @Override
    public Weights weights(List<LayerSpec> layers) {
      return TfjsWeights.match(tensors, layers, file);
    }
  }
}
