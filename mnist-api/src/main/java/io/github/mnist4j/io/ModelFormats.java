package io.github.mnist4j.io;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.LayerSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The formats there are, and which of them a file's name means. */
public final class ModelFormats {
  /** Every format; where two claim a name, the first has it. */
  static final List<ModelFormat> ALL =
      List.of(
          new KerasFormat(),
          new WeightsFormat(),
          new KerasH5(),
          new TensorFlowJs(),
          new OnnxFormat(),
          new ArchitectureFormat());

  private ModelFormats() {}

  /**
   * Writes a model in the format that the file's name means.
   *
   * @throws IllegalArgumentException if the name means none, or the format cannot carry the model;
   *     the message says which can
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, ModelState model, SaveOptions options) {
    ModelFormat format = writable(file);
    for (LayerSpec layer : model.layers()) {
      Optional<String> obstacle = format.obstacle(layer);
      if (obstacle.isPresent()) {
        throw Problem.of(
                "layer '"
                    + layer.name()
                    + "' ("
                    + layer.layer().className()
                    + ") cannot be written to a "
                    + format.ending()
                    + " file: "
                    + obstacle.get())
            .fix("save it as " + endings(other -> carries(other, model)) + " instead")
            .see("layer-not-written")
            .asIllegalArgument();
      }
    }
    if (!format.takes(options)) {
      throw Problem.of("a " + format.ending() + " file is not written with these options")
          .expected(SaveOptions.defaults().toString())
          .got(options.toString())
          .fix("quantize TF.js models (model.json); write .json alone for Keras 2")
          .see("save-options")
          .asIllegalArgument();
    }
    format.write(file, model, options);
  }

  private static boolean carries(ModelFormat format, ModelState model) {
    return model.layers().stream().allMatch(layer -> format.obstacle(layer).isEmpty());
  }

  private static ModelFormat writable(Path file) {
    return claiming(file)
        .orElseThrow(
            () ->
                Problem.of("a model cannot be saved under this name")
                    .expected("a name that ends in " + endings(format -> true))
                    .got(file.toString())
                    .see("model-file-name")
                    .asIllegalArgument());
  }

  /**
   * Opens a file in the format that its name means.
   *
   * @throws IllegalArgumentException if it means none that models are loaded from
   * @throws io.github.mnist4j.errors.ModelFormatException if it is damaged, or has what this
   *     library has not
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static ModelFile open(Path file) {
    return readable(file).open(file);
  }

  /** Requires that the file's name means a format that models are loaded from. */
  public static ModelFormat readable(Path file) {
    return claiming(file)
        .filter(ModelFormat::readable)
        .orElseThrow(
            () ->
                Problem.of("a model cannot be loaded from a file of this name")
                    .expected("a name that ends in " + endings(ModelFormat::readable))
                    .got(file.toString())
                    .fix(
                        "for an architecture (.json) use Sequential.fromJson(text), for weights"
                            + " (.weights.h5) model.loadWeights(file), for both"
                            + " Models.load(architecture, weights)")
                    .see("model-file-name")
                    .asIllegalArgument());
  }

  private static Optional<ModelFormat> claiming(Path file) {
    return ALL.stream().filter(format -> format.claims(file)).findFirst();
  }

  private static String endings(Predicate<ModelFormat> which) {
    List<String> endings = ALL.stream().filter(which).map(ModelFormat::ending).toList();
    int last = endings.size() - 1;
    return last <= 0
        ? String.join("", endings)
        : endings.stream().limit(last).collect(Collectors.joining(", "))
            + " or "
            + endings.get(last);
  }
}
