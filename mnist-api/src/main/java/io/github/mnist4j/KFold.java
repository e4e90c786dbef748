package io.github.mnist4j;

import io.github.mnist4j.callbacks.BackupAndRestore;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Cross-validation: the samples are split into {@code k} parts, the folds, and {@code k} models are
 * trained, each on all folds but one, and tested on that one. So each sample is tested once, by a
 * model that has not seen it, and the {@code k} scores show how much a score is worth.
 *
 * <pre>{@code
 * CrossValidated scores = KFold.stratified(5, 42)
 *     .augment(train -> train.augmented(42, rotation(0.03)))
 *     .evaluate(cnn, CompileOptions.of(adam(), loss, accuracy()).seed(1), mnist.train(), epochs(10));
 * System.out.print(scores);      // … accuracy 0.9871 ± 0.0012
 * }</pre>
 *
 * <p>Which row is in which fold is drawn by the seed, the same on every machine. The stratified
 * folds are those of scikit-learn's {@code StratifiedKFold(k, shuffle=True)}, the others those of
 * its {@code KFold(k, shuffle=True)}: the same sizes and, stratified, as many of each class in each
 * fold; which rows these are differs, as the random numbers do. As there, the rows of a fold keep
 * their order.
 *
 * @param folds how many, at least 2
 * @param seed what the folds are drawn by
 * @param stratified whether each fold has its share of each class: the counts of a class differ by
 *     at most 1 between folds
 * @param augmentation what is made of the samples of a model before it is trained on them
 */
public record KFold(int folds, long seed, boolean stratified, UnaryOperator<Dataset> augmentation) {
  /** Checks the number of folds. */
  public KFold {
    Check.atLeast(2, folds, "KFold", "folds");
    Check.notNull(augmentation, "KFold", "augmentation");
  }

  /**
   * One split of the samples, as views: nothing is copied.
   *
   * @param train what to train on: the rows of all other folds, not augmented
   * @param test what to test on: the rows of this fold
   */
  public record Fold(Dataset train, Dataset test) {}

  /** Returns folds by chance alone, whose sizes differ by at most 1. */
  public static KFold of(int folds, long seed) {
    return new KFold(folds, seed, false, UnaryOperator.identity());
  }

  /**
   * Returns folds that each have the same share of each class: for targets that are class numbers
   * or one-hot.
   */
  public static KFold stratified(int folds, long seed) {
    return new KFold(folds, seed, true, UnaryOperator.identity());
  }

  /**
   * Returns the same folds, with samples changed before a model is trained on them. Those that are
   * tested on stay as they are.
   *
   * <pre>{@code
   * KFold.stratified(5, 42).augment(train -> train.augmented(42, translation(0.1, 0.1)).oneHot(10).mixUp(42))
   * }</pre>
   *
   * @param augmentation makes of the samples of a fold what is trained on; called once a fold
   */
  public KFold augment(UnaryOperator<Dataset> augmentation) {
    return new KFold(folds, seed, stratified, augmentation);
  }

  /**
   * Returns the number of the fold that tests each row, 0 up to but not {@code folds}.
   *
   * @throws io.github.mnist4j.errors.DataException if there are fewer samples than folds, or, where
   *     the folds are stratified, the targets are no classes or no class has as many samples as
   *     there are folds; where only some classes have not, a warning is logged
   */
  public int[] assign(Dataset data) {
    return stratified ? Folds.stratified(data, folds, seed) : Folds.any(data.size(), folds, seed);
  }

  /**
   * Returns all splits of a data set, in the order of the folds.
   *
   * <pre>{@code
   * for (KFold.Fold fold : KFold.of(10, 42).split(train)) {
   *   // train on fold.train(), test on fold.test()
   * }
   * }</pre>
   *
   * @throws io.github.mnist4j.errors.DataException as {@link #assign} does
   */
  public List<Fold> split(Dataset data) {
    int[] assigned = assign(data);
    List<Fold> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int tested = fold;
      int[] train = rows(assigned.length).filter(row -> assigned[row] != tested).toArray();
      int[] test = rows(assigned.length).filter(row -> assigned[row] == tested).toArray();
      splits.add(new Fold(data.rows(train), data.rows(test)));
    }
    return List.copyOf(splits);
  }

  private static IntStream rows(int count) {
    return IntStream.range(0, count);
  }

  /**
   * Trains and tests a model for each fold, one after the other; each is closed before the next is
   * made, so that it takes the memory of one. Each begins with weights of its own: fold {@code i}'s
   * seed is {@code RandomStream.of(seed).split(i).bits(0)} of the seed to compile with, where there
   * is one.
   *
   * <p>Callbacks see one training after the other: a file that they write is written anew in each.
   * To choose by something while training, such as in early stopping, use {@code validationSplit},
   * which takes the last rows of what is trained on; rows that were sorted by class are shuffled
   * before: {@code data.shuffled(1)}.
   *
   * @param network what is tried
   * @param compile how it is compiled; metrics are those of the result
   * @param data all samples to share out; not augmented, see {@link #augment}
   * @param fit how each model is trained
   * @throws io.github.mnist4j.errors.DataException as {@link #assign} does, or as {@link Model#fit}
   *     does
   * @throws IllegalArgumentException if one of the callbacks is a {@link BackupAndRestore}, which
   *     would take over what was trained on samples of another fold's test
   */
  public CrossValidated evaluate(
      Sequential network, CompileOptions compile, Dataset data, FitOptions fit) {
    if (fit.callbacks().stream().anyMatch(BackupAndRestore.class::isInstance)) {
      throw Problem.of("KFold.evaluate cannot go on with a training that was cut off")
          .expected("callbacks other than BackupAndRestore")
          .got("BackupAndRestore, which would take the weights of one fold into another")
          .fix("leave it out, or train each fold of split(data) with a folder of its own")
          .see("k-fold")
          .asIllegalArgument();
    }
    List<Scores> scores = new ArrayList<>();
    for (Fold fold : split(data)) {
      if (fit.verbose() != Verbosity.SILENT) {
        System.out.println("Fold " + (scores.size() + 1) + "/" + folds);
      }
      try (Model model = network.compile(compileFor(scores.size(), compile))) {
        model.fit(augmentation.apply(fold.train()), fit);
        scores.add(model.evaluate(fold.test(), testBatch(fit), fit.verbose()));
      }
    }
    return new CrossValidated(scores);
  }

  private static CompileOptions compileFor(int fold, CompileOptions compile) {
    Long seed = compile.seed();
    return seed == null ? compile : compile.seed(RandomStream.of(seed).split(fold).bits(0));
  }

  private static int testBatch(FitOptions fit) {
    Integer batch = fit.validationBatchSize();
    return batch == null ? fit.batchSize() : batch;
  }
}
