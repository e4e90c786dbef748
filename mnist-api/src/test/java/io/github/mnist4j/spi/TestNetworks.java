package io.github.mnist4j.spi;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Networks as engines get them, without the rest of the API. */
public final class TestNetworks {
  private TestNetworks() {}

  /** Resolves a stack of layers; they are called {@code layer0}, {@code layer1} and so on. */
  public static NetworkSpec of(
      Shape input, Loss loss, Optimizer optimizer, long seed, Layer... layers) {
    List<LayerSpec> specs = new ArrayList<>();
    Shape shape = input;
    for (Layer layer : layers) {
      Shape output = layer.outputShape(shape);
      specs.add(new LayerSpec("layer" + specs.size(), layer, shape, output, layer.params(shape)));
      shape = output;
    }
    return new NetworkSpec(input, specs, loss, optimizer, seed);
  }

  /** Returns a network of two dense layers that learns to tell {@link Blobs} apart. */
  public static NetworkSpec forBlobs(Optimizer optimizer, long seed) {
    return of(
        Blobs.SAMPLE,
        Losses.sparseCategoricalCrossentropy().fromLogits(true),
        optimizer,
        seed,
        Layers.Flatten(),
        Layers.Dense(8, Activation.relu),
        Layers.Dense(Blobs.CLASSES));
  }
}
