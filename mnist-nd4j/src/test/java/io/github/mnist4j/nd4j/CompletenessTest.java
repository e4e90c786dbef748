package io.github.mnist4j.nd4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.errors.CompileException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.tensor.Shape;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogues list runs here and is tested here. */
class CompletenessTest {
  static Stream<String> layers() {
    return Layers.TYPES.keySet().stream().filter(name -> !name.equals("InputLayer"));
  }

  static Stream<String> losses() {
    return Losses.TYPES.keySet().stream().sorted();
  }

  static Stream<String> optimizers() {
    return Optimizers.TYPES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void every_layer_has_a_kernel_and_its_test(String name) throws ClassNotFoundException {
    assertThat(Kernels.has(Layers.TYPES.get(name).prototype().getClass())).isTrue();
    Class<?> test = Class.forName(getClass().getPackageName() + "." + name + "KernelTest");
    assertThat(test).isAssignableTo(LayerContract.class);
  }

  /**
   * Those that draw numbers have none to compare; their tests are on what they draw. What moves
   * images is held against Keras as an augmentation, in mnist-api.
   */
  private static final Set<String> DRAW =
      Set.of(
          "Dropout",
          "SpatialDropout2D",
          "GaussianNoise",
          "GaussianDropout",
          "AlphaDropout",
          "RandomTranslation",
          "RandomRotation",
          "RandomZoom",
          "RandomShear");

  /** Keras has these two as layers of functional models. */
  private static final Map<String, String> IN_GRAPHS =
      Map.of("Residual", "Add", "Concat", "Concatenate");

  @ParameterizedTest
  @MethodSource("layers")
  void every_layer_is_held_against_values_of_keras(String name) {
    String graph =
        new String(Golden.zipped("models/functional_resnet.keras", "config.json"), UTF_8);
    String values =
        new String(Golden.bytes("layers.json"), UTF_8)
            + new String(Golden.bytes("training.json"), UTF_8);
    String className = "\"class_name\": \"" + IN_GRAPHS.getOrDefault(name, name) + "\"";
    if (!DRAW.contains(name)) {
      assertThat(IN_GRAPHS.containsKey(name) ? graph : values).contains(className);
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void every_loss_trains(String name) {
    trains(Losses.TYPES.get(name), Optimizers.sgd(), 0.002); // percentages are steep
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void every_optimizer_trains(String name) {
    trains(Losses.meanSquaredError(), Optimizers.TYPES.get(name), 0.1);
  }

  private static void trains(Loss loss, Optimizer optimizer, double learningRate) {
    Layer layer = Layers.Dense(3, io.github.mnist4j.layers.Activation.softmax);
    float[] x = {1, -1, 0.5f, 2};
    float[] y =
        loss.takesClassNumbers()
            ? new float[] {2, 1}
            : new float[] {0.125f, 0.125f, 0.75f, 0.25f, 0.5f, 0.25f};
    Shape target = loss.takesClassNumbers() ? Shape.scalar() : Shape.of(3);
    Batch batch = new Batch(2, Shape.of(2), target, x, y);
    try (Program program =
        new Nd4jEngine().compile(Specs.of(Shape.of(2), loss, optimizer, layer))) {
      double before = program.train(batch, learningRate).loss();
      for (int step = 0; step < 20; step++) {
        program.train(batch, learningRate);
      }
      assertThat(program.train(batch, learningRate).loss()).isLessThan(before);
    }
  }

  /** A layer of somebody else. */
  private record Foreign(String name) implements Layer {
    @Override
    public Layer name(String name) {
      return new Foreign(name);
    }

    @Override
    public Shape outputShape(Shape input) {
      return input;
    }
  }

  @Test
  void a_layer_without_a_kernel_is_named() {
    assertThatThrownBy(
            () -> new Nd4jEngine().compile(Specs.of(Shape.of(2), new Foreign("strange"))))
        .isInstanceOf(CompileException.class)
        .hasMessageStartingWith(
            "the engine ND4J cannot run layer 'foreign_0'"
                + "\n  expected: one of ActivationLayer, ")
        .hasMessageEndingWith(
            "\n  got:      Foreign ("
                + Foreign.class.getName()
                + ")"
                + "\n  see:      "
                + Problem.SITE
                + "#no-kernel");
  }
}
