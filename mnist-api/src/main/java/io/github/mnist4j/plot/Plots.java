package io.github.mnist4j.plot;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.evaluation.Calibration;
import io.github.mnist4j.metrics.ConfusionMatrix;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pictures: images in a grid, learning curves, a prediction, a confusion matrix, calibration,
 * box plots.
 *
 * <pre>{@code
 * Plots.grid(images, captions, 10).write(Path.of("digits.png"));
 *
 * Plots.curves(
 *         Panel.of("Cross-entropy loss", "epoch", "loss")
 *             .line("train", 0.51, 0.22, 0.16)
 *             .line("validation", 0.25, 0.19, 0.17),
 *         Panel.of("Accuracy", "epoch", "accuracy")
 *             .line("train", 0.85, 0.93, 0.95)
 *             .line("validation", 0.92, 0.94, 0.95))
 *     .write(Path.of("learning-curves.svg"));
 *
 * Plots.prediction(image, scores, classNames).write(Path.of("prediction.png"));
 * }</pre>
 */
public final class Plots {
  private Plots() {}

  /**
   * Shows images in rows, each with its label below.
   *
   * <p>Grey images are drawn black on white, as Matplotlib's {@code binary} does: 0 is white, the
   * greatest value of the image black. Coloured ones are taken as 0..1, or as 0..255 where a value
   * exceeds 1. NaN counts as the lowest value.
   *
   * <pre>{@code
   * var train = Mnist.load().train().take(20);
   * List<Tensor> images = IntStream.range(0, 20).mapToObj(train::image).toList();
   * List<String> labels = Arrays.stream(train.labels()).mapToObj(String::valueOf).toList();
   * Plots.grid(images, labels, 10).write(Path.of("digits.png"));
   * }</pre>
   *
   * @param images each of shape {@code (height, width)}, {@code (height, width, 1)} or, with red,
   *     green and blue, {@code (height, width, 3)}; sizes may differ
   * @param labels one an image, or an empty list for none; what is too long ends in "…"
   * @param columns images in one row, at least 1
   * @throws io.github.mnist4j.errors.ShapeException if a tensor is no image
   * @throws io.github.mnist4j.errors.DataException if there is no image, or if there are labels but
   *     not one an image
   */
  public static Plot grid(List<Tensor> images, List<String> labels, int columns) {
    return gridOf(columns, labels, images.stream().map(Pixels::of).toList());
  }

  /**
   * Shows images in rows, all in the same range of values.
   *
   * <pre>{@code Plots.grid(images, captions, 5, -1, 1)}</pre>
   *
   * @param images as in {@link #grid(List, List, int)}
   * @param labels one an image, or an empty list for none
   * @param columns images in one row, at least 1
   * @param low what is white, or black in coloured images; lower values are, too
   * @param high what is black, or white in coloured images; higher values are, too
   * @throws IllegalArgumentException if {@code low} is not less than {@code high}
   * @throws io.github.mnist4j.errors.ShapeException if a tensor is no image
   * @throws io.github.mnist4j.errors.DataException if there is no image, or if there are labels but
   *     not one an image
   */
  public static Plot grid(
      List<Tensor> images, List<String> labels, int columns, float low, float high) {
    if (!(low < high)) {
      throw Problem.of("Plots.grid: the range of values has no extent")
          .expected("the lower number first")
          .got(low + " to " + high)
          .see("plot-values")
          .asIllegalArgument();
    }
    return gridOf(
        columns, labels, images.stream().map(image -> Pixels.of(image, low, high)).toList());
  }

  private static Plot gridOf(int columns, List<String> labels, List<Pixels> images) {
    Check.atLeast(1, columns, "Plots.grid", "columns");
    if (images.isEmpty()) {
      throw Problem.of("Plots.grid: there is no image to show")
          .expected("at least one")
          .got("an empty list")
          .see("plot-values")
          .asDataException();
    }
    if (!labels.isEmpty() && labels.size() != images.size()) {
      throw Problem.of("Plots.grid: images and labels are not of the same number")
          .expected(images.size() + " labels, or an empty list for none")
          .got(labels.size() + " labels")
          .see("plot-values")
          .asDataException();
    }
    return new Grid(images, List.copyOf(labels), columns).plot();
  }

  /**
   * Shows how values went from epoch to epoch: panels one above the other, x counted from 1, in all
   * panels to the same end.
   *
   * <p>The first line of a panel is blue, the second orange. Each value has a dot where there are
   * 30 or fewer. NaN and infinite values leave a gap.
   *
   * <pre>{@code
   * Plots.curves(
   *     Panel.of("Cross-entropy loss", "epoch", "loss")
   *         .line("train", history.get("loss"))
   *         .line("validation", history.get("val_loss")))
   * }</pre>
   *
   * @throws IllegalArgumentException if a panel has no line
   */
  public static Plot curves(Panel first, Panel... others) {
    return new Curves(panels("Plots.curves", first, others)).plot();
  }

  private static List<Panel> panels(String owner, Panel first, Panel... others) {
    List<Panel> panels = new ArrayList<>(List.of(others));
    panels.add(0, first);
    for (Panel panel : panels) {
      if (panel.lines().isEmpty()) {
        throw Problem.of(owner + ": the panel '" + panel.title() + "' has no lines")
            .expected("at least one")
            .got("none")
            .fix("add one with line(name, values)")
            .see("plot-values")
            .asIllegalArgument();
      }
    }
    return panels;
  }

  /**
   * Shows how values are spread: a box plot (Tukey, 1977), panels side by side, each with an axis
   * of its own; a box for each of a panel's lines, and its values as points, in whatever order.
   *
   * <p>The box goes from the lower to the upper quartile, with the median across; quartiles lie
   * linearly between values (type 7 of Hyndman and Fan, 1996; NumPy's and R's default). Whiskers
   * reach to the last values that are no farther from the box than 1.5 times its height; values
   * beyond are outliers, drawn as rings. NaN and infinite values are left out.
   *
   * <pre>{@code
   * Plots.boxes(
   *     Panel.of("Accuracy", "5 folds", "accuracy")
   *         .line("small", 0.981, 0.979, 0.983, 0.980, 0.982)
   *         .line("large", crossValidated.values("accuracy")))
   * }</pre>
   *
   * @throws IllegalArgumentException if a panel has no line
   */
  public static Plot boxes(Panel first, Panel... others) {
    return new Boxes(panels("Plots.boxes", first, others)).plot();
  }

  /**
   * Shows an image and, beside it, a bar for each class, the highest one in strong blue.
   *
   * <p>Scores from 0 to 1 that sum to 1 are written as percentages, on an axis that ends at 100 %;
   * others, as logits, as they are, to both sides of zero where some are negative. Of more than 20
   * classes the 20 best are shown, the best first.
   *
   * <pre>{@code
   * Plots.prediction(test.image(0), model.predict(x).row(0).data(), classNames)
   * }</pre>
   *
   * @param image of a shape that {@link #grid(List, List, int)} takes
   * @param scores one a class, at least one
   * @param classNames one a class
   * @throws io.github.mnist4j.errors.ShapeException if the tensor is no image
   * @throws io.github.mnist4j.errors.DataException if there is no score, or not one a name
   */
  public static Plot prediction(Tensor image, float[] scores, List<String> classNames) {
    if (scores.length == 0 || scores.length != classNames.size()) {
      throw Problem.of("Plots.prediction: scores and class names do not fit together")
          .expected("one score and one name a class, at least one class")
          .got(scores.length + " scores and " + classNames.size() + " names")
          .see("plot-values")
          .asDataException();
    }
    return new Prediction(Pixels.of(image), scores, List.copyOf(classNames)).plot();
  }

  /**
   * Shows one image alone, without a margin, for a page or a window.
   *
   * <pre>{@code String svg = Plots.image(test.image(0)).toSvg();}</pre>
   *
   * @param image of a shape that {@link #grid(List, List, int)} takes
   * @throws io.github.mnist4j.errors.ShapeException if the tensor is no image
   */
  public static Plot image(Tensor image) {
    return Grid.alone(Pixels.of(image));
  }

  /**
   * Shows a confusion matrix: a row a true class, a column a predicted one, and in each square how
   * often that was, where it is large enough. What is right is blue, the stronger the more of its
   * class; mistakes are orange, the stronger the more of their class beside the most frequent one.
   *
   * <pre>{@code
   * ConfusionMatrix matrix = model.evaluate(test).report().matrix();
   * Plots.confusion(matrix, List.of()).write(Path.of("confusion.png"));
   * }</pre>
   *
   * @param names one a class, or an empty list for their numbers; what is too long ends in "…"
   * @throws io.github.mnist4j.errors.DataException if there are names but not one a class
   */
  public static Plot confusion(ConfusionMatrix matrix, List<String> names) {
    if (!names.isEmpty() && names.size() != matrix.classes()) {
      throw Problem.of("Plots.confusion: classes and names are not of the same number")
          .expected(matrix.classes() + " names, or an empty list for none")
          .got(names.size() + " names")
          .see("plot-values")
          .asDataException();
    }
    List<String> shown =
        names.isEmpty()
            ? IntStream.range(0, matrix.classes()).mapToObj(Integer::toString).toList()
            : List.copyOf(names);
    return new Confusion(matrix, shown).plot();
  }

  /**
   * Shows how often a network is right beside how sure it is: a bar and a dot a bin that holds
   * samples, with the interval in which 95 of 100 such bins have their true value (Wilson 1927),
   * and below, how many samples that is of. Dots below the line are of a network that is too sure.
   *
   * <pre>{@code Plots.reliability(Calibration.of(predictions)).write(Path.of("reliability.svg"))}
   * </pre>
   */
  public static Plot reliability(Calibration calibration) {
    return new Reliability(calibration).plot();
  }
}
