package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole networks train as Keras trains them; made by {@code golden/training.py}. */
class GoldenTrainingTest {
  private static final double TOLERANCE = 2e-5; // of numbers of order 1, behind five steps

  static Stream<Golden.Case> cases() {
    return Golden.cases("training.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void losses_weights_and_predictions_are_those_of_keras(Golden.Case c) {
    Sequential network = Sequential.fromJson(c.get("model").toString());
    assertThat(network.frozen())
        .containsExactlyInAnyOrder(
            Stream.of(Golden.list(c.get("frozen"))).map(JsonNode::asText).toArray(String[]::new));
    int n = c.numbers("y").length / 3;
    Shape input = network.inputShape().orElseThrow();
    Tensor x = Tensor.of(input.prepend(n), Golden.floats(c.numbers("x")));
    Dataset data = Dataset.of(x, Tensor.of(Shape.of(n, 3), Golden.floats(c.numbers("y"))));
    try (Model model = network.compile(Optimizers.sgd(0.1), Losses.meanSquaredError())) {
      model.load(weights(model.weights(), Golden.list(c.get("weights"))));
      assertThat(model.evaluate(data, n, Verbosity.SILENT).loss())
          .isCloseTo(c.get("evaluated").asDouble(), within(TOLERANCE));
      assertThat(losses(model, data, c.numbers("losses").length))
          .containsExactly(c.numbers("losses"), within(TOLERANCE));
      Weights after = model.weights();
      Weights keras = weights(after, Golden.list(c.get("after")));
      after
          .tensors()
          .forEach(
              (name, tensor) ->
                  assertThat(Golden.doubles(tensor.data()))
                      .as(name)
                      .containsExactly(Golden.doubles(keras.get(name).data()), within(TOLERANCE)));
      assertThat(Golden.doubles(model.predict(x).data()))
          .containsExactly(c.numbers("predicted"), within(5 * TOLERANCE));
    }
  }

  private static double[] losses(Model model, Dataset data, int epochs) {
    List<Double> losses = new ArrayList<>();
    Callback keep =
        new Callback() {
          @Override
          public void onEpochEnd(TrainingContext context, int epoch, Map<String, Double> logs) {
            losses.add(logs.get("loss"));
          }
        };
    model.fit(
        data,
        io.github.mnist4j.FitOptions.epochs(epochs)
            .batchSize(data.size())
            .verbose(Verbosity.SILENT)
            .callbacks(keep));
    return losses.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Keras lists a layer's weights as this library does: those that are trained first. */
  private static Weights weights(Weights like, JsonNode[] numbers) {
    Weights.Builder weights = Weights.builder();
    int[] next = {0};
    like.tensors()
        .forEach(
            (name, tensor) ->
                weights.add(
                    name,
                    Tensor.of(tensor.shape(), Golden.floats(Golden.numbers(numbers[next[0]++])))));
    assertThat(next[0]).isEqualTo(numbers.length);
    return weights.build();
  }
}
