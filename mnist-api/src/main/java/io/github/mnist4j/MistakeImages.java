package io.github.mnist4j;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.evaluation.Mistake;
import io.github.mnist4j.reports.Contents.Shown;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.List;

/** Fetches the samples of mistakes, where they are images: a handful, however large the set. */
final class MistakeImages {
  /** Larger images are thinned out, so that a page of them can still be sent by mail. */
  private static final int MOST_PIXELS = 128;

  private MistakeImages() {}

  static List<Shown> of(Dataset data, List<Mistake> mistakes) {
    Shape shape = data.xShape();
    boolean colored = shape.rank() == 3 && shape.dim(2) == 3;
    boolean image = colored || shape.rank() == 2 || shape.rank() == 3 && shape.dim(2) == 1;
    return mistakes.stream()
        .map(
            mistake ->
                image
                    ? new Shown(mistake, thinned(data.rows(mistake.row()).x().row(0)), !colored)
                    : new Shown(mistake, null, false))
        .toList();
  }

  private static Tensor thinned(Tensor image) {
    Shape shape = image.shape();
    int step = (Math.max(shape.dim(0), shape.dim(1)) - 1) / MOST_PIXELS + 1;
    if (step == 1) {
      return image;
    }
    int channels = shape.rank() == 2 ? 1 : shape.dim(2);
    int height = (shape.dim(0) - 1) / step + 1;
    int width = (shape.dim(1) - 1) / step + 1;
    Tensor small = Tensor.zeros(Shape.of(height, width, channels));
    for (int i = 0; i < height * width; i++) {
      int from = (i / width * step * shape.dim(1) + i % width * step) * channels;
      System.arraycopy(image.data(), from, small.data(), i * channels, channels);
    }
    return small;
  }
}
