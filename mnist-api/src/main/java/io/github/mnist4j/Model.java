package io.github.mnist4j;

import io.github.mnist4j.callbacks.ProgressBar;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.io.KerasCompile;
import io.github.mnist4j.io.ModelFormats;
import io.github.mnist4j.io.ModelState;
import io.github.mnist4j.io.OptimizerVars;
import io.github.mnist4j.io.WeightsH5;
import io.github.mnist4j.optimizers.Schedule;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.Engine;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A network that can be trained, tested and asked; made by {@link Sequential#compile}.
 *
 * <pre>{@code
 * try (Model model = cnn.compile(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())) {
 *   model.fit(mnist.train(), epochs(10).validationData(mnist.test()));
 *   System.out.println(model.evaluate(mnist.test()));
 *   int[] digits = model.predict(mnist.test().x()).argmax();
 * }
 * }</pre>
 *
 * <p>A model holds memory outside the Java heap until it is closed. {@code predict} may be called
 * from any number of threads at once, also while another one trains, and so may {@code
 * stopTraining}; everything else from one thread at a time. A call that fails leaves the model as
 * it was, but for the steps that were already trained.
 */
public final class Model implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Model.class.getName());
  private static final Cleaner CLEANER = Cleaner.create();
  private static final int EVALUATE_BATCH = 32;
  private static final int PREDICT_BATCH = 256;

  private final CompileOptions options;
  private final Engine engine;
  private final long seed;
  private final boolean compiled;
  private volatile Sequential architecture;
  private volatile @Nullable Held held;
  private Cleaner.@Nullable Cleanable forgotten;
  private volatile boolean closed;
  private volatile boolean stopping;
  private double learningRate;
  private long fits;
  private boolean batchesSeen;

  /**
   * Makes a model.
   *
   * @param compiled whether it may be trained and tested; otherwise its loss and optimizer mean
   *     nothing
   */
  Model(Sequential architecture, CompileOptions options, boolean compiled) {
    this.architecture = architecture;
    this.options = options;
    this.compiled = compiled;
    engine = options.engine() == null ? Engines.find() : options.engine();
    seed = options.seed() == null ? ThreadLocalRandom.current().nextLong() : options.seed();
    learningRate = options.optimizer().learningRate();
    if (architecture.inputShape().isPresent()) {
      program();
    }
  }

  /** A program and what frees it when its model was forgotten. */
  private static final class Held implements Runnable {
    private final Program program;
    private final String name;
    private final AtomicBoolean freed = new AtomicBoolean();

    Held(Program program, String name) {
      this.program = program;
      this.name = name;
    }

    void close() {
      if (freed.compareAndSet(false, true)) {
        program.close();
      }
    }

    @Override
    public void run() {
      if (freed.compareAndSet(false, true)) {
        LOG.log(Level.WARNING, "a model ''{0}'' was not closed; use try (Model model = …)", name);
        program.close();
      }
    }
  }

  /**
   * Trains. A second call goes on where the first one ended.
   *
   * @param data samples and targets; checked whole before the first step
   * @param options how long, how much at once, what to test on
   * @return loss and metrics of each epoch
   * @throws io.github.mnist4j.errors.DataException if the data is empty, not finite, or its targets
   *     do not fit the loss
   * @throws io.github.mnist4j.errors.ShapeException if its shape is not the network's
   * @throws io.github.mnist4j.errors.NonFiniteException if the loss of a step is not finite, and no
   *     callback ends the training quietly; the weights are those before that step
   */
  public History fit(Dataset data, FitOptions options) {
    requireOpen();
    requireCompiled();
    options.requireValidation();
    stopping = false;
    Dataset validation = options.validationData();
    Dataset training = data;
    if (options.validationSplit() > 0) {
      int split = (int) Math.floor(data.size() * (1 - options.validationSplit()));
      if (split == 0 || split == data.size()) {
        throw Problem.of("the validation split leaves one side empty")
            .expected("at least one sample on each side")
            .got(data.size() + " samples, validationSplit " + options.validationSplit())
            .see("empty-data")
            .asDataException();
      }
      validation = data.range(split, data.size());
      training = data.range(0, split);
    }
    Preflight preflight = preflight(training);
    training = preflight.check(training, "the training data");
    validation = validation == null ? null : preflight.check(validation, "the validation data");
    build(training.xShape());
    FitLoop loop = new FitLoop(this, program(), training, validation, options, fits++);
    History history = loop.run();
    fits = loop.fit() + 1;
    return history;
  }

  /**
   * Asks the training that is running to end behind its step; validation and the ends of epoch and
   * training still come, and {@code fit} returns the history so far. May be called from any thread;
   * where none is running, it does nothing.
   *
   * <pre>{@code
   * Runtime.getRuntime().addShutdownHook(new Thread(model::stopTraining));
   * }</pre>
   */
  public void stopTraining() {
    stopping = true;
  }

  boolean isStopping() {
    return stopping;
  }

  /**
   * Trains one step, on all samples of a set at once.
   *
   * <pre>{@code
   * for (int[] rows : List.of(new int[] {0, 2, 4}, new int[] {1, 3, 5})) {
   *   Scores scores = model.trainOnBatch(train.rows(rows));
   * }
   * }</pre>
   *
   * @return loss and metrics of this batch alone, as the network was before the step; Keras' are
   *     those since it was told to forget
   * @throws io.github.mnist4j.errors.DataException if the data is empty, not finite, or its targets
   *     do not fit the loss
   * @throws io.github.mnist4j.errors.ShapeException if its shape is not the network's
   * @throws io.github.mnist4j.errors.NonFiniteException if the loss is not finite; nothing is
   *     changed then
   */
  public Scores trainOnBatch(Dataset batch) {
    return oneBatch(batch).train(program(), learningRate());
  }

  /** Trains one step on targets of any shape, as {@link #trainOnBatch(Dataset)} does. */
  public Scores trainOnBatch(Tensor x, Tensor y) {
    return trainOnBatch(Dataset.of(x, y));
  }

  /** Trains one step on class numbers, as {@link #trainOnBatch(Dataset)} does. */
  public Scores trainOnBatch(Tensor x, int... labels) {
    return trainOnBatch(Dataset.of(x, labels));
  }

  /**
   * Tests on all samples of a set at once; nothing is changed.
   *
   * @return loss and metrics of this batch alone
   * @throws io.github.mnist4j.errors.DataException if the data is empty, not finite, or its targets
   *     do not fit the loss
   * @throws io.github.mnist4j.errors.ShapeException if its shape is not the network's
   */
  public Scores testOnBatch(Dataset batch) {
    return oneBatch(batch).test(program());
  }

  /** Tests on targets of any shape, as {@link #testOnBatch(Dataset)} does. */
  public Scores testOnBatch(Tensor x, Tensor y) {
    return testOnBatch(Dataset.of(x, y));
  }

  /** Tests on class numbers, as {@link #testOnBatch(Dataset)} does. */
  public Scores testOnBatch(Tensor x, int... labels) {
    return testOnBatch(Dataset.of(x, labels));
  }

  /** Returns the network's outputs, as {@link #predict(Tensor)} does; Keras' name for it. */
  public Tensor predictOnBatch(Tensor x) {
    return predict(x);
  }

  private OneBatch oneBatch(Dataset batch) {
    requireOpen();
    requireCompiled();
    Preflight preflight = preflight(batch);
    Dataset checked = (batchesSeen ? preflight.quiet() : preflight).check(batch, "the batch");
    batchesSeen = true; // what was warned of once is known
    build(checked.xShape());
    return new OneBatch(this, checked);
  }

  /**
   * Tests with 32 samples at once and a progress bar; see {@link #evaluate(Dataset, int,
   * Verbosity)}.
   */
  public Scores evaluate(Dataset data) {
    return evaluate(data, EVALUATE_BATCH, Verbosity.AUTO);
  }

  /**
   * Tests: loss and metrics over all samples, nothing is changed. Where targets are classes, {@link
   * Scores#report} tells how well each is known.
   *
   * @param batchSize samples at once, at least 1; the result does not depend on it but for rounding
   * @throws io.github.mnist4j.errors.DataException if the data is empty, not finite, or its targets
   *     do not fit the loss
   * @throws io.github.mnist4j.errors.ShapeException if its shape is not the network's
   */
  public Scores evaluate(Dataset data, int batchSize, Verbosity verbose) {
    requireOpen();
    requireCompiled();
    Check.atLeast(1, batchSize, "evaluate", "batchSize");
    Dataset checked = preflight(data).check(data, "the data");
    build(checked.xShape());
    Shape output = architecture.outputShape().orElseThrow();
    ClassCounter classes = new ClassCounter(options.loss(), checked.yShape(), output);
    return classes.scores(tested(checked, batchSize, verbose, classes));
  }

  /**
   * Tests once, and keeps what came out of each sample.
   *
   * @throws io.github.mnist4j.errors.DataException if samples are not of one class each, or the
   *     outputs no probabilities of classes
   */
  Classified classified(Dataset data) {
    requireOpen();
    requireCompiled();
    Dataset checked = preflight(data).check(data, "the data");
    build(checked.xShape());
    ClassOutputs outputs =
        new ClassOutputs(
            options.loss(),
            architecture.lastActivation(),
            checked.yShape(),
            architecture.outputShape().orElseThrow(),
            checked.size());
    Map<String, Double> values = tested(checked, EVALUATE_BATCH, Verbosity.SILENT, outputs);
    return new Classified(values, outputs.predictions());
  }

  private Map<String, Double> tested(
      Dataset checked, int batchSize, Verbosity verbose, Evaluation.Observer observer) {
    Shape output = architecture.outputShape().orElseThrow();
    return new Evaluation(program(), output, checked, batchSize, options.metrics(), observer)
        .run(ProgressBar.of(verbose));
  }

  /**
   * Returns the network's outputs. May be called from any thread.
   *
   * @param x {@code (n, …)}, any number of samples of the network's shape
   * @return {@code (n, …)}: logits or probabilities, as the last layer gives them
   * @throws io.github.mnist4j.errors.ShapeException if the samples have not the network's shape
   */
  public Tensor predict(Tensor x) {
    Tensor samples = samples(x, "predict"); // builds the network, where it is not yet
    return program().predict(samples);
  }

  /** Returns samples of the network's own shape. */
  private Tensor samples(Tensor x, String who) {
    requireOpen();
    if (x.shape().rank() == 0) {
      throw Problem.of(who + " takes rows of samples")
          .expected("x of shape (n, …)")
          .got("x of shape ()")
          .see("input-shape")
          .asShapeException();
    }
    build(x.shape().withoutFirst());
    Shape input = architecture.inputShape().orElseThrow();
    Shape sample = Preflight.requireShape(x.shape().withoutFirst(), input, "x");
    return x.reshape(sample.prepend(x.rows()));
  }

  /**
   * Returns the network's outputs for the x of a data set, batch by batch. May be called from any
   * thread.
   */
  public Tensor predict(Dataset data) {
    requireOpen();
    build(data.xShape());
    Shape input = architecture.inputShape().orElseThrow();
    Preflight.requireShape(data.xShape(), input, "x");
    Tensor output = Tensor.zeros(architecture.outputShape().orElseThrow().prepend(data.size()));
    int[] rows = java.util.stream.IntStream.range(0, data.size()).toArray();
    float[] y = new float[PREDICT_BATCH * data.yShape().size()];
    for (int from = 0; from < rows.length; from += PREDICT_BATCH) {
      int to = Math.min(rows.length, from + PREDICT_BATCH);
      Tensor x = Tensor.zeros(input.prepend(to - from));
      data.fill(rows, from, to, x.data(), y);
      float[] part = program().predict(x).data();
      System.arraycopy(part, 0, output.data(), from * (part.length / (to - from)), part.length);
    }
    return output;
  }

  /**
   * Returns what a layer in the midst of the network makes of samples, to look at.
   *
   * <pre>{@code Tensor features = model.activations(test.take(1).x(), "conv2d_1");}</pre>
   *
   * @param x {@code (n, …)}, samples of the network's shape
   * @param layer a layer's name, as {@link #summary} has it
   * @return {@code (n, …)}, of the layer's output
   * @throws IllegalArgumentException if there is no such layer
   * @throws io.github.mnist4j.errors.ShapeException if the samples have not the network's shape
   */
  public Tensor activations(Tensor x, String layer) {
    Tensor samples = samples(x, "activations");
    return Inside.activations(requireBuilt(), program(), engine, seed, samples, layer);
  }

  /**
   * Returns how an output changes with each number of a sample: large, in either direction, where
   * the network looks. (Its absolute value is the saliency map of Simonyan, Vedaldi and Zisserman
   * 2013.)
   *
   * <pre>{@code Tensor slopes = model.inputGradient(x, 7);  // what speaks for a 7, and against it}
   * </pre>
   *
   * @param x {@code (n, …)}, samples of the network's shape
   * @param classes the place of the output in the last axis: one for all samples, or one a sample;
   *     none: each sample's greatest
   * @return {@code (n, …)}, of x's shape
   * @throws io.github.mnist4j.errors.DataException if there is no such output, or classes are
   *     neither none, one, nor one a sample
   * @throws io.github.mnist4j.errors.ShapeException if the samples have not the network's shape
   */
  public Tensor inputGradient(Tensor x, int... classes) {
    Tensor samples = samples(x, "inputGradient");
    return Inside.inputGradient(program(), samples, classes).reshape(x.shape());
  }

  /** Returns the network; built for a shape as soon as one is known. */
  public Sequential architecture() {
    return architecture;
  }

  /** Returns the table of layers, shapes and numbers of parameters. */
  public Summary summary() {
    return architecture.summary();
  }

  /** Returns the architecture as Keras 3's JSON; see {@link Sequential#toJson}. */
  public String toJson() {
    return architecture.toJson();
  }

  /** Returns the seed that weights, order and dropout come from. */
  public long seed() {
    return seed;
  }

  /** Returns the optimizer's step size, as the next step will take it. */
  public double learningRate() {
    Schedule schedule = options.optimizer().options().schedule();
    if (schedule == null) {
      return learningRate;
    }
    Held made = held;
    long step = made == null ? 0 : made.program.iteration();
    return Check.notNegative(
        schedule.at(step), "schedule", "the learning rate of step " + (step + 1));
  }

  void learningRate(double learningRate) {
    Schedule schedule = options.optimizer().options().schedule();
    if (schedule != null) {
      throw Problem.of("the learning rate cannot be set, as the optimizer has a schedule of it")
          .expected("an optimizer with one learning rate")
          .got(schedule.toString())
          .fix("compile with a number, or train without the callback that sets it")
          .see("learning-rate-scheduled")
          .asIllegalState();
    }
    this.learningRate = learningRate;
  }

  CompileOptions options() {
    return options;
  }

  /**
   * Returns a copy of the weights, named {@code layer/param}.
   *
   * @throws IllegalStateException if the model is not built yet
   */
  public Weights weights() {
    requireOpen();
    return program().weights();
  }

  /**
   * Takes over weights.
   *
   * @throws io.github.mnist4j.errors.ShapeException if they are not of this network; nothing is
   *     changed then
   * @throws IllegalStateException if the model is not built yet
   */
  public void load(Weights weights) {
    requireOpen();
    program().load(weights);
  }

  /**
   * Returns a copy of the weights of one layer, by the names that they have within it.
   *
   * <pre>{@code model.weights("conv2d").get("kernel")      // (3, 3, 1, 32)}</pre>
   *
   * @param layer its name, as the summary shows it
   * @return none where the layer has none
   * @throws IllegalArgumentException if there is no such layer; the message lists those there are
   * @throws IllegalStateException if the model is not built yet
   */
  public Weights weights(String layer) {
    requireOpen();
    return new LayerWeights(requireBuilt().plan(), program().weights(), layer).own();
  }

  /**
   * Takes over the weights of one layer; they may come from another layer, or from another model.
   *
   * <pre>{@code model.load("conv2d", trained.weights("conv2d"));}</pre>
   *
   * @param layer its name, as the summary shows it
   * @param weights by the names that {@link #weights(String)} gives them
   * @throws IllegalArgumentException if there is no such layer; the message lists those there are
   * @throws io.github.mnist4j.errors.ShapeException if names or shapes are not the layer's; nothing
   *     is changed then
   * @throws IllegalStateException if the model is not built yet
   */
  public void load(String layer, Weights weights) {
    requireOpen();
    Program program = program();
    program.load(new LayerWeights(requireBuilt().plan(), program.weights(), layer).with(weights));
  }

  /**
   * Saves the model, in the format that the name's ending says:
   *
   * <ul>
   *   <li>{@code .keras}: all of it, with the optimizer's state; {@link Models#load} and Python's
   *       {@code keras.models.load_model} read it
   *   <li>{@code .h5}: all of it as well, in Keras 2's format, which Keras 3 reads, too; to train
   *       on there, compile it anew: Keras 3.15 makes the optimizer of an {@code .h5} for no
   *       variables
   *   <li>{@code model.json}, or a folder that is there: TF.js' layers model and a file of weights
   *       beside it, for the browser; {@link SaveOptions} make it smaller
   *   <li>{@code .weights.h5}: the weights, as {@link #saveWeights}
   *   <li>{@code .json} under any other name: the architecture, as {@link #toJson}
   *   <li>{@code .onnx}: the network for predicting, for ONNX Runtime; it takes and gives what
   *       {@link #predict} does, pictures with their channels last
   * </ul>
   *
   * <p>An older file is replaced whole or not at all.
   *
   * <pre>{@code model.save(Path.of("digits.keras"));}</pre>
   *
   * @throws IllegalArgumentException if the name has none of these endings, the format has not one
   *     of the layers, or a metric is not one of Keras'; before anything is written
   * @throws IllegalStateException if the model is not built yet
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void save(Path file) {
    save(file, SaveOptions.defaults());
  }

  /**
   * Writes the model as {@link #save(Path)} does, with a choice that its format leaves.
   *
   * @throws IllegalArgumentException if the format leaves no such choice; and as {@link
   *     #save(Path)} does
   */
  public void save(Path file, SaveOptions saveOptions) {
    requireOpen();
    Sequential built = requireBuilt();
    Program program = program();
    ModelFormats.write(
        file,
        new ModelState(
            built.network(),
            built.plan(),
            program.weights(),
            compiled
                ? new KerasCompile(options.optimizer(), options.loss(), options.metrics())
                : null,
            compiled ? optimizerVars() : null,
            seed),
        saveOptions);
  }

  /** Returns a copy of the optimizer's state, in the order of files. */
  Weights optimizerState() {
    return OptimizerVars.inFilesOrder(
        program().optimizerState(), options.optimizer(), requireBuilt().plan());
  }

  /** Returns a copy of the optimizer's variables. */
  OptimizerVars optimizerVars() {
    boolean scheduled = options.optimizer().options().schedule() != null;
    return OptimizerVars.of(optimizerState(), scheduled ? null : learningRate);
  }

  /** Takes over an optimizer's variables and the learning rate of a file. */
  void loadOptimizer(OptimizerVars optimizer) {
    Program program = program();
    program.loadOptimizerState(optimizer.state(optimizerState(), "the file"));
    // The file has the rate in single precision; the optimizer's own, where it is the same, is
    // exact.
    Float rate = optimizer.learningRate();
    if (rate != null && (float) learningRate != rate) {
      learningRate = rate;
    }
  }

  /**
   * Writes the weights in Keras' format, to be read here or by {@code load_weights} in Python.
   *
   * @param file a name that ends in {@code .weights.h5}; an older file is replaced whole or not at
   *     all
   * @throws IllegalStateException if the model is not built yet
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void saveWeights(Path file) {
    requireOpen();
    WeightsH5.write(file, requireBuilt().plan(), program().weights());
  }

  /**
   * Reads weights that {@link #saveWeights} or Python's {@code save_weights} wrote; of Keras 2's
   * {@code .h5}, those of a whole model or alone. What the file holds says which it is, and not its
   * name.
   *
   * @throws io.github.mnist4j.errors.ModelFormatException if the file has not the weights of this
   *     network; nothing is changed then
   * @throws IllegalStateException if the model is not built yet
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public void loadWeights(Path file) {
    requireOpen();
    program().load(WeightsH5.read(file, requireBuilt().plan()));
  }

  /** The network is built for the data for good only behind the checks. */
  private Preflight preflight(Dataset data) {
    Sequential network = architecture;
    return new Preflight(
        network.inputShape().isPresent() ? network : network.build(data.xShape()), options);
  }

  private synchronized void build(Shape sample) {
    if (architecture.inputShape().isEmpty()) {
      architecture = architecture.build(sample);
    }
  }

  private Sequential requireBuilt() {
    Sequential built = architecture;
    if (built.inputShape().isEmpty()) {
      throw Problem.of("the model does not know its input's shape yet")
          .expected("a network with Input(…) or .build(shape), or a model that has seen data")
          .got("neither")
          .fix("write Sequential.of(Input(28, 28, 1), …)")
          .see("not-built")
          .asIllegalState();
    }
    return built;
  }

  private Program program() {
    Held held = this.held;
    return held == null ? make() : held.program;
  }

  private synchronized Program make() {
    requireOpen();
    Held made = held;
    if (made == null) {
      Sequential built = requireBuilt();
      NetworkSpec spec =
          new NetworkSpec(
              built.inputShape().orElseThrow(),
              built.plan(),
              options.loss(),
              options.optimizer(),
              seed);
      made = new Held(engine.compile(spec), built.name());
      forgotten = CLEANER.register(this, made);
      held = made;
    }
    return made.program;
  }

  private void requireCompiled() {
    if (!compiled) {
      throw Problem.of("the model was loaded for predicting alone")
          .expected("a model with a loss and an optimizer")
          .got("a file that has none, or Models.loadUncompiled")
          .fix(
              "compile its architecture, and load its weights: model.architecture().compile(…).load(model.weights())")
          .see("not-compiled")
          .asIllegalState();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw Problem.of("the model is closed")
          .fix("use it inside its try (Model model = …)")
          .see("closed")
          .asIllegalState();
    }
  }

  /**
   * Frees the model's memory, behind the calls of {@code predict} that are running. A second call
   * does nothing.
   */
  @Override
  public synchronized void close() {
    closed = true;
    Held made = held;
    if (made != null && forgotten != null) {
      made.close();
      forgotten.clean(); // the cleaner would hold the program until the garbage collector comes by
    }
  }
}
