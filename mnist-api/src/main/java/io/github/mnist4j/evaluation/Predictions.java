package io.github.mnist4j.evaluation;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.metrics.ConfusionMatrix;
import io.github.mnist4j.tensor.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The true class of each sample of a set, and how probable a network held each class to be.
 * Immutable.
 *
 * <pre>{@code
 * Predictions predictions = Predictions.ofLogits(test.labels(), model.predict(test));
 * predictions.accuracy();                       // 0.9906
 * predictions.mostConfidentMistakes(10);        // where to look first
 * Calibration.of(predictions);                  // whether 90 % means 90 %
 * }</pre>
 *
 * <p>The predicted class is that of the greatest output, the first of equals; of outputs of one
 * number it is class 1 where the probability is above one half, and class 0 elsewhere.
 */
public final class Predictions {
  private final int[] labels;
  private final int[] predicted;
  private final int classes;
  private final float[] probabilities;

  private Predictions(int[] labels, int[] predicted, int classes, float[] probabilities) {
    this.labels = labels;
    this.predicted = predicted;
    this.classes = classes;
    this.probabilities = probabilities;
  }

  /**
   * Takes what a network without softmax or sigmoid gives. Probabilities are softmax's, {@code
   * exp(z[j]) / Σ exp(z)}, of one number sigmoid's, {@code 1 / (1 + exp(−z))}, in double precision.
   *
   * @param labels the true class of each sample, from 0
   * @param outputs {@code (n, classes)}; {@code (n, 1)} or {@code (n,)} for class 1 of two; copied
   * @throws io.github.mnist4j.errors.ShapeException if outputs have another number of axes
   * @throws io.github.mnist4j.errors.DataException if there is not an output for each label, a
   *     label is no class, or an output is not finite
   */
  public static Predictions ofLogits(int[] labels, Tensor outputs) {
    return new Outputs(labels, outputs, true).predictions();
  }

  /**
   * Takes what a network that ends in softmax or sigmoid gives. Where a row of two or more does not
   * sum to 1, it is divided by its sum, as cross-entropy does it.
   *
   * @param labels the true class of each sample, from 0
   * @param outputs {@code (n, classes)}; {@code (n, 1)} or {@code (n,)} for class 1 of two; copied
   * @throws io.github.mnist4j.errors.ShapeException if outputs have another number of axes
   * @throws io.github.mnist4j.errors.DataException if there is not an output for each label, a
   *     label is no class, an output is not from 0 to 1, or all of a row are 0
   */
  public static Predictions ofProbabilities(int[] labels, Tensor outputs) {
    return new Outputs(labels, outputs, false).predictions();
  }

  /**
   * Returns what several networks say together, or one of several views of each sample: the mean of
   * their probabilities, and the class where it is greatest.
   *
   * <pre>{@code
   * List<Predictions> said = Stream.of(small, large)
   *     .map(model -> Predictions.ofLogits(test.labels(), model.predict(test)))
   *     .toList();
   * Predictions.mean(said).accuracy();
   * }</pre>
   *
   * @param several at least one, all of the same samples
   * @throws IllegalArgumentException if there is none
   * @throws io.github.mnist4j.errors.DataException if labels or classes differ
   */
  public static Predictions mean(List<Predictions> several) {
    return new Committee(several, "mean").mean();
  }

  /**
   * Returns what most of several networks say: the probability of a class is the part of votes for
   * it. Among classes of equally many votes, that of the greatest mean probability wins.
   *
   * <pre>{@code Predictions.vote(said).confusion()}</pre>
   *
   * @param several at least one, all of the same samples
   * @throws IllegalArgumentException if there is none
   * @throws io.github.mnist4j.errors.DataException if labels or classes differ
   */
  public static Predictions vote(List<Predictions> several) {
    return new Committee(several, "vote").vote();
  }

  static Predictions of(int[] labels, int[] predicted, int classes, float[] probabilities) {
    return new Predictions(labels, predicted, classes, probabilities);
  }

  /** Returns the number of samples. */
  public int size() {
    return labels.length;
  }

  /** Returns the number of classes, at least 2. */
  public int classes() {
    return classes;
  }

  /** Returns the true classes, a copy. */
  public int[] labels() {
    return labels.clone();
  }

  /** Returns the predicted classes, a copy. */
  public int[] predicted() {
    return predicted.clone();
  }

  /**
   * Returns the true class of a sample.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int label(int row) {
    return labels[row];
  }

  /**
   * Returns the predicted class of a sample.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int predicted(int row) {
    return predicted[row];
  }

  /**
   * Returns how probable a class of a sample was held to be, 0 to 1.
   *
   * @throws IndexOutOfBoundsException if there is no such row or class
   */
  public double probability(int row, int label) {
    Objects.checkIndex(row, size());
    return probabilities[row * classes + Objects.checkIndex(label, classes)];
  }

  /**
   * Returns the probability of a sample's predicted class.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double confidence(int row) {
    return probability(row, predicted[row]);
  }

  /**
   * Returns whether a sample was taken for what it is.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public boolean isRight(int row) {
    return labels[row] == predicted[row];
  }

  /** Returns the part of samples that were taken for what they are; 0 where there is none. */
  public double accuracy() {
    return size() == 0 ? 0 : rows().filter(this::isRight).count() / (double) size();
  }

  /** Returns the mean probability of the predicted classes; 0 where there is no sample. */
  public double meanConfidence() {
    return rows().mapToDouble(this::confidence).average().orElse(0);
  }

  /** Returns which class was taken for which. */
  public ConfusionMatrix confusion() {
    return ConfusionMatrix.of(classes, labels, predicted);
  }

  /** Returns all mistakes, in the order of the set. */
  public List<Mistake> mistakes() {
    return rows()
        .filter(row -> !isRight(row))
        .mapToObj(row -> new Mistake(row, labels[row], predicted[row], confidence(row)))
        .toList();
  }

  /**
   * Returns the mistakes that were held to be most probable, the worst first; of equals, the first
   * in the set.
   *
   * @param most how many at most, 0 or more
   */
  public List<Mistake> mostConfidentMistakes(int most) {
    Check.atLeast(0, most, "mostConfidentMistakes", "most");
    return mistakes().stream()
        .sorted(Comparator.comparingDouble(Mistake::confidence).reversed())
        .limit(most)
        .toList();
  }

  private IntStream rows() {
    return IntStream.range(0, size());
  }

  /** Returns how many there are and how many are right. */
  @Override
  public String toString() {
    long right = rows().filter(this::isRight).count();
    return "Predictions[" + right + " of " + size() + " right, " + classes + " classes]";
  }
}
