package io.github.mnist4j.examples;

// #region file
import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;

import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.datasets.Mnist;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The shortest way to 99 %: a network, ten epochs, a file. A minute on two cores; writes {@code
 * digits.keras} into the folder that it is run in.
 */
// #region program
public final class Digits {
  public static void main(String... args) throws IOException {
    Mnist mnist = Mnist.load(); // from a folder, the cache, a jar or a mirror; checksummed
    Sequential cnn =
        Sequential.of(
            Conv2D(32, 3, relu),
            MaxPool(2),
            Conv2D(64, 3, relu),
            MaxPool(2),
            Flatten(),
            Dense(64, relu),
            Dense(10));
    try (Model model =
        cnn.compile(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())) {
      model.fit(mnist.train(), epochs(10).validationData(mnist.test()));
      System.out.println("test: " + model.evaluate(mnist.test()));

      int guess = model.predict(mnist.test().take(1)).argmax()[0];
      System.out.println("a " + mnist.test().label(0) + ", taken for a " + guess);

      model.save(Path.of("digits.keras")); // opens in Python's Keras, too
    }
  }
}
// #endregion program
// #endregion file
