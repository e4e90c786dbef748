package io.github.mnist4j.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.io.KerasJson;
import io.github.mnist4j.io.ModelFormats;
import io.github.mnist4j.io.ModelState;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is saved as ONNX gives the same outputs in ONNX Runtime. */
class OnnxFileTest {
  private static final float TOLERANCE = 1e-5f; // of the largest output
  private static final int[] BATCHES = {1, 7, 100};

  @TempDir Path folder;

  private static Stream<Arguments> networks() {
    return OnnxNetworks.all().map(network -> Arguments.of(network.name(), network));
  }

  private static Stream<String> layers() {
    return Layers.TYPES.keySet().stream().filter(name -> !name.equals("InputLayer"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void onnx_runtime_gives_the_same_outputs(String name, Sequential network) throws OrtException {
    Path file = folder.resolve("x.onnx");
    try (Model model = network.compile(Optimizers.adam(), Losses.meanSquaredError())) {
      model.load(withBiases(model.weights()));
      model.save(file);
      try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
        for (int n : BATCHES) {
          Tensor x = random(network.inputShape().orElseThrow().prepend(n), n);
          requireSame(model.predict(x), x, session);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void every_layer_is_compared_or_refused_by_name(String name) {
    Layer layer = Layers.TYPES.get(name).prototype();
    if (OnnxNetworks.all().flatMap(network -> network.layers().stream()).noneMatch(sameAs(layer))) {
      Shape any = Shape.of(1);
      LayerSpec spec = new LayerSpec("it", layer, any, any, List.of());
      var network = new KerasJson.Network("it", null, List.of(layer));
      var state = new ModelState(network, List.of(spec), Weights.builder().build(), null, null, 1);
      Path file = folder.resolve("x.onnx");
      assertThatThrownBy(() -> ModelFormats.write(file, state, SaveOptions.defaults()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("ONNX export has no " + name);
    }
  }

  private static Predicate<Layer> sameAs(Layer layer) {
    return other -> other.getClass() == layer.getClass();
  }

  private static void requireSame(Tensor expected, Tensor x, OrtSession session)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    FloatBuffer numbers = FloatBuffer.wrap(x.data());
    try (OnnxTensor input = OnnxTensor.createTensor(environment, numbers, longs(x.shape()));
        OrtSession.Result result = session.run(Map.of("input", input))) {
      OnnxTensor output = (OnnxTensor) result.get("output").orElseThrow();
      assertThat(output.getInfo().getShape()).isEqualTo(longs(expected.shape()));
      float largest = 0;
      for (float value : expected.data()) {
        largest = Math.max(largest, Math.abs(value));
      }
      float[] actual = new float[expected.size()];
      output.getFloatBuffer().get(actual);
      assertThat(actual).containsExactly(expected.data(), within(TOLERANCE * largest));
    }
  }

  private static long[] longs(Shape shape) {
    return Arrays.stream(shape.toArray()).asLongStream().toArray();
  }

  /** Biases begin at zero; a file without them must not pass. */
  private static Weights withBiases(Weights weights) {
    Weights.Builder builder = Weights.builder();
    weights
        .tensors()
        .forEach(
            (name, tensor) ->
                builder.add(
                    name,
                    name.endsWith("/bias") ? random(tensor.shape(), name.hashCode()) : tensor));
    return builder.build();
  }

  private static Tensor random(Shape shape, long seed) {
    RandomStream random = RandomStream.of(seed);
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.data()[i] = 2 * random.uniform(i) - 1;
    }
    return tensor;
  }
}
