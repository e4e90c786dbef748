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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a model is trained; defaults are Keras'.
 *
 * <pre>{@code model.fit(train, epochs(10).batchSize(64).validationData(test))}</pre>
 *
 * @param epochs the epoch to end with: how often the data is gone through, where the first epoch is
 *     0; at least 0
 * @param batchSize samples a step, at least 1; 32
 * @param validationData tested on after each epoch, or {@code null}
 * @param validationSplit the part of the data that is kept from training and tested on instead: its
 *     <em>last</em> rows, before any shuffling; 0 up to but not 1
 * @param shuffle whether samples come in another order each epoch; true
 * @param initialEpoch the epoch to start with, to go on with an earlier training; 0
 * @param verbose what is printed
 * @param callbacks what runs between the steps
 * @param stepsPerEpoch steps an epoch, at least 1, or {@code null}: once through the data
 * @param validationBatchSize samples at once when testing, at least 1, or {@code null}: as many as
 *     when training
 * @param validationSteps how many batches of the validation data are tested on, the first ones, at
 *     least 1, or {@code null}: all
 * @param validationFreq how many epochs lie between two validations, at least 1; 1
 * @param validationEpochs the epochs, counted from 1, that are followed by a validation, instead of
 *     {@code validationFreq}; empty: by that
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
    @Nullable Integer stepsPerEpoch,
    @Nullable Integer validationBatchSize,
    @Nullable Integer validationSteps,
    int validationFreq,
    List<Integer> validationEpochs,
    Map<Integer, Double> classWeight) {
  private static final String OWNER = "fit";

  /** Checks the ranges and copies lists and map. */
  public FitOptions {
    Check.atLeast(0, epochs, OWNER, "epochs");
    Check.atLeast(1, batchSize, OWNER, "batchSize");
    Check.inHalfOpen(0, 1, validationSplit, OWNER, "validationSplit");
    Check.atLeast(0, initialEpoch, OWNER, "initialEpoch");
    Check.notNull(verbose, OWNER, "verbose");
    atLeastOne(stepsPerEpoch, "stepsPerEpoch");
    atLeastOne(validationBatchSize, "validationBatchSize");
    atLeastOne(validationSteps, "validationSteps");
    Check.atLeast(1, validationFreq, OWNER, "validationFreq");
    callbacks = List.copyOf(callbacks);
    Set<Callback> each = Collections.newSetFromMap(new IdentityHashMap<>());
    each.addAll(callbacks);
    if (each.size() < callbacks.size()) {
      throw new IllegalArgumentException("fit: the same callback is given twice; make two of them");
    }
    validationEpochs = List.copyOf(validationEpochs);
    classWeight = Map.copyOf(classWeight);
    classWeight.forEach(
        (label, weight) -> {
          Check.atLeast(0, label, OWNER, "classWeight's class");
          Check.finite(weight, OWNER, "classWeight of class " + label);
        });
    validationEpochs.forEach(epoch -> Check.atLeast(1, epoch, OWNER, "an epoch of validationFreq"));
    if (validationData != null && validationSplit > 0) {
      throw new IllegalArgumentException("fit: give validationData or validationSplit, not both");
    }
  }

  private static void atLeastOne(@Nullable Integer value, String argument) {
    if (value != null) {
      Check.atLeast(1, value, OWNER, argument);
    }
  }

  /** All options, to be changed one by one. */
  private static final class Draft {
    private int batchSize;
    private @Nullable Dataset validationData;
    private double validationSplit;
    private boolean shuffle;
    private int initialEpoch;
    private Verbosity verbose;
    private List<Callback> callbacks;
    private @Nullable Integer stepsPerEpoch;
    private @Nullable Integer validationBatchSize;
    private @Nullable Integer validationSteps;
    private int validationFreq;
    private List<Integer> validationEpochs;
    private Map<Integer, Double> classWeight;

    Draft(FitOptions options) {
      batchSize = options.batchSize;
      validationData = options.validationData;
      validationSplit = options.validationSplit;
      shuffle = options.shuffle;
      initialEpoch = options.initialEpoch;
      verbose = options.verbose;
      callbacks = options.callbacks;
      stepsPerEpoch = options.stepsPerEpoch;
      validationBatchSize = options.validationBatchSize;
      validationSteps = options.validationSteps;
      validationFreq = options.validationFreq;
      validationEpochs = options.validationEpochs;
      classWeight = options.classWeight;
    }
  }

  private FitOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new FitOptions(
        epochs,
        draft.batchSize,
        draft.validationData,
        draft.validationSplit,
        draft.shuffle,
        draft.initialEpoch,
        draft.verbose,
        draft.callbacks,
        draft.stepsPerEpoch,
        draft.validationBatchSize,
        draft.validationSteps,
        draft.validationFreq,
        draft.validationEpochs,
        draft.classWeight);
  }

  /** Returns Keras' defaults with a number of epochs. */
  public static FitOptions epochs(int epochs) {
    return new FitOptions(
        epochs,
        32,
        null,
        0,
        true,
        0,
        Verbosity.AUTO,
        List.of(),
        null,
        null,
        null,
        1,
        List.of(),
        Map.of());
  }

  /** Returns the same options with another number of samples a step. */
  public FitOptions batchSize(int batchSize) {
    return with(draft -> draft.batchSize = batchSize);
  }

  /** Returns the same options with data to test on after each epoch. */
  public FitOptions validationData(Dataset validationData) {
    return with(draft -> draft.validationData = validationData);
  }

  /**
   * Returns the same options with the last rows of the data kept from training, to test on after
   * each epoch.
   */
  public FitOptions validationSplit(double validationSplit) {
    return with(draft -> draft.validationSplit = validationSplit);
  }

  /** Returns the same options with samples in another order each epoch, or always in their own. */
  public FitOptions shuffle(boolean shuffle) {
    return with(draft -> draft.shuffle = shuffle);
  }

  /** Returns the same options with another first epoch. */
  public FitOptions initialEpoch(int initialEpoch) {
    return with(draft -> draft.initialEpoch = initialEpoch);
  }

  /**
   * Returns the same options with epochs of some steps, however large the data is. An epoch goes on
   * in the data where the last one ended, and behind the data's end begins anew, in another order.
   */
  public FitOptions stepsPerEpoch(int stepsPerEpoch) {
    return with(draft -> draft.stepsPerEpoch = stepsPerEpoch);
  }

  /** Returns the same options with another number of samples at once when testing. */
  public FitOptions validationBatchSize(int validationBatchSize) {
    return with(draft -> draft.validationBatchSize = validationBatchSize);
  }

  /** Returns the same options that test on the first batches of the validation data only. */
  public FitOptions validationSteps(int validationSteps) {
    return with(draft -> draft.validationSteps = validationSteps);
  }

  /** Returns the same options that test after every so many epochs: 2 is after epoch 2, 4, … */
  public FitOptions validationFreq(int validationFreq) {
    return with(
        draft -> {
          draft.validationFreq = validationFreq;
          draft.validationEpochs = List.of();
        });
  }

  /**
   * Returns the same options that test after some epochs, counted from 1.
   *
   * <pre>{@code epochs(100).validationData(test).validationFreq(List.of(1, 10, 100))}</pre>
   *
   * @param validationEpochs at least one
   */
  public FitOptions validationFreq(List<Integer> validationEpochs) {
    if (validationEpochs.isEmpty()) {
      throw new IllegalArgumentException("fit: validationFreq must have at least one epoch");
    }
    return with(draft -> draft.validationEpochs = validationEpochs);
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
    return with(draft -> draft.verbose = verbose);
  }

  /** Returns the same options with more callbacks, to be called behind those there are. */
  public FitOptions callbacks(Callback... more) {
    return with(
        draft -> draft.callbacks = Stream.concat(callbacks.stream(), Stream.of(more)).toList());
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
    return with(draft -> draft.classWeight = classWeight);
  }

  /**
   * Returns whether an epoch is followed by a validation.
   *
   * @param epoch counted from 0
   */
  boolean validatesAfter(int epoch) {
    return validationEpochs.isEmpty()
        ? (epoch + 1) % validationFreq == 0
        : validationEpochs.contains(epoch + 1);
  }

  /** Requires data to test on where it is said how to. */
  void requireValidation() {
    if (validationData != null || validationSplit > 0) {
      return;
    }
    boolean said =
        validationBatchSize != null
            || validationSteps != null
            || validationFreq > 1
            || !validationEpochs.isEmpty();
    if (said) {
      throw new IllegalArgumentException(
          "fit: validationBatchSize, validationSteps and validationFreq need validationData or"
              + " validationSplit");
    }
  }
}
