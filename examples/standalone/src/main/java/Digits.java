//JAVA 17+
//DEPS io.github.mnist4j:mnist-nd4j:0.1.0-SNAPSHOT
//DEPS io.github.mnist4j:mnist-datasets:0.1.0-SNAPSHOT
//DEPS io.github.mnist4j:mnist-data:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-nop:2.0.18

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
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.tensor.Tensor;
import java.nio.file.Path;

/**
 * The tutorial in a project of its own: load the digits, build a network, train it, test it, save it
 * and load it again. Half a minute on two cores. Arguments: EPOCHS (3 unless told), SAMPLES of each
 * set (all).
 *
 * <p>With Maven: {@code mvn -q compile exec:java}. Without a project, by the comments that the file
 * begins with: {@code jbang Digits.java}.
 */
public class Digits {
  public static void main(String[] args) {
    int epochs = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    int samples = args.length > 1 ? Integer.parseInt(args[1]) : 60_000;

    Mnist mnist = Mnist.load();
    ImageDataset train = mnist.train().take(samples);
    ImageDataset test = mnist.test().take(samples);

    Sequential cnn =
        Sequential.of(
            Conv2D(32, 3, relu),
            MaxPool(2),
            Conv2D(64, 3, relu),
            MaxPool(2),
            Flatten(),
            Dense(64, relu),
            Dense(10));
    System.out.print(cnn.build(train.xShape()).summary());

    Path file = Path.of("target", "digits.keras");
    Tensor logits;
    try (Model model =
        cnn.compile(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())) {
      model.fit(train, epochs(epochs).validationData(test));
      System.out.println("test: " + model.evaluate(test));
      logits = model.predict(test);
      System.out.println("the first is a " + test.label(0) + ", taken for " + logits.argmax()[0]);
      model.save(file);
    }

    try (Model again = Models.load(file)) {
      boolean same = again.predict(test).equals(logits);
      System.out.println("loaded from " + file + ", predicts " + (same ? "the same" : "OTHERWISE"));
    }
  }
}
