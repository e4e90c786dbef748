package io.github.mnist4j.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keras 2's whole model in one HDF5 file, {@code .h5}: JSON in the root's attributes {@code
 * model_config} and {@code training_config}, weights in {@link LegacyWeights}, the optimizer's
 * variables in {@link LegacyOptimizer}. Keras 2 and 3 read what is written here; what Keras 1, 2
 * and 3 wrote is read.
 *
 * <p>Keras 3's {@code load_model} (3.15) restores the iteration but not the slots, of its own files
 * neither: it builds the optimizer for no variables. {@code
 * model.optimizer.build(model.trainable_variables)} on a model that was compiled again, and
 * set_weights, does it.
 */
final class KerasH5 implements ModelFormat {
  private static final String MODEL_CONFIG = "model_config";
  private static final String TRAINING_CONFIG = "training_config";
  private static final String VERSION = "keras_version";
  private static final String SEED = "mnist4j_seed";

  /** As in {@link WeightsH5}: behind {@code model_weights} and {@code optimizer_weights}. */
  private static final String LAST = "written_by";

  /** A message in an HDF5 header has its size in 16 bits. */
  private static final int MOST_ATTRIBUTE = 65_535;

  /** What a message has besides an attribute's text, generously. */
  private static final int AROUND_ATTRIBUTE = 128;

  private static final long LEAST_ROOM = 1 << 20;

  @Override
  public String ending() {
    return ".h5";
  }

  @Override
  public boolean claims(Path file) {
    String name = ModelFormat.name(file);
    return (name.endsWith(".h5") || name.endsWith(".hdf5")) && !name.endsWith(WeightsH5.SUFFIX);
  }

  @Override
  public Optional<String> obstacle(LayerSpec layer) {
    return KerasMeanings.obstacleInKeras2(layer.layer());
  }

  @Override
  public void write(Path file, ModelState model, SaveOptions options) {
    KerasCompile compile = model.compile();
    if (compile != null) {
      compile.requireWritable();
    }
    String config = Keras2Json.tree(model.network()).toString();
    String training = compile == null ? null : LegacyCompile.write(compile).toString();
    requireRoom(model, config);
    AtomicFile.write(
        file,
        partial -> {
          write(partial, model, config, training);
          requireWhole(partial, model, config);
        });
  }

  private static void write(Path file, ModelState model, String config, @Nullable String training) {
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putAttribute(VERSION, Keras2Json.KERAS_VERSION);
      hdf.putAttribute("backend", "tensorflow");
      hdf.putAttribute(MODEL_CONFIG, config);
      hdf.putAttribute(SEED, Long.toString(model.seed()));
      if (training != null) {
        hdf.putAttribute(TRAINING_CONFIG, training);
      }
      LegacyWeights.write(hdf, model.layers(), model.weights());
      if (model.compile() != null && model.optimizer() != null) {
        LegacyOptimizer.write(hdf, model.optimizer(), model.compile().optimizer(), model.layers());
      }
      hdf.putDataset(LAST, new int[] {1});
    }
  }

  /** jHDF writes as much as its encoder made room for, which is more than the text. */
  private static void requireRoom(ModelState model, String config) {
    int names = 0;
    List<LayerSpec> weighted = LegacyWeights.weighted(model.layers());
    for (LayerSpec layer : weighted) {
      names = Math.max(names, layer.name().getBytes(StandardCharsets.UTF_8).length + 1);
    }
    int most =
        Math.max(
            StandardCharsets.UTF_8.encode(config).capacity(),
            Math.max(names * weighted.size(), optimizerNames(model, names)));
    if (most > MOST_ATTRIBUTE - AROUND_ATTRIBUTE) {
      throw Problem.of("the network is too large to be described in a .h5 file")
          .expected("an attribute of at most " + (MOST_ATTRIBUTE - AROUND_ATTRIBUTE) + " bytes")
          .got(most + " bytes for " + model.layers().size() + " layers")
          .fix("save it as .keras instead, which has no such limit")
          .see("h5-too-large")
          .asIllegalArgument();
    }
  }

  /** Returns more than the names of the optimizer's variables take. */
  private static int optimizerNames(ModelState model, int layerName) {
    OptimizerVars optimizer = model.optimizer();
    return optimizer == null ? 0 : (optimizer.slots().size() + 2) * (layerName + 40);
  }

  private static void requireWhole(Path partial, ModelState model, String config) {
    Opened again = opened(Hdf5.bytes(partial, "check"), partial.toString());
    KerasCompile compile = model.compile();
    boolean whole =
        again.config().equals(config)
            && again.weights(model.layers()).equals(model.weights())
            && Objects.equals(again.seed(), model.seed())
            && Objects.equals(again.compile() == null, compile == null)
            && (compile == null || Objects.equals(again.optimizer(), model.optimizer()));
    if (!whole) {
      throw Problem.of("the model was not written as it is")
          .got("other contents when they were read again")
          .fix("report this, with the network's summary; an older file was not touched")
          .see("weights-file")
          .asIllegalState();
    }
  }

  @Override
  public ModelFile open(Path file) {
    return opened(Hdf5.bytes(file, "load a model"), file.toString());
  }

  private static Opened opened(byte[] bytes, String file) {
    return Hdf5.read(
        bytes,
        file,
        hdf -> {
          String config = Hdf5.text(hdf, MODEL_CONFIG);
          if (config == null) {
            throw noModel(hdf, file);
          }
          return new Opened(
              file,
              network(config, Hdf5.text(hdf, VERSION), file),
              config,
              Hdf5.text(hdf, TRAINING_CONFIG),
              bytes,
              seed(Hdf5.text(hdf, SEED)));
        });
  }

  private static KerasJson.Network network(String config, @Nullable String version, String file) {
    try {
      JsonNode root = KerasTree.MAPPER.readTree(config);
      return KerasJson.read(root, version);
    } catch (JsonProcessingException e) {
      throw Problem.of(file + " has a " + MODEL_CONFIG + " that is no JSON")
          .got(e.getOriginalMessage())
          .see("h5-no-model")
          .asModelFormatException(e);
    }
  }

  private static RuntimeException noModel(HdfFile hdf, String file) {
    boolean weights = LegacyWeights.listed(hdf) || hdf.getChild("layers") != null;
    return Problem.of(file + " has no architecture, so it is no whole model")
        .expected("the attribute " + MODEL_CONFIG + ", as model.save(\"model.h5\") writes it")
        .got(weights ? "weights alone" : "neither a model nor weights")
        .fix(
            weights
                ? "model.loadWeights(file) on a network of your own, or Models.load(architecture.json, file)"
                : "save the model again in Keras")
        .see("h5-no-model")
        .asModelFormatException();
  }

  private static @Nullable Long seed(@Nullable String text) {
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A file that is read. */
  private record Opened(
      String file,
      KerasJson.Network network,
      String config,
      @Nullable String training,
      byte[] bytes,
      @Nullable Long seed)
      implements ModelFile {
    @Override
    public Weights weights(List<LayerSpec> layers) {
      return WeightsH5.read(bytes, layers, file);
    }

    @Override
    public @Nullable KerasCompile compile() {
      return LegacyCompile.read(training, file);
    }

    @Override
    public @Nullable OptimizerVars optimizer() {
      KerasCompile compile = compile();
      long most = Math.max(LEAST_ROOM, 16L * bytes.length); // compressed zeros take little room
      return compile == null
          ? null
          : Hdf5.read(bytes, file, hdf -> LegacyOptimizer.read(hdf, compile.optimizer(), most));
    }
  }
}
