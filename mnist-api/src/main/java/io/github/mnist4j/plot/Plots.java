package io.github.mnist4j.plot;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures: images in a grid, learning curves, a prediction.
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
    List<Panel> panels = new ArrayList<>(List.of(others));
    panels.add(0, first);
    for (Panel panel : panels) {
      if (panel.lines().isEmpty()) {
        throw Problem.of("Plots.curves: the panel '" + panel.title() + "' has no lines")
            .expected("at least one")
            .got("none")
            .fix("add one with line(name, values)")
            .see("plot-values")
            .asIllegalArgument();
      }
    }
    return new Curves(panels).plot();
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
}
