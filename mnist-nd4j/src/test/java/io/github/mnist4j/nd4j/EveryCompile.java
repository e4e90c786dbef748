package io.github.mnist4j.nd4j;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.CrossEntropy;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.AUC;
import io.github.mnist4j.metrics.Average;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.OptimizerOptions;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.optimizers.Schedules;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small model for each optimizer, loss and metric of the catalogues, and for more of their
 * settings.
 */
final class EveryCompile {
  static final int SAMPLES = 24;
  private static final int OUTPUTS = 3;

  /** What a loss or a metric takes for targets, and the activation that makes fitting outputs. */
  enum Targets {
    CLASSES(Activation.softmax),
    ONE_HOT(Activation.softmax),
    BITS(Activation.sigmoid),
    NUMBERS(Activation.linear);

    private final Activation activation;

    Targets(Activation activation) {
      this.activation = activation;
    }

    /** Returns the targets, the same in each case. */
    Tensor y() {
      Random random = new Random(11);
      boolean classes = this == CLASSES;
      Shape shape = classes ? Shape.of(SAMPLES) : Shape.of(SAMPLES, OUTPUTS);
      float[] values = new float[shape.size()];
      for (int i = 0; i < SAMPLES; i++) {
        int label = random.nextInt(OUTPUTS);
        for (int k = 0; k < OUTPUTS && !classes; k++) {
          values[i * OUTPUTS + k] =
              switch (this) {
                case BITS -> random.nextInt(2);
                case NUMBERS -> (float) random.nextGaussian();
                default -> k == label ? 1 : 0;
              };
        }
        if (classes) {
          values[i] = label;
        }
      }
      return Tensor.of(shape, values);
    }
  }

  /** A model's name, which is that of its files, and how it is compiled. */
  record Case(String name, Optimizer optimizer, Loss loss, List<Metric> metrics, Targets targets) {
    Model model() {
      boolean logits = loss instanceof CrossEntropy entropy && entropy.logits();
      Sequential network =
          Sequential.of(
              Layers.Input(5),
              Layers.Dense(4, Activation.tanh),
              Layers.Dense(OUTPUTS, logits ? Activation.linear : targets.activation));
      return network.compile(new CompileOptions(optimizer, loss, metrics, 3L, null));
    }

    static Tensor x() {
      Random random = new Random(5);
      float[] values = new float[SAMPLES * 5];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      return Tensor.of(Shape.of(SAMPLES, 5), values);
    }

    Dataset data() {
      Tensor y = targets.y();
      if (targets != Targets.CLASSES) {
        return Dataset.of(x(), y);
      }
      int[] classes = new int[SAMPLES];
      for (int i = 0; i < SAMPLES; i++) {
        classes[i] = (int) y.data()[i];
      }
      return Dataset.of(x(), classes);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private EveryCompile() {}

  static Stream<Case> cases() {
    return Stream.of(optimizers(), losses(), metrics()).flatMap(stream -> stream);
  }

  private static Stream<Case> optimizers() {
    Map<String, Optimizer> all = new TreeMap<>(Optimizers.TYPES);
    all.put("SGD-nesterov", Optimizers.sgd().momentum(0.9).nesterov(true));
    all.put("Adam-amsgrad", Optimizers.adam().amsgrad(true));
    all.put("RMSprop-centered", Optimizers.rmsprop().centered(true).momentum(0.5));
    List<Case> cases = new ArrayList<>();
    all.forEach(
        (name, optimizer) -> {
          OptimizerOptions plain = optimizer.options().learningRate(0.05);
          add(cases, name, optimizer.options(plain));
          add(
              cases,
              name + "-clipped",
              optimizer.options(
                  plain
                      .clipnorm(0.1)
                      .weightDecay(0.02)
                      .schedule(Schedules.exponentialDecay(0.05, 3, 0.5))));
          add(
              cases,
              name + "-averaged",
              optimizer.options(
                  plain
                      .globalClipnorm(0.1)
                      .useEma(true)
                      .emaMomentum(0.8)
                      .emaOverwriteFrequency(2)));
          add(
              cases,
              name + "-accumulated",
              optimizer.options(plain.clipvalue(0.05).gradientAccumulationSteps(2)));
        });
    Schedules.TYPES.forEach(
        (name, schedule) -> add(cases, name, Optimizers.adam().learningRate(schedule)));
    return cases.stream();
  }

  private static void add(List<Case> cases, String name, Optimizer optimizer) {
    cases.add(
        new Case(
            "optimizer-" + name, optimizer, Losses.meanSquaredError(), List.of(), Targets.NUMBERS));
  }

  private static Stream<Case> losses() {
    Map<String, Loss> all = new TreeMap<>(Losses.TYPES);
    Losses.TYPES.forEach(
        (name, loss) -> {
          if (loss instanceof CrossEntropy entropy) {
            all.put(name + "-logits", entropy.fromLogits());
          }
        });
    all.put("BinaryCrossentropy-smooth", Losses.binaryCrossentropy().labelSmoothing(0.1));
    all.put("CategoricalCrossentropy-smooth", Losses.categoricalCrossentropy().labelSmoothing(0.1));
    all.put(
        "BinaryFocalCrossentropy-balanced",
        Losses.binaryFocalCrossentropy().alpha(0.4).gamma(1.5).labelSmoothing(0.1));
    all.put(
        "CategoricalFocalCrossentropy-balanced",
        Losses.categoricalFocalCrossentropy().alpha(0.4).gamma(1.5).labelSmoothing(0.1));
    all.put(
        "SparseCategoricalCrossentropy-ignored",
        Losses.sparseCategoricalCrossentropy().ignoreClass(1));
    all.put("Huber-narrow", Losses.huber(0.3));
    return all.entrySet().stream()
        .map(
            entry ->
                new Case(
                    "loss-" + entry.getKey(),
                    Optimizers.sgd(0.05),
                    entry.getValue(),
                    List.of(),
                    targets(entry.getKey())));
  }

  private static Targets targets(String name) {
    if (name.startsWith("Sparse")) {
      return Targets.CLASSES;
    } else if (name.startsWith("Categorical")
        || name.matches("(TopK|F1|FBeta|KLDiv|Poisson|MeanSquaredLog).*")) {
      return Targets.ONE_HOT;
    } else if (name.matches("(Binary|Hinge|SquaredHinge|AUC|Precision|Recall).*")) {
      return Targets.BITS;
    }
    return name.equals("Accuracy") ? Targets.CLASSES : Targets.NUMBERS;
  }

  private static Stream<Case> metrics() {
    Map<String, Metric> all = new TreeMap<>(Metrics.TYPES);
    all.put("BinaryAccuracy-high", Metrics.binaryAccuracy().threshold(0.6));
    all.put("TopKCategoricalAccuracy-2", Metrics.topKCategoricalAccuracy(2));
    all.put("SparseTopKCategoricalAccuracy-2", Metrics.sparseTopKCategoricalAccuracy(2));
    all.put("Precision-high", Metrics.precision().threshold(0.6).name("sure"));
    all.put("Precision-top", Metrics.precision().topK(2));
    all.put("Recall-class", Metrics.recall().classId(1));
    all.put("F1Score-macro", Metrics.f1Score().average(Average.MACRO));
    all.put(
        "FBetaScore-all", Metrics.fBetaScore().average(Average.WEIGHTED).beta(2).threshold(0.4));
    all.put("AUC-pr", Metrics.auc().curve(AUC.Curve.PR).numThresholds(50));
    all.put("AUC-minoring", Metrics.auc().summationMethod(AUC.SummationMethod.MINORING));
    all.put("MeanSquaredError-short", Metrics.named("mse"));
    return all.entrySet().stream()
        .map(entry -> metric(entry.getKey(), entry.getValue(), targets(entry.getKey())));
  }

  private static Case metric(String name, Metric metric, Targets targets) {
    Loss loss =
        switch (targets) {
          case CLASSES -> Losses.sparseCategoricalCrossentropy();
          case ONE_HOT -> Losses.categoricalCrossentropy();
          case BITS -> Losses.binaryCrossentropy();
          case NUMBERS -> Losses.meanSquaredError();
        };
    return new Case("metric-" + name, Optimizers.sgd(0.05), loss, List.of(metric), targets);
  }
}
