package io.github.mnist4j;

import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.Check;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a model is trained; defaults are Keras'.
 *
 * <pre>{@code model.fit(train, epochs(10).batchSize(64).validationData(test))}</pre>
 *
 * @param epochs how often the data is gone through, counted from epoch 0; at least 0
 * @param batchSize samples a step, at least 1; 32
 * @param validationData tested on after each epoch, or {@code null}
 * @param validationSplit the part of the data that is kept from training and tested on instead: its
 *     <em>last</em> rows, before any shuffling; 0 up to but not 1
 * @param shuffle whether samples come in another order each epoch; true
 * @param initialEpoch the epoch to start with, to go on with an earlier training; 0
 * @param verbose what is printed
 * @param callbacks what runs between the steps
 * @param classWeight how much a sample of a class counts in the loss of training, by class number;
 *     of a class that is not there, 1
 */
public record FitOptions(
    int epochs,
    int batchSize,
    @Nullable Dataset validationData,
    double validationSplit,
    boolean shuffle,
    int initialEpoch,
    Verbosity verbose,
    List<Callback> callbacks,
    Map<Integer, Double> classWeight) {
  /** Checks the ranges and copies list and map. */
  public FitOptions {
    Check.atLeast(0, epochs, "fit", "epochs");
    Check.atLeast(1, batchSize, "fit", "batchSize");
    Check.inHalfOpen(0, 1, validationSplit, "fit", "validationSplit");
    Check.atLeast(0, initialEpoch, "fit", "initialEpoch");
    Check.notNull(verbose, "fit", "verbose");
    callbacks = List.copyOf(callbacks);
    classWeight = Map.copyOf(classWeight);
    classWeight.forEach(
        (label, weight) -> {
          Check.atLeast(0, label, "fit", "classWeight's class");
          Check.finite(weight, "fit", "classWeight of class " + label);
        });
    Set<Callback> each = Collections.newSetFromMap(new IdentityHashMap<>());
    each.addAll(callbacks);
    if (each.size() < callbacks.size()) {
      throw new IllegalArgumentException("fit: the same callback is given twice; make two of them");
    }
    if (validationData != null && validationSplit > 0) {
      throw new IllegalArgumentException("fit: give validationData or validationSplit, not both");
    }
  }

  /** Returns Keras' defaults with a number of epochs. */
  public static FitOptions epochs(int epochs) {
    return new FitOptions(epochs, 32, null, 0, true, 0, Verbosity.AUTO, List.of(), Map.of());
  }

  /** Returns the same options with another number of samples a step. */
  public FitOptions batchSize(int batchSize) {
    return new FitOptions(
        epochs,
        batchSize,
        validationData,
        validationSplit,
        shuffle,
        initialEpoch,
        verbose,
        callbacks,
        classWeight);
  }

  /** Returns the same options with data to test on after each epoch. */
  public FitOptions validationData(Dataset validationData) {
    return new FitOptions(
        epochs,
        batchSize,
        validationData,
        validationSplit,
        shuffle,
        initialEpoch,
        verbose,
        callbacks,
        classWeight);
  }

  /**
   * Returns the same options with the last rows of the data kept from training, to test on after
   * each epoch.
   */
  public FitOptions validationSplit(double validationSplit) {
    return new FitOptions(
        epochs,
        batchSize,
        validationData,
        validationSplit,
        shuffle,
        initialEpoch,
        verbose,
        callbacks,
        classWeight);
  }

  /** Returns the same options with samples in another order each epoch, or always in their own. */
  public FitOptions shuffle(boolean shuffle) {
    return new FitOptions(
        epochs,
        batchSize,
        validationData,
        validationSplit,
        shuffle,
        initialEpoch,
        verbose,
        callbacks,
        classWeight);
  }

  /** Returns the same options with another first epoch. */
  public FitOptions initialEpoch(int initialEpoch) {
    return new FitOptions(
        epochs,
        batchSize,
        validationData,
        validationSplit,
        shuffle,
        initialEpoch,
        verbose,
        callbacks,
        classWeight);
  }

  /**
   * Returns the same options with other output, by Keras' numbers: 0 nothing, 1 a bar, 2 a line an
   * epoch.
   */
  public FitOptions verbose(int verbose) {
    return verbose(Verbosity.of(verbose));
  }

  /** Returns the same options with other output. */
  public FitOptions verbose(Verbosity verbose) {
    return new FitOptions(
        epochs,
        batchSize,
        validationData,
        validationSplit,
        shuffle,
        initialEpoch,
        verbose,
        callbacks,
        classWeight);
  }

  /** Returns the same options with more callbacks, to be called behind those there are. */
  public FitOptions callbacks(Callback... more) {
    List<Callback> all = Stream.concat(callbacks.stream(), Stream.of(more)).toList();
    return new FitOptions(
        epochs,
        batchSize,
        validationData,
        validationSplit,
        shuffle,
        initialEpoch,
        verbose,
        all,
        classWeight);
  }

  /**
   * Returns the same options with samples that count in the loss of training by their class, so
   * that rare classes are not overlooked; validation is not weighted. Not together with {@link
   * Dataset#weighted} data.
   *
   * <pre>{@code epochs(10).classWeight(Map.of(8, 2.0, 9, 0.5))}</pre>
   *
   * @param classWeight weights by class number: that of the label, or of the greatest of a one-hot
   *     target; a class that is not there has 1
   */
  public FitOptions classWeight(Map<Integer, Double> classWeight) {
    return new FitOptions(
        epochs,
        batchSize,
        validationData,
        validationSplit,
        shuffle,
        initialEpoch,
        verbose,
        callbacks,
        classWeight);
  }
}
