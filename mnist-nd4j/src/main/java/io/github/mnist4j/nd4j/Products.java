package io.github.mnist4j.nd4j;

/** Products of rows and matrices that lie in larger arrays, added to what is there. */
final class Products {
  private Products() {}

  /** y[yFrom…] += x[xFrom…] · W, W being (in, out) with rows of {@code stride} from wFrom on. */
  static void rowTimes(
      double[] x,
      int xFrom,
      double[] w,
      int wFrom,
      int stride,
      int in,
      int out,
      double[] y,
      int yFrom) {
    for (int i = 0; i < in; i++) {
      double number = x[xFrom + i];
      for (int j = 0; j < out; j++) {
        y[yFrom + j] += number * w[wFrom + i * stride + j];
      }
    }
  }

  /** dx[xFrom…] += dy[yFrom…] · Wᵀ. */
  static void rowTimesTransposed(
      double[] dy,
      int yFrom,
      double[] w,
      int wFrom,
      int stride,
      int in,
      int out,
      double[] dx,
      int xFrom) {
    for (int i = 0; i < in; i++) {
      double sum = 0;
      for (int j = 0; j < out; j++) {
        sum += dy[yFrom + j] * w[wFrom + i * stride + j];
      }
      dx[xFrom + i] += sum;
    }
  }

  /** dW += x[xFrom…]ᵀ · dy[yFrom…]. */
  static void columnTimesRow(
      double[] x,
      int xFrom,
      double[] dy,
      int yFrom,
      int in,
      int out,
      double[] dw,
      int wFrom,
      int stride) {
    for (int i = 0; i < in; i++) {
      double number = x[xFrom + i];
      for (int j = 0; j < out; j++) {
        dw[wFrom + i * stride + j] += number * dy[yFrom + j];
      }
    }
  }
}
