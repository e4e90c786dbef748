package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.BatchNormalization;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPooling2D;
import static io.github.mnist4j.layers.Layers.ReLU;
import static io.github.mnist4j.layers.Layers.Residual;
import static io.github.mnist4j.layers.Padding.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

class TrainingStepTest {
  /** Of the largest gradient; sums in another order, in single precision. */
  private static final float TOLERANCE = 1e-5f;

  private static final int SAMPLES = 21;

  @BeforeAll
  static void load() {
    Nd4jRuntime.start();
  }

  private static final Layer[] IMAGES = {
    Conv2D(6, 3, relu),
    BatchNormalization(),
    MaxPooling2D(2),
    Dropout(0.5),
    BatchNormalization(),
    Flatten(),
    Dense(4)
  };

  private static final Layer[] FUSED = {
    BatchNormalization().scale(false),
    Conv2D(20, 3).useBias(false),
    BatchNormalization(),
    Activation(relu),
    Flatten(),
    Dense(8).useBias(false),
    BatchNormalization().center(false),
    ReLU(),
    Dense(4)
  };

  private static final Layer[] BLOCKS = {
    Conv2D(8, 3, relu),
    Residual(
            Conv2D(16, 3).padding(SAME).useBias(false),
            BatchNormalization(),
            ReLU(),
            Conv2D(16, 3).padding(SAME).useBias(false),
            BatchNormalization())
        .shortcut(Conv2D(16, 1).useBias(false), BatchNormalization()),
    ReLU(),
    MaxPooling2D(5),
    Flatten(),
    Dense(4)
  };

  static Stream<Arguments> shared() {
    return IntStream.of(2, 3, 5)
        .boxed()
        .flatMap(n -> Stream.of(IMAGES, FUSED, BLOCKS).map(layers -> Arguments.of(n, layers)));
  }

  @ParameterizedTest
  @MethodSource("shared")
  void a_shared_step_has_the_loss_the_outputs_and_the_gradients_of_a_whole_one(
      int parts, Layer[] layers) {
    Result whole = run(1, new Team(1), layers);
    Result shared = run(parts, new Team(parts), layers);

    assertThat(shared.loss).isCloseTo(whole.loss, org.assertj.core.data.Offset.offset(1e-6));
    assertClose(shared.output, whole.output);
    assertClose(shared.gradients, whole.gradients);
    assertClose(shared.kept, whole.kept);
  }

  @Test
  void the_number_of_parts_decides_the_bits_and_the_threads_do_not() {
    Result together = run(3, new Team(3), FUSED);
    Result alone = run(3, new Team(1), FUSED);

    assertThat(together.gradients).containsExactly(alone.gradients);
    assertThat(together.output).containsExactly(alone.output);
    assertThat(together.loss).isEqualTo(alone.loss);
  }

  private record Result(double loss, float[] output, float[] gradients, float[] kept) {}

  private static Result run(int parts, Team team, Layer... layers) {
    NetworkSpec spec = network(Shape.of(12, 12, 2), layers);
    try (Memory memory = new Memory(DataType.FLOAT)) {
      Parameters parameters = new Parameters(spec, memory);
      parameters.load(spec.initialWeights());
      try (TrainingStep step =
          new TrainingStep(spec, LossKernel.of(spec), parameters, SAMPLES, parts, () -> 3)) {
        float[] output = new float[SAMPLES * spec.output().size()];
        double loss = step.run(batch(spec), output, team);
        float[] kept = parameters.values().clone();
        step.keepCounts(kept);
        return new Result(loss, output, step.gradients().clone(), kept);
      }
    }
  }

  private static Batch batch(NetworkSpec spec) {
    RandomStream random = RandomStream.of(8);
    float[] x = new float[SAMPLES * spec.input().size()];
    float[] y = new float[SAMPLES];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.normal(i);
    }
    for (int i = 0; i < y.length; i++) {
      y[i] = i % 4;
    }
    return new Batch(SAMPLES, spec.input(), Shape.scalar(), x, y);
  }

  private static NetworkSpec network(Shape input, Layer... layers) {
    List<LayerSpec> specs = new ArrayList<>();
    Shape shape = input;
    for (int i = 0; i < layers.length; i++) {
      Shape output = layers[i].outputShape(shape);
      specs.add(new LayerSpec("layer" + i, layers[i], shape, output, layers[i].params(shape)));
      shape = output;
    }
    return new NetworkSpec(
        input, specs, Losses.sparseCategoricalCrossentropy().fromLogits(), Optimizers.adam(), 5);
  }

  private static void assertClose(float[] actual, float[] expected) {
    float largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(largest).isPositive();
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]) / largest).isLessThan(TOLERANCE);
    }
  }
}
