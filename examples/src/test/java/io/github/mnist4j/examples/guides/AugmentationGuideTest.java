package io.github.mnist4j.examples.guides;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.augmentations.Augmentations.brightness;
import static io.github.mnist4j.augmentations.Augmentations.elastic;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.augmentations.Augmentations.zoom;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.RandomRotation;
import static io.github.mnist4j.layers.Layers.RandomTranslation;
import static io.github.mnist4j.losses.Losses.categoricalCrossentropy;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.augmentations.Augmentation;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.layers.FillMode;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.plot.Plots;
import io.github.mnist4j.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentationGuideTest {
  private final Dataset digits = Mnist.load().train().take(320);

  @Test
  void a_view() {
    // #region view
    Dataset train =
        digits.augmented(42, translation(0.07, 0.07), rotation(0.03), zoom(0.1), elastic(25, 4));
    // #endregion view
    assertThat(train.size()).isEqualTo(digits.size());
    assertThat(train.y()).isEqualTo(digits.y());
    Sequential network = Sequential.of(Flatten(), Dense(10));
    try (Model model =
        network.compile(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())) {
      // #region fit
      model.fit(train, epochs(3).verbose(0).validationData(Mnist.load().test().take(100)));
      // #endregion fit
    }
  }

  @Test
  void the_seed_decides() {
    Augmentation move = translation(0.1, 0.1);
    // #region seeds
    Tensor first = digits.augmented(42, move).x(); // as epoch 0 sees them
    Tensor again = digits.augmented(42, move).x(); // the same
    Tensor others = digits.augmented(43, move).x(); // others
    Tensor later = digits.augmented(42, move).epoch(1).x(); // what epoch 1 sees: others, too
    // #endregion seeds
    assertThat(again).isEqualTo(first);
    assertThat(others).isNotEqualTo(first);
    assertThat(later).isNotEqualTo(first);
    Tensor threads =
        Tensor.of(
            first.shape(),
            concat(
                IntStream.range(0, digits.size())
                    .parallel()
                    .mapToObj(row -> digits.augmented(42, move).rows(row).x().data())
                    .toArray(float[][]::new)));
    assertThat(threads).isEqualTo(first);
  }

  private static float[] concat(float[][] parts) {
    float[] whole = new float[parts.length * parts[0].length];
    for (int i = 0; i < parts.length; i++) {
      System.arraycopy(parts[i], 0, whole, i * parts[0].length, parts[0].length);
    }
    return whole;
  }

  @Test
  void ranges_and_modes() {
    // #region options
    Dataset train =
        digits.augmented(
            42,
            translation(new Range(0, 0.1), new Range(0, 0)).fillMode(FillMode.CONSTANT), // down
            rotation(0.03).fillMode(FillMode.CONSTANT).fillValue(0));
    // #endregion options
    assertThat(train.x().data()).hasSameSizeAs(digits.x().data());
  }

  @Test
  void look_at_them(@TempDir Path out) {
    Dataset train = digits.augmented(42, rotation(0.05));
    // #region look
    List<Tensor> images = // the first digit, as ten epochs see it
        IntStream.range(0, 10).mapToObj(e -> train.epoch(e).take(1).x().row(0)).toList();
    Plots.grid(images, List.of(), 10).write(out.resolve("augmented.png"));
    // #endregion look
    assertThat(out.resolve("augmented.png")).isNotEmptyFile();
  }

  @Test
  void two_digits_mixed() {
    // #region mix
    Dataset train = digits.augmented(42, rotation(0.03)).oneHot(10).mixUp(42);
    Sequential network = Sequential.of(Flatten(), Dense(10));
    try (Model model =
        network.compile(adam(), categoricalCrossentropy().fromLogits(), accuracy())) {
      model.fit(train, epochs(2).verbose(0));
      model.evaluate(digits.oneHot(10));
    }
    // #endregion mix
    Pages.assertShown("augmentation.md", catchThrowable(() -> digits.mixUp(42)).getMessage());
  }

  @Test
  void as_layers() {
    // #region layers
    Sequential network =
        Sequential.of(
            Input(28, 28, 1),
            RandomTranslation(0.07, 0.07),
            RandomRotation(0.03),
            Conv2D(8, 3),
            Flatten(),
            Dense(10));
    // #endregion layers
    CompileOptions how =
        CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits()).seed(1);
    try (Model model = network.compile(how)) {
      Tensor x = digits.take(4).x();
      assertThat(model.predict(x)).isEqualTo(model.predict(x)); // not when predicting
      model.fit(digits, epochs(1).verbose(0));
    }
  }

  @Test
  void pixels_out_of_range_are_told() {
    Dataset bytes = Mnist.load().train().unscaled().augmented(42, brightness(0.2));
    Throwable thrown = catchThrowable(bytes::x);
    Pages.assertShown("augmentation.md", thrown.getMessage());
    // #region value-range
    Dataset brighter =
        Mnist.load().train().unscaled().augmented(42, brightness(0.2).valueRange(0, 255));
    // #endregion value-range
    assertThat(brighter.take(10).x().data()).contains(255f);
  }
}
