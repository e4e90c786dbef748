package io.github.mnist4j.benchmarks.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import io.github.mnist4j.benchmarks.protocol.Answers;
import io.github.mnist4j.benchmarks.protocol.Digits;
import io.github.mnist4j.benchmarks.protocol.Stepping;
import java.io.IOException;
import java.nio.file.Path;

/**
 * DJL: a trainer and a loop of one's own, without the listeners and metrics of its {@code
 * EasyTrain}; each step in a memory manager of its own. Its arrays know one layout, channels first.
 */
final class DjlContestant extends Stepping {
  private static final String NAME = "cnn";
  private static final Shape IMAGE = new Shape(1, 28, 28);

  private final Model model = Model.newInstance(NAME, Device.cpu(), "PyTorch");
  private final Trainer trainer;
  private final Predictor<NDList, NDList> predictor;

  private DjlContestant(Digits digits) {
    super(digits);
    model.setBlock(network());
    DefaultTrainingConfig how =
        new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
            .optDevices(new Device[] {Device.cpu()})
            .optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.001f)).build());
    trainer = model.newTrainer(how);
    trainer.initialize(batch(1));
    predictor = model.newPredictor(new NoopTranslator(null));
  }

  /** Answers the harness. */
  public static void main(String... args) throws IOException {
    Answers.run(
        args,
        threads -> {
          System.setProperty("ai.djl.offline", "true");
          System.setProperty("ai.djl.pytorch.num_threads", "" + threads);
          System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
          return new DjlContestant(Digits.train(Path.of(args[0])));
        });
  }

  private static SequentialBlock network() {
    return new SequentialBlock()
        .add(Conv2d.builder().setFilters(32).setKernelShape(new Shape(3, 3)).build())
        .add(Activation.reluBlock())
        .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
        .add(Conv2d.builder().setFilters(64).setKernelShape(new Shape(3, 3)).build())
        .add(Activation.reluBlock())
        .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
        .add(Blocks.batchFlattenBlock())
        .add(Linear.builder().setUnits(64).build())
        .add(Activation.reluBlock())
        .add(Linear.builder().setUnits(10).build());
  }

  private static Shape batch(int n) {
    return new Shape(n).addAll(IMAGE);
  }

  @Override
  public String version() {
    Engine engine = Engine.getEngine("PyTorch");
    return "DJL " + Engine.getDjlVersion() + ", PyTorch " + engine.getVersion();
  }

  @Override
  protected void step(float[] x, int[] labels, int n) {
    try (NDManager own = trainer.getManager().newSubManager()) {
      NDList images = new NDList(own.create(x, batch(n)));
      NDList classes = new NDList(own.create(labels));
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDArray loss = trainer.getLoss().evaluate(classes, trainer.forward(images));
        collector.backward(loss);
      }
      trainer.step();
    }
  }

  @Override
  public float[] predict(float[] x, int n) {
    try (NDManager own = model.getNDManager().newSubManager()) {
      return predictor
          .predict(new NDList(own.create(x, batch(n))))
          .singletonOrThrow()
          .toFloatArray();
    } catch (TranslateException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void save(Path folder) throws IOException {
    model.save(folder, NAME);
  }

  @Override
  public void load(Path folder) throws IOException {
    try {
      model.load(folder, NAME);
    } catch (MalformedModelException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    predictor.close();
    trainer.close();
    model.close();
  }
}
