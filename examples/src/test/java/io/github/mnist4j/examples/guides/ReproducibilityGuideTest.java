package io.github.mnist4j.examples.guides;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.History;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.layers.Initializer;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Tensor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproducibilityGuideTest {
  private static final String THREADS = "mnist4j.threads";
  private static final float ROUNDING = 1e-5f; // absolute, of logits behind one epoch

  private final Dataset digits = Mnist.load().train().take(640);
  private final Tensor x = Mnist.load().test().take(256).x();
  private final Sequential network =
      Sequential.of(
          Input(28, 28, 1), Conv2D(8, 3, relu), MaxPool(2), Flatten(), Dropout(0.2), Dense(10));

  private Model compiled(long seed) {
    // #region seed
    CompileOptions how =
        CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())
            .seed(seed);
    Model model = network.compile(how);
    // #endregion seed
    return model;
  }

  private Tensor trained(long seed) {
    try (Model model = compiled(seed)) {
      model.fit(digits.augmented(seed, rotation(0.03)), epochs(1).verbose(0));
      return model.predict(x);
    }
  }

  @Test
  void the_same_seed_gives_the_same_bits() {
    assertThat(trained(1)).isEqualTo(trained(1)).isNotEqualTo(trained(2));
  }

  @Test
  void a_model_knows_its_seed() {
    // #region known
    try (Model model = network.compile("adam", "sparse_categorical_crossentropy", "accuracy")) {
      System.out.println("seed " + model.seed()); // another one each time; write it down
      // #endregion known
      try (Model again = compiled(model.seed())) {
        assertThat(again.weights()).isEqualTo(model.weights());
      }
    }
  }

  @Test
  void the_number_of_threads_changes_the_rounding() {
    String before = System.getProperty(THREADS);
    try {
      System.setProperty(THREADS, "1");
      Tensor one = trained(1);
      System.setProperty(THREADS, "2");
      Tensor two = trained(1);
      assertThat(two).isEqualTo(trained(1)).isNotEqualTo(one);
      assertThat(two.data()).containsExactly(one.data(), within(ROUNDING));
    } finally {
      if (before == null) {
        System.clearProperty(THREADS);
      } else {
        System.setProperty(THREADS, before);
      }
    }
  }

  @Test
  void seeds_of_their_own() {
    // #region own
    Sequential seeded =
        Sequential.of(
            Input(28, 28, 1),
            Flatten(),
            Dense(64, relu).kernelInitializer(new Initializer.RandomNormal(0, 0.05, 7)),
            Dropout(0.2).seed(7),
            Dense(10));
    Dataset train = digits.shuffled(7).augmented(7, rotation(0.03));
    // #endregion own
    assertThat(train.size()).isEqualTo(640);
    Tensor[] kernels = new Tensor[2];
    for (int seed = 0; seed < 2; seed++) {
      CompileOptions how =
          CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits()).seed(seed);
      try (Model model = seeded.compile(how)) {
        kernels[seed] = model.weights("dense").get("kernel");
      }
    }
    assertThat(kernels[1]).isEqualTo(kernels[0]);
  }

  @Test
  void predictions_do_not_depend_on_who_else_asks() {
    try (Model model = compiled(1)) {
      Tensor all = model.predict(x);
      for (int row = 0; row < 16; row++) {
        float[] alone = model.predict(x.rows(row, row + 1)).data();
        assertThat(alone).containsExactly(all.row(row).data(), within(ROUNDING));
      }
      Tensor[] answers = new Tensor[8];
      Thread[] threads = new Thread[answers.length];
      for (int i = 0; i < threads.length; i++) {
        int own = i;
        threads[i] = new Thread(() -> answers[own] = model.predict(x));
        threads[i].start();
      }
      for (Thread thread : threads) {
        join(thread);
      }
      assertThat(answers).containsOnly(all);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_file_changes_nothing(@TempDir Path folder) {
    Path file = folder.resolve("half.keras");
    try (Model model = compiled(1)) {
      model.fit(digits, epochs(1).verbose(0));
      model.save(file);
      Weights saved = model.weights();
      try (Model loaded = Models.load(file)) {
        assertThat(loaded.weights()).isEqualTo(saved);
        assertThat(loaded.predict(x)).isEqualTo(model.predict(x));
        History second = model.fit(digits, epochs(1).shuffle(false).verbose(0));
        History first = loaded.fit(digits, epochs(1).shuffle(false).verbose(0));
        assertThat(first.toString()).isEqualTo(second.toString());
        // a loaded model has not been trained yet, as far as the order of samples goes
        model.fit(digits, epochs(1).verbose(0));
        loaded.fit(digits, epochs(1).verbose(0));
        assertThat(loaded.weights()).isNotEqualTo(model.weights());
      }
    }
  }
}
