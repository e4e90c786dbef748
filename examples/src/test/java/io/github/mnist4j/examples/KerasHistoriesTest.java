package io.github.mnist4j.examples;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.silu;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Layers.*;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;
import static io.github.mnist4j.optimizers.Optimizers.adamW;
import static io.github.mnist4j.optimizers.Optimizers.sgd;
import static io.github.mnist4j.optimizers.Schedules.cosineDecay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mnist4j.History;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.layers.Constraints;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Regularizers;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Whole networks learn digits as they do in real Keras: from the same initial weights and the same
 * batches, {@code fit} reports the same history; made by {@code golden/histories.py}.
 */
class KerasHistoriesTest {
  private static final int TRAIN = 2000;
  private static final int TEST = 1000;
  private static final double LOSS_TOLERANCE = 1e-3; // absolute; 2e-5 is what was seen
  private static final double ACCURACY_TOLERANCE =
      2.01; // digits; the hundredth is for Keras' float

  private static final Sequential TUTORIAL =
      Sequential.of(
          Input(28, 28, 1),
          Conv2D(32, 3, relu),
          MaxPool(2),
          Conv2D(64, 3, relu),
          MaxPool(2),
          Flatten(),
          Dense(64, relu),
          Dense(10));

  private static final Sequential NORMALIZED =
      Sequential.of(
          Input(28, 28, 1),
          Conv2D(12, 3).useBias(false).kernelRegularizer(Regularizers.l2(1e-3)),
          BatchNormalization().momentum(0.9),
          ELU(1),
          AveragePooling2D(2),
          SeparableConv2D(24, 3).padding(Padding.SAME).useBias(false),
          BatchNormalization().momentum(0.9),
          Activation(silu),
          AveragePooling2D(2),
          Dropout(0),
          Flatten(),
          Dense(10, softmax).kernelConstraint(Constraints.maxNorm(2)));

  private static final Sequential ROWS =
      Sequential.of(Input(28, 28, 1), Reshape(28, 28), LSTM(32), LayerNormalization(), Dense(10));

  @Test
  void the_tutorial_learns_as_in_keras() throws IOException {
    assertLearnsAsInKeras(
        "tutorial", TUTORIAL, adam(), sparseCategoricalCrossentropy().fromLogits());
  }

  @Test
  void a_network_with_normalization_and_a_schedule_learns_as_in_keras() throws IOException {
    Optimizer optimizer =
        sgd()
            .learningRate(cosineDecay(0.005, 149).alpha(0.05).warmup(0.05, 40))
            .momentum(0.9)
            .nesterov(true);
    assertLearnsAsInKeras("normalized", NORMALIZED, optimizer, sparseCategoricalCrossentropy());
  }

  @Test
  void a_recurrent_network_learns_as_in_keras() throws IOException {
    Optimizer optimizer = adamW().learningRate(0.003).globalClipnorm(1).ema(0.95);
    assertLearnsAsInKeras("rows", ROWS, optimizer, sparseCategoricalCrossentropy().fromLogits());
  }

  private static void assertLearnsAsInKeras(
      String name, Sequential network, Optimizer optimizer, Loss loss) throws IOException {
    JsonNode keras = golden(name);
    assertThat(network.layers())
        .isEqualTo(Sequential.fromJson(keras.required("model").toString()).layers());
    Mnist mnist = Mnist.load();
    History history;
    try (Model model = network.compile(optimizer, loss, accuracy())) {
      model.load(initial(keras.required("seed").asInt(), model.weights()));
      history =
          model.fit(
              mnist.train().take(TRAIN),
              epochs(3)
                  .shuffle(false)
                  .validationData(mnist.test().take(TEST))
                  .verbose(Verbosity.SILENT));
    }
    JsonNode expected = keras.required("history");
    assertClose(history, expected, "loss", LOSS_TOLERANCE);
    assertClose(history, expected, "val_loss", LOSS_TOLERANCE);
    assertClose(history, expected, "accuracy", ACCURACY_TOLERANCE / TRAIN);
    assertClose(history, expected, "val_accuracy", ACCURACY_TOLERANCE / TEST);
  }

  private static void assertClose(
      History history, JsonNode expected, String name, double tolerance) {
    double[] keras =
        StreamSupport.stream(expected.required(name).spliterator(), false)
            .mapToDouble(JsonNode::asDouble)
            .toArray();
    assertThat(keras).as(name).hasSize(3);
    assertThat(history.get(name)).as(name).containsExactly(keras, within(tolerance));
  }

  private static JsonNode golden(String name) throws IOException {
    try (var in = KerasHistoriesTest.class.getResourceAsStream("/golden/histories.json")) {
      for (JsonNode node : new ObjectMapper().readTree(in).required("cases")) {
        if (node.required("name").asText().equals(name)) {
          return node;
        }
      }
    }
    throw new AssertionError("no case " + name);
  }

  /** The kernels that the script has; vectors stay what they are by default. */
  private static Weights initial(int seed, Weights defaults) {
    Weights.Builder weights = Weights.builder();
    int array = 100 * seed;
    for (var entry : defaults.tensors().entrySet()) {
      Tensor tensor = entry.getValue();
      boolean kernel = tensor.shape().rank() > 1;
      weights.add(entry.getKey(), kernel ? initial(array, tensor.shape()) : tensor);
      array++;
    }
    return weights.build();
  }

  /** As in the script: Glorot-uniform numbers by hashing their place. */
  private static Tensor initial(int array, Shape shape) {
    int rank = shape.rank();
    int in = shape.dim(rank - 2);
    int out = shape.dim(rank - 1);
    float[] values = new float[Math.toIntExact(shape.size())];
    double window = (double) values.length / in / out;
    double limit = Math.sqrt(6.0 / (window * (in + out)));
    for (int i = 0; i < values.length; i++) {
      int h = i * 0x9E3779B1 + array * 0x85EBCA6B;
      h ^= h >>> 16;
      h *= 0x85EBCA6B;
      h ^= h >>> 13;
      h *= 0xC2B2AE35;
      h ^= h >>> 16;
      values[i] = (float) ((2 * ((h >>> 8) / 16777216.0) - 1) * limit);
    }
    return Tensor.of(shape, values);
  }
}
