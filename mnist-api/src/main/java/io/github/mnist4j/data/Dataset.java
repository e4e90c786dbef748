package io.github.mnist4j.data;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Samples and their targets, by row number. A batch is made when it is asked for, so a set can stay
 * as small as it lies on disk.
 *
 * <p>The methods with a body return views: nothing is copied, and the view reads through to this
 * set.
 *
 * <pre>{@code
 * Dataset all = Dataset.of(x, labels);          // x: (n, 28, 28, 1), pixels 0..255
 * Dataset train = all.scaled(1 / 255.0).range(0, 50_000);
 * }</pre>
 *
 * <p>Implementations must answer {@link #fill} from any thread, and the same for the same row
 * within an epoch.
 */
public interface Dataset {
  /** Returns the number of samples. */
  int size();

  /** Returns the shape of one sample's x. */
  Shape xShape();

  /** Returns the shape of one sample's target: {@code ()} for a class number. */
  Shape yShape();

  /**
   * Copies samples into arrays, one behind the other from index 0.
   *
   * @param rows row numbers of this set
   * @param from the first place in {@code rows} to copy
   * @param to the place after the last one to copy
   * @param x receives {@code (to − from) · xShape().size()} numbers
   * @param y receives {@code (to − from) · yShape().size()} numbers
   */
  void fill(int[] rows, int from, int to, float[] x, float[] y);

  /** Returns whether samples count differently in the loss; see {@link #weighted}. */
  default boolean isWeighted() {
    return false;
  }

  /**
   * Copies samples' weights into an array, from index 0; where the set is not weighted, ones.
   *
   * @param rows row numbers of this set
   * @param from the first place in {@code rows} to copy
   * @param to the place after the last one to copy
   * @param weights receives {@code to − from} numbers
   */
  default void fillWeights(int[] rows, int from, int to, float[] weights) {
    Arrays.fill(weights, 0, to - from, 1);
  }

  /**
   * Returns a set of class numbers.
   *
   * @param x {@code (n, …)}, one row a sample
   * @param labels n class numbers, 0 and up
   * @throws io.github.mnist4j.errors.DataException if the number of rows and of labels differ
   */
  static Dataset of(Tensor x, int... labels) {
    float[] y = new float[labels.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = labels[i];
    }
    return of(x, Tensor.of(Shape.of(y.length), y));
  }

  /**
   * Returns a set of targets of any shape.
   *
   * @param x {@code (n, …)}, one row a sample
   * @param y {@code (n, …)}, one row a target
   * @throws io.github.mnist4j.errors.DataException if the numbers of rows differ
   */
  static Dataset of(Tensor x, Tensor y) {
    return new TensorDataset(x, y);
  }

  /** Makes a sample and its target. */
  @FunctionalInterface
  interface Generator {
    /**
     * Fills the arrays, which are all 0 before. May be called from any thread at any time, also
     * from several at once; must give the same for the same row within an epoch.
     *
     * @param row the sample's number, 0 up to but not the set's size
     * @param x receives the sample, row-major
     * @param y receives the target: one number where it is a class
     */
    void fill(int row, float[] x, float[] y);
  }

  /**
   * Returns a set of samples that are made when they are asked for, so that there may be more of
   * them than memory holds.
   *
   * <pre>{@code
   * Dataset noise = Dataset.generate(10_000, Shape.of(28, 28, 1), Shape.scalar(), (row, x, y) -> {
   *   Random random = new Random(row);
   *   for (int i = 0; i < x.length; i++) {
   *     x[i] = random.nextFloat();
   *   }
   *   y[0] = row % 10;
   * });
   * }</pre>
   *
   * <p>{@code fit} goes through all of them once before the first step, to check them, and then
   * once an epoch.
   *
   * @param size how many samples there are, 0 or more
   * @param xShape one sample's shape
   * @param yShape one target's shape: {@code ()} for a class number
   */
  static Dataset generate(int size, Shape xShape, Shape yShape, Generator generator) {
    return new GeneratedDataset(size, xShape, yShape, generator);
  }

  /** Returns the first {@code count} samples, or all where there are fewer. */
  default Dataset take(int count) {
    return range(0, Math.min(count, size()));
  }

  /**
   * Returns the samples {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws io.github.mnist4j.errors.DataException if there are no such rows
   */
  default Dataset range(int from, int to) {
    if (from < 0 || to < from || to > size()) {
      throw Problem.of("a data set has no such rows")
          .expected("0 <= from <= to <= " + size())
          .got("from " + from + ", to " + to)
          .see("no-such-rows")
          .asDataException();
    }
    return new RowsDataset(this, IntStream.range(from, to).toArray());
  }

  /**
   * Returns chosen samples, in the order given; a row may come more than once.
   *
   * @throws io.github.mnist4j.errors.DataException if there is no such row
   */
  default Dataset rows(int... rows) {
    for (int row : rows) {
      if (row < 0 || row >= size()) {
        throw Problem.of("a data set has no such row")
            .expected("rows from 0 to " + (size() - 1))
            .got("row " + row)
            .see("no-such-rows")
            .asDataException();
      }
    }
    return new RowsDataset(this, rows.clone());
  }

  /** Returns the samples in random order, the same for the same seed. */
  default Dataset shuffled(long seed) {
    return new RowsDataset(this, RandomStream.of(seed).permutation(size()));
  }

  /**
   * Returns the set with every number of x multiplied by {@code factor} while a batch is filled.
   */
  default Dataset scaled(double factor) {
    return new ScaledDataset(this, factor);
  }

  /**
   * Returns the set with another shape of x.
   *
   * @throws io.github.mnist4j.errors.ShapeException if the shape has not the same number of
   *     elements
   */
  default Dataset reshaped(Shape shape) {
    return new ReshapedDataset(this, shape);
  }

  /**
   * Returns the set with weights: how much each sample counts in the loss, when training and when
   * testing. (Keras calls them {@code sample_weight}.) The loss is the sum of weight times loss,
   * divided by the number of samples: weights of 2 double it. Metrics do not look at weights.
   *
   * <pre>{@code Dataset careful = train.weighted(weights);}</pre>
   *
   * @param weights a finite number for each sample, in place of those that this set may have
   * @throws io.github.mnist4j.errors.DataException if there are not as many as samples, or one is
   *     not finite
   */
  default Dataset weighted(float... weights) {
    return new WeightedDataset(this, weights);
  }

  /** Returns all x as one tensor {@code (n, …)}; a copy, n times the size of a sample. */
  default Tensor x() {
    Tensor x = Tensor.zeros(xShape().prepend(size()));
    fill(
        IntStream.range(0, size()).toArray(),
        0,
        size(),
        x.data(),
        new float[size() * yShape().size()]);
    return x;
  }

  /** Returns all targets as one tensor {@code (n, …)}; a copy. */
  default Tensor y() {
    Tensor y = Tensor.zeros(yShape().prepend(size()));
    int[] rows = IntStream.range(0, size()).toArray();
    int chunk = 256;
    float[] x = new float[chunk * xShape().size()];
    float[] part = new float[chunk * yShape().size()];
    for (int from = 0; from < size(); from += chunk) {
      int to = Math.min(size(), from + chunk);
      fill(rows, from, to, x, part);
      System.arraycopy(part, 0, y.data(), from * yShape().size(), (to - from) * yShape().size());
    }
    return y;
  }
}
