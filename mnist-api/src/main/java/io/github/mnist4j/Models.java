package io.github.mnist4j;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.io.KerasCompile;
import io.github.mnist4j.io.ModelFile;
import io.github.mnist4j.io.ModelFormat;
import io.github.mnist4j.io.ModelFormats;
import io.github.mnist4j.io.OptimizerVars;
import io.github.mnist4j.io.TwoFiles;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Engine;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads models that {@link Model#save}, Python's Keras or TF.js saved.
 *
 * <pre>{@code
 * try (Model model = Models.load(Path.of("digits.keras"))) {
 *   int digit = model.predict(x).argmax()[0];
 * }
 * }</pre>
 */
public final class Models {
  private Models() {}

  /**
   * Loads a model as it was saved: it goes on training where it stopped, with the same optimizer
   * state, learning rate and seed. A file that was never compiled gives a model that predicts.
   *
   * @param file a name that ends in {@code .keras} or {@code .h5}, or TF.js' {@code model.json} or
   *     its folder
   * @throws io.github.mnist4j.errors.ModelFormatException if the file is damaged, or has what this
   *     library has not
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static Model load(Path file) {
    return load(file, (Engine) null);
  }

  /**
   * Loads a model as {@link #load(Path)} does, to be run by an engine of the caller's choice;
   * {@code null}: the one on the class path.
   */
  public static Model load(Path file, @Nullable Engine engine) {
    ModelFile saved = open(file, engine);
    KerasCompile compile = saved.compile();
    if (compile == null) {
      return predicting(saved, file, engine);
    }
    CompileOptions options =
        new CompileOptions(compile.optimizer(), compile.loss(), compile.metrics(), null, engine);
    Long seed = saved.seed();
    Model model =
        new Model(network(saved, file), seed == null ? options : options.seed(seed), true);
    return filled(model, saved, saved.optimizer());
  }

  /**
   * Loads a model for predicting alone, whatever the file says of optimizer, loss and metrics.
   *
   * @param file a name that ends in {@code .keras} or {@code .h5}, or TF.js' {@code model.json} or
   *     its folder
   * @throws io.github.mnist4j.errors.ModelFormatException if the file is damaged, or has layers
   *     that this library has not
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static Model loadUncompiled(Path file) {
    return loadUncompiled(file, null);
  }

  /**
   * Loads a model as {@link #loadUncompiled(Path)} does, to be run by an engine of the caller's
   * choice.
   */
  public static Model loadUncompiled(Path file, @Nullable Engine engine) {
    return predicting(open(file, engine), file, engine);
  }

  /**
   * Loads an architecture and the weights that belong to it, as {@code model.to_json()} and {@code
   * model.save_weights(file)} of Keras 3, 2 or 1 wrote them, for predicting alone.
   *
   * <pre>{@code
   * try (Model model = Models.load(Path.of("digits.json"), Path.of("digits.h5"))) {
   *   int digit = model.predict(x).argmax()[0];
   * }
   * }</pre>
   *
   * @param architecture a JSON text, as {@link Sequential#fromJson} reads it; it says what shape
   *     the samples have
   * @param weights what {@link Model#loadWeights} reads, under any name
   * @throws io.github.mnist4j.errors.ModelFormatException if a file is damaged, has what this
   *     library has not, or the two do not belong together
   * @throws java.io.UncheckedIOException if one cannot be read
   */
  public static Model load(Path architecture, Path weights) {
    return load(architecture, weights, null);
  }

  /**
   * Loads a model as {@link #load(Path, Path)} does, to be run by an engine of the caller's choice.
   */
  public static Model load(Path architecture, Path weights, @Nullable Engine engine) {
    return predicting(TwoFiles.open(architecture, weights), architecture, engine);
  }

  private static ModelFile open(Path file, @Nullable Engine engine) {
    ModelFormat format = ModelFormats.readable(file);
    Engines.warmUp(engine);
    return format.open(file);
  }

  private static Model predicting(ModelFile saved, Path file, @Nullable Engine engine) {
    CompileOptions options =
        new CompileOptions(Optimizers.sgd(), Losses.meanSquaredError(), List.of(), null, engine);
    return filled(new Model(network(saved, file), options, false), saved, null);
  }

  private static Sequential network(ModelFile saved, Path file) {
    Sequential network = Sequential.of(saved.network());
    if (network.inputShape().isEmpty()) {
      throw Problem.of(file + " does not say what shape its samples have")
          .expected("an InputLayer, or build_input_shape")
          .got("neither")
          .see("not-built")
          .asModelFormatException();
    }
    return network;
  }

  private static Model filled(Model model, ModelFile saved, @Nullable OptimizerVars optimizer) {
    try {
      model.load(saved.weights(model.architecture().plan()));
      if (optimizer != null) {
        model.loadOptimizer(optimizer);
      }
      return model;
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }
}
