package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.data.Batch;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.CrossEntropy;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.Shape;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values and gradients of Keras, made by {@code golden/losses.py} and {@code
 * golden/loss_families.py}, and slopes.
 */
class LossKernelTest {
  private static final ObjectMapper SNAKES =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
  private static final double KERAS_TOLERANCE = 2e-6; // relative: Keras computes in float32
  private static final double EXACT_TOLERANCE = 1e-8; // relative: float64, but log_cosh's log 2
  private static final double H = 1e-6;
  private static final double GRADIENT_TOLERANCE = 1e-5; // relative, double, central difference

  /** Of {@code losses.json} in single precision, of {@code loss_families.json} in double. */
  static Stream<Golden.Case> cases() {
    return Stream.concat(Golden.cases("losses.json"), Golden.cases("loss_families.json"));
  }

  /** Those that have no kink near, nor numbers whose difference would be rounding. */
  static Stream<Golden.Case> smooth() {
    return cases()
        .filter(
            c -> !c.toString().matches(".*(extreme|sure|equals|nothing|percentage of counts).*"));
  }

  private static double tolerance(Golden.Case c) {
    boolean single = !c.get("loss").isObject() || c.toString().contains("sure");
    return single ? KERAS_TOLERANCE : EXACT_TOLERANCE;
  }

  /** Makes a loss of Keras' config, by the names of its components. */
  static Loss loss(Golden.Case c) {
    if (!c.get("loss").isObject()) {
      Loss loss = Losses.TYPES.get(c.get("loss").asText());
      boolean logits = c.get("from_logits").asBoolean();
      return loss instanceof CrossEntropy entropy ? entropy.fromLogits(logits) : loss;
    }
    Loss prototype = Losses.TYPES.get(c.get("loss").required("class_name").asText());
    ObjectNode tree = SNAKES.createObjectNode();
    for (RecordComponent component : prototype.getClass().getRecordComponents()) {
      String key = Layers.snakeCase(component.getName());
      key = key.equals("logits") ? "from_logits" : key;
      tree.set(Layers.snakeCase(component.getName()), c.get("loss").get("config").required(key));
    }
    return SNAKES.convertValue(tree, prototype.getClass());
  }

  static LossKernel kernel(Loss loss, Shape output) {
    return LossKernel.of(
        Specs.of(output, loss, Optimizers.sgd(), Layers.Activation(Activation.linear)));
  }

  /** A batch of targets alone: no loss looks at x. */
  static Batch targets(Shape each, float... y) {
    return new Batch(y.length / each.size(), Shape.of(1), each, new float[0], y);
  }

  private static double evaluate(Golden.Case c, double[] output, double[] dy) {
    Batch batch =
        targets(c.shape("target_shape").withoutFirst(), Golden.floats(c.numbers("target")));
    LossKernel kernel = kernel(loss(c), c.shape("shape").withoutFirst());
    return kernel.evaluate(batch, 0, batch.size(), output, dy);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void values_are_those_of_keras(Golden.Case c) {
    double[] output = c.numbers("output");
    double keras = c.get("value").asDouble();
    assertThat(evaluate(c, output, new double[output.length]))
        .isCloseTo(keras, within(Math.abs(keras) * tolerance(c)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradients_are_those_of_keras(Golden.Case c) {
    double[] output = c.numbers("output");
    double[] dy = new double[output.length];
    double[] keras = c.numbers("gradient");
    evaluate(c, output, dy);
    double greatest = Math.max(1, Arrays.stream(keras).map(Math::abs).max().orElse(1));
    assertThat(dy).containsExactly(keras, within(greatest * tolerance(c)));
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void gradients_are_the_slopes_of_the_value(Golden.Case c) {
    double[] output = c.numbers("output");
    double[] dy = new double[output.length];
    double[] unused = new double[output.length];
    evaluate(c, output, dy);
    for (int i = 0; i < output.length; i++) {
      double[] moved = output.clone();
      double h = H * Math.min(1, Math.abs(output[i]));
      moved[i] = output[i] + h;
      double above = evaluate(c, moved, unused);
      moved[i] = output[i] - h;
      double slope = (above - evaluate(c, moved, unused)) / (2 * h);
      assertThat(dy[i])
          .as("%d", i)
          .isCloseTo(slope, within(1e-8 + GRADIENT_TOLERANCE * Math.abs(slope)));
    }
  }

  static Stream<Loss> losses() {
    return Losses.TYPES.values().stream()
        .flatMap(
            loss ->
                loss instanceof CrossEntropy entropy
                    ? Stream.of(entropy, entropy.fromLogits())
                    : Stream.of(loss));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void a_number_that_is_none_does_not_pass_unseen(Loss loss) {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      for (int place = 0; place < 3; place++) {
        double[] output = {0.5, 0.5, 0.5};
        output[place] = bad;
        Batch batch =
            loss.takesClassNumbers() ? targets(Shape.scalar(), 0) : targets(Shape.of(3), 1, 0, 0);
        assertThat(kernel(loss, Shape.of(3)).evaluate(batch, 0, 1, output, new double[3])).isNaN();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void parts_of_a_batch_add_up_to_the_whole(Golden.Case c) {
    Batch batch =
        targets(c.shape("target_shape").withoutFirst(), Golden.floats(c.numbers("target")));
    LossKernel kernel = kernel(loss(c), c.shape("shape").withoutFirst());
    double[] output = c.numbers("output");
    int size = output.length / batch.size();
    double[] whole = new double[output.length];
    double value = kernel.evaluate(batch, 0, batch.size(), output, whole);
    double[] last = new double[(batch.size() - 1) * size];
    double[] first = new double[size];
    double parts =
        kernel.evaluate(batch, 0, 1, output, first)
            + kernel.evaluate(
                batch, 1, batch.size() - 1, Arrays.copyOfRange(output, size, output.length), last);
    assertThat(parts).isCloseTo(value, within(1e-12 * Math.max(1, Math.abs(value))));
    assertThat(first).containsExactly(Arrays.copyOf(whole, size));
    assertThat(last).containsExactly(Arrays.copyOfRange(whole, size, whole.length));
  }

  @Test
  void a_loss_of_ones_own_sees_one_sample_at_a_time() {
    Loss cubes =
        Losses.custom(
            "cubes",
            (y, output, gradient) -> {
              assertThat(y).hasSize(1);
              assertThat(output).hasSize(2);
              assertThat(gradient).containsExactly(0, 0);
              double e = output[0] + output[1] - y[0];
              gradient[0] = 3 * e * e;
              gradient[1] = 3 * e * e;
              output[0] = Double.NaN; // a copy
              return e * e * e;
            });
    double[] output = {1, 2, 3, 4};
    double[] dy = new double[4];
    Batch batch = targets(Shape.scalar(), 1, 4);
    double loss = kernel(cubes, Shape.of(2)).evaluate(batch, 0, 2, output, dy);
    assertThat(loss).isEqualTo((8 + 27) / 2.0);
    assertThat(dy).containsExactly(6, 6, 13.5, 13.5);
    assertThat(output).containsExactly(1, 2, 3, 4);
  }
}
