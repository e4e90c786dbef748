package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.linear;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.sigmoid;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Activation.tanh;
import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.AveragePooling2D;
import static io.github.mnist4j.layers.Layers.AvgPool;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.layers.Layers.MaxPooling2D;
import static io.github.mnist4j.layers.Padding.SAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Tensor;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime makes of our files what we make of our networks. */
class OnnxFileTest {
  private static final double RELATIVE = 1e-5; // of the largest output

  @TempDir Path folder;

  private static Arguments network(String what, Layer... layers) {
    return Arguments.of(what, Sequential.of(layers));
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        network(
            "the tutorial",
            Input(28, 28, 1),
            Conv2D(32, 3, relu),
            MaxPool(2),
            Conv2D(64, 3, relu),
            MaxPool(2),
            Flatten(),
            Dense(64, relu),
            Dense(10)),
        network(
            "padding and steps",
            Input(13, 9, 3),
            Conv2D(4, new Size(5, 2), tanh).padding(SAME).strides(2, 3),
            MaxPooling2D(new Size(3, 2)).padding(SAME).strides(2),
            AveragePooling2D(new Size(2, 3)).padding(SAME).strides(1),
            Conv2D(5, new Size(2, 1), linear).useBias(false).padding(SAME)),
        network(
            "steps longer than the window",
            Input(11, 8, 2),
            Conv2D(3, 1, sigmoid).padding(SAME).strides(3),
            AvgPool(1).strides(2).padding(SAME)),
        network("softmax over channels", Input(5, 6, 2), Conv2D(4, 2, softmax), MaxPool(2)),
        network(
            "a bias that matters",
            Input(6, 6, 1),
            Conv2D(3, 3, relu).biasInitializer(Initializers.constant(0.5)),
            Dropout(0.5),
            Flatten(),
            Dense(4, sigmoid).biasInitializer(Initializers.randomNormal()),
            Activation(softmax)),
        network("dense on images", Input(4, 5, 3), Conv2D(2, 2), Dense(3, tanh), Dense(2)),
        network("dense on rows", Input(7, 3), Dense(5, relu).useBias(false), Flatten(), Dense(2)),
        network("nothing but dropout", Input(3), Dropout(0.5)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void onnx_runtime_agrees(String what, Sequential network) throws OrtException {
    Path file = folder.resolve("model.onnx");
    try (Model model = network.compile(Optimizers.sgd(), Losses.meanSquaredError())) {
      model.save(file);
      try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
        for (int samples : new int[] {1, 7, 100}) {
          Tensor x = pictures(network, samples);
          Tensor expected = model.predict(x);
          double largest = 0;
          for (float value : expected.data()) {
            largest = Math.max(largest, Math.abs(value));
          }
          assertThat(largest).isGreaterThan(1e-3);
          assertThat(run(session, x, expected))
              .containsExactly(expected.data(), within((float) (RELATIVE * largest)));
        }
      }
    }
  }

  private static Tensor pictures(Sequential network, int samples) {
    Tensor x = Tensor.zeros(network.inputShape().orElseThrow().prepend(samples));
    RandomStream random = RandomStream.of(samples);
    for (int i = 0; i < x.size(); i++) {
      x.data()[i] = random.below(2000, i) / 1000f - 1;
    }
    return x;
  }

  private static float[] run(OrtSession session, Tensor x, Tensor expected) throws OrtException {
    long[] shape = Arrays.stream(x.shape().toArray()).asLongStream().toArray();
    try (OnnxTensor input =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(x.data()), shape);
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), input))) {
      OnnxTensor output = (OnnxTensor) result.get(0);
      assertThat(output.getInfo().getShape())
          .containsExactly(Arrays.stream(expected.shape().toArray()).asLongStream().toArray());
      float[] values = new float[expected.size()];
      output.getFloatBuffer().get(values);
      return values;
    }
  }
}
