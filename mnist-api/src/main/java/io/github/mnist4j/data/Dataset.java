package io.github.mnist4j.data;

import io.github.mnist4j.augmentations.Augmentation;
import io.github.mnist4j.augmentations.Augmenter;
import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
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
   * Returns the set as it is in an epoch: this set itself, unless its samples change from epoch to
   * epoch, as those of {@link #augmented} do. {@code fit} asks for it before each pass through the
   * data. Whoever implements a view of another set passes the call on to it.
   *
   * @param epoch the number of the pass through the data, counted from 0; the set without a number
   *     is that of epoch 0
   */
  default Dataset epoch(int epoch) {
    return this;
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
   * Returns the set with images changed at random, anew in each epoch: each image once an epoch,
   * while its batch is filled, beside the training step.
   *
   * <pre>{@code
   * Dataset train = Mnist.load().train()
   *     .augmented(42, translation(0.1, 0.1), rotation(0.03), zoom(0.1), elastic(20, 4));
   * }</pre>
   *
   * <p>What becomes of an image follows from the seed, the epoch and its row number alone, however
   * many threads ask. Movements of pixels that stand side by side are done at once, so that the
   * image is sampled a single time. A second {@code fit} begins with epoch 0 again.
   *
   * @param seed the seed of all that is drawn
   * @param augmentations in their order; see {@link io.github.mnist4j.augmentations.Augmentations}
   * @throws io.github.mnist4j.errors.ShapeException if samples have not the shape {@code (height,
   *     width)} or {@code (height, width, channels)}
   */
  default Dataset augmented(long seed, Augmentation... augmentations) {
    return new AugmentedDataset(this, seed, List.of(augmentations));
  }

  /**
   * Returns the set with one-hot targets in place of class numbers: 1 for the class, 0 for the
   * others.
   *
   * @param classes how many classes there are, at least 1
   * @throws io.github.mnist4j.errors.DataException if targets are more than one number; while
   *     batches are filled, if a label is no whole number from 0 to {@code classes} − 1
   */
  default Dataset oneHot(int classes) {
    return new OneHotDataset(this, classes);
  }

  /** Returns {@link #mixUp(long, double)} with an alpha of 0.2, Keras' default. */
  default Dataset mixUp(long seed) {
    return mixUp(seed, 0.2);
  }

  /**
   * Returns the set with each sample mixed with another one, anew in each epoch (Zhang et al.:
   * "mixup: Beyond Empirical Risk Minimization", 2018): {@code w·x + (1 − w)·other}, and the
   * targets likewise, w drawn from Beta(alpha, alpha). Where Keras' {@code MixUp} takes the other
   * one from the same batch, this takes it from the whole set. A sample keeps its weight.
   *
   * <pre>{@code Dataset mixed = train.augmented(42, rotation(0.03)).oneHot(10).mixUp(42);}</pre>
   *
   * @param seed the seed of all that is drawn
   * @param alpha more than 0: the smaller, the more w is near 0 or 1
   * @throws io.github.mnist4j.errors.DataException if targets are class numbers, which cannot be
   *     mixed: use {@link #oneHot} before
   */
  default Dataset mixUp(long seed, double alpha) {
    Check.positive(alpha, "mixUp", "alpha");
    return MixedDataset.of(this, "mixUp", seed, Mixing.up(xShape().size(), alpha));
  }

  /** Returns {@link #cutMix(long, double, double)} with 0 to 1, Keras' default. */
  default Dataset cutMix(long seed) {
    return cutMix(seed, 0, 1);
  }

  /**
   * Returns the set with a rectangle of another image laid over each one, anew in each epoch (Yun
   * et al.: "CutMix: Regularization Strategy to Train Strong Classifiers with Localizable
   * Features", 2019). As in Keras' {@code CutMix}, the rectangle has the image's proportions and
   * {@code 1 − w} of its area, w drawn from Beta(a, a) and a from {@code lower} to {@code upper};
   * targets are mixed by w. Where Keras takes the other image from the same batch, this takes it
   * from the whole set. A sample keeps its weight.
   *
   * <pre>{@code Dataset mixed = train.oneHot(10).cutMix(42, 1, 1);     // the paper's}</pre>
   *
   * @param seed the seed of all that is drawn
   * @param lower the least a, from 0 to 1
   * @param upper the greatest a, from {@code lower} to 1
   * @throws io.github.mnist4j.errors.DataException if targets are class numbers, which cannot be
   *     mixed: use {@link #oneHot} before
   * @throws io.github.mnist4j.errors.ShapeException if samples are no images
   */
  default Dataset cutMix(long seed, double lower, double upper) {
    Check.notNegative(lower, "cutMix", "lower");
    Check.atLeast(lower, upper, "cutMix", "upper");
    Check.atMost(1, upper, "cutMix", "upper");
    Augmenter.requireImage(xShape());
    return MixedDataset.of(this, "cutMix", seed, Mixing.cut(xShape(), lower, upper));
  }

  /**
   * Returns the set with weights: how much each sample counts in the loss, when training and when
   * testing. (Keras calls them {@code sample_weight}.) The loss is the sum of weight times loss,
   * divided by the number of samples: weights of 2 double it. Metrics do not look at weights.
   *
   * <pre>{@code Dataset careful = train.take(3).weighted(1, 1, 0.5f);}</pre>
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
