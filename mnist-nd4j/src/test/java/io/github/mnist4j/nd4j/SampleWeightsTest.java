package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.History;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.CrossEntropy;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights of samples and of classes as in Keras; {@code golden/sample_weights.py} made them. */
class SampleWeightsTest {
  private static final double LOSS_TOLERANCE = 1e-6; // absolute, of losses around 1
  private static final float WEIGHT_TOLERANCE = 1e-6f;
  private static final JsonNode GOLDEN = Golden.json("sample_weights.json");

  static Stream<Golden.Case> cases() {
    return Golden.cases("sample_weights.json");
  }

  private static float[] floats(String key) {
    return Golden.floats(Golden.numbers(GOLDEN.required(key)));
  }

  private static Map<Integer, Double> classWeight() {
    Map<Integer, Double> weights = new HashMap<>();
    GOLDEN
        .get("class_weight")
        .properties()
        .forEach(
            entry -> weights.put(Integer.valueOf(entry.getKey()), entry.getValue().asDouble()));
    return weights;
  }

  private static Model model(String name) {
    Loss loss = Losses.TYPES.get(name);
    loss = loss instanceof CrossEntropy entropy ? entropy.fromLogits() : loss;
    Model model =
        Sequential.of(Layers.Input(5), Layers.Dense(3).name("dense"))
            .compile(CompileOptions.of(Optimizers.sgd(0.25), loss));
    model.load(
        Weights.builder()
            .add("dense/kernel", Tensor.of(Shape.of(5, 3), floats("kernel")))
            .add("dense/bias", Tensor.zeros(Shape.of(3)))
            .build());
    return model;
  }

  private static void assertKernel(Model model, double[] expected) {
    assertThat(model.weights().get("dense/kernel").data())
        .containsExactly(Golden.floats(expected), within(WEIGHT_TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void it_trains_as_in_keras(Golden.Case c) {
    Dataset plain =
        Dataset.of(
            Tensor.of(Shape.of(10, 5), floats("x")),
            Tensor.of(c.shape("target_shape"), Golden.floats(c.numbers("y"))));
    Dataset weighted = plain.weighted(floats("sample_weight"));
    FitOptions options =
        FitOptions.epochs(2).batchSize(4).shuffle(false).verbose(0).validationData(weighted);
    boolean byClass = c.get("by_class").asBoolean();
    try (Model model = model(c.get("loss").asText())) {
      History history =
          byClass
              ? model.fit(plain, options.classWeight(classWeight()))
              : model.fit(weighted, options);
      for (int epoch = 0; epoch < 2; epoch++) {
        assertThat(history.get("loss")[epoch])
            .isCloseTo(c.numbers("losses")[epoch], within(LOSS_TOLERANCE));
        assertThat(history.get("val_loss")[epoch])
            .isCloseTo(c.numbers("val_losses")[epoch], within(LOSS_TOLERANCE));
      }
      assertKernel(model, c.numbers("kernel"));
      History one =
          model.fit(weighted, FitOptions.epochs(1).batchSize(10).shuffle(false).verbose(0));
      assertThat(one.last("loss"))
          .isCloseTo(c.get("train_on_batch").asDouble(), within(LOSS_TOLERANCE));
      assertKernel(model, c.numbers("kernel after"));
    }
  }
}
