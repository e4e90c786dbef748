package io.github.mnist4j.interop;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.sigmoid;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Activation.tanh;
import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.AvgPool;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.layers.Layers.MaxPooling2D;
import static io.github.mnist4j.layers.Padding.SAME;

import io.github.mnist4j.Sequential;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Size;
import java.util.stream.Stream;

/**
 * Networks to be saved as ONNX: every layer that it gets, where its axes or borders are unusual.
 */
final class OnnxNetworks {
  private OnnxNetworks() {}

  static Stream<Sequential> all() {
    Size odd = new Size(2, 5);
    return Stream.of(
        network(
            "tutorial",
            Input(28, 28, 1),
            Conv2D(32, 3, relu),
            MaxPool(2),
            Conv2D(64, 3, relu),
            MaxPool(2),
            Flatten(),
            Dense(64, relu),
            Dense(10)),
        network("mlp", Input(784), Dense(64, sigmoid), Dropout(0.5), Dense(32, tanh), Dense(10)),
        network("softmax regression", Input(28, 28), Flatten(), Dense(10, softmax)),
        network("same", Input(11, 14, 3), Conv2D(5, odd, tanh).strides(2).padding(SAME)),
        network("same, even kernel", Input(11, 14, 3), Conv2D(5, 4).strides(2).padding(SAME)),
        network(
            "strides over the kernel", Input(8, 8, 2), Conv2D(5, 1).strides(2, 3).padding(SAME)),
        network("valid, strides", Input(11, 14, 3), Conv2D(5, odd, sigmoid).strides(2, 3)),
        network("average, same", Input(7, 9, 3), AvgPool(3).strides(2).padding(SAME)),
        network("average, same, even", Input(7, 9, 3), AvgPool(2).padding(SAME), Flatten()),
        network("maximum, same", Input(7, 9, 3), MaxPooling2D(odd).strides(1).padding(SAME)),
        network("softmax of pixels", Input(9, 9, 2), Conv2D(4, 3, softmax), MaxPool(2), Dense(3)),
        network("dense on pixels", Input(9, 8, 2), Dense(4, relu), Conv2D(3, 3), Dense(2)),
        network("rows", Input(9, 8), Dense(4, tanh).useBias(false), Activation(softmax)),
        network("without bias", Input(6, 6, 1), Conv2D(3, 3).useBias(false), Activation(relu)),
        network(
            "other activations of images",
            Input(7, 8, 2),
            Conv2D(4, 2, Activation.leaky_relu),
            Conv2D(4, 2, Activation.silu),
            MaxPool(2),
            Activation(Activation.celu),
            Flatten(),
            Dense(5, Activation.softsign)),
        network(
            "other activations of rows",
            Input(9, 6),
            Dense(8, Activation.elu),
            Dense(8, Activation.selu),
            Dense(8, Activation.softplus),
            Dense(3, Activation.exponential)),
        network(
            "dilation and groups",
            Input(11, 12, 4),
            Conv2D(6, 3).dilationRate(2).padding(SAME),
            Conv2D(4, odd, tanh).groups(2),
            Conv2D(3, 2).dilationRate(new Size(1, 3))),
        network(
            "hard activations of images",
            Input(7, 8, 2),
            Conv2D(4, 2, Activation.hard_silu),
            Conv2D(4, 2, Activation.hard_sigmoid),
            MaxPool(2),
            Activation(Activation.log_softmax)),
        network("log-softmax of rows", Input(9, 6), Dense(4, Activation.log_softmax)),
        network("nothing to do", Input(6), Dropout(0.5)));
  }

  private static Sequential network(String name, Layer... layers) {
    return Sequential.of(layers).name(name);
  }
}
