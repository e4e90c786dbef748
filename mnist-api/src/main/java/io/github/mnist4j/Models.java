package io.github.mnist4j;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.io.KerasCompile;
import io.github.mnist4j.io.KerasFormat;
import io.github.mnist4j.io.OptimizerVars;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Engine;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads models that {@link Model#save} or Python's Keras saved.
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
   * @param file a name that ends in {@code .keras}
   * @throws io.github.mnist4j.errors.ModelFormatException if the file is damaged, or has what this
   *     library has not
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static Model load(Path file) {
    return load(file, null);
  }

  /**
   * Loads a model as {@link #load(Path)} does, to be run by an engine of the caller's choice;
   * {@code null}: the one on the class path.
   */
  public static Model load(Path file, @Nullable Engine engine) {
    KerasFormat format = open(file, engine);
    KerasCompile compile = format.compile();
    if (compile == null) {
      return predicting(format, file, engine);
    }
    CompileOptions options =
        new CompileOptions(compile.optimizer(), compile.loss(), compile.metrics(), null, engine);
    Long seed = format.seed();
    Model model =
        new Model(network(format, file), seed == null ? options : options.seed(seed), true);
    return filled(model, format, format.optimizer());
  }

  /**
   * Loads a model for predicting alone, whatever the file says of optimizer, loss and metrics.
   *
   * @param file a name that ends in {@code .keras}
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

  private static KerasFormat open(Path file, @Nullable Engine engine) {
    if (!file.getFileName().toString().endsWith(KerasFormat.SUFFIX)) {
      throw Problem.of("a model cannot be loaded from a file of this name")
          .expected("a name that ends in " + KerasFormat.SUFFIX)
          .got(file.toString())
          .fix(
              "for an architecture (.json) use Sequential.fromJson(text), for weights (.weights.h5) model.loadWeights(file)")
          .see("model-file-name")
          .asIllegalArgument();
    }
    Engines.warmUp(engine);
    return KerasFormat.open(file);
  }

  private static Model predicting(KerasFormat format, Path file, @Nullable Engine engine) {
    CompileOptions options =
        new CompileOptions(Optimizers.sgd(), Losses.meanSquaredError(), List.of(), null, engine);
    return filled(new Model(network(format, file), options, false), format, null);
  }

  private static Sequential network(KerasFormat format, Path file) {
    Sequential network = Sequential.of(format.network());
    if (network.inputShape().isEmpty()) {
      throw Problem.of(file + " does not say what shape its samples have")
          .expected("an InputLayer, or build_input_shape")
          .got("neither")
          .see("not-built")
          .asModelFormatException();
    }
    return network;
  }

  private static Model filled(Model model, KerasFormat format, @Nullable OptimizerVars optimizer) {
    try {
      model.load(format.weights(model.architecture().plan()));
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
