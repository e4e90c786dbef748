package io.github.mnist4j.examples.guides;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.optimizers.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingGuideTest {
  @TempDir private Path folder;
  private final Dataset digits = Mnist.load().train().take(320);
  private final Tensor x = digits.take(8).x();

  @BeforeEach
  void save() {
    for (int seed = 1; seed <= 2; seed++) {
      CompileOptions how =
          CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits()).seed(seed);
      try (Model model = Sequential.of(Input(28, 28, 1), Flatten(), Dense(10)).compile(how)) {
        model.save(folder.resolve(seed + ".keras"));
      }
    }
  }

  @Test
  void many_threads_and_a_training_beside_them() {
    Path file = folder.resolve("1.keras");
    // #region threads
    try (Model model = Models.load(file)) {
      List<Tensor> answers =
          IntStream.range(0, 100).parallel().mapToObj(i -> model.predict(x)).toList();
      // #endregion threads
      assertThat(answers).containsOnly(model.predict(x));

      Map<Integer, Tensor> seen = new ConcurrentHashMap<>();
      AtomicBoolean ended = new AtomicBoolean();
      Thread asking =
          new Thread(
              () -> {
                while (!ended.get()) {
                  Tensor y = model.predict(x);
                  seen.put(y.hashCode(), y);
                }
              });
      asking.start();
      model.fit(digits, epochs(3).verbose(0));
      ended.set(true);
      join(asking);
      assertThat(seen).isNotEmpty();
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
  void many_at_once() {
    try (Model model = Models.load(folder.resolve("1.keras"))) {
      List<float[]> waiting = IntStream.range(0, 8).mapToObj(i -> x.row(i).data()).toList();
      // #region batch
      float[] pixels = new float[waiting.size() * 784];
      for (int i = 0; i < waiting.size(); i++) {
        System.arraycopy(waiting.get(i), 0, pixels, i * 784, 784);
      }
      int[] digits = model.predict(Tensor.of(Shape.of(waiting.size(), 28, 28, 1), pixels)).argmax();
      // #endregion batch
      assertThat(digits).isEqualTo(model.predict(x).argmax());
    }
  }

  // #region swap
  /** The model that answers now; another one can take its place while requests are running. */
  static final class Current implements AutoCloseable {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private Model model;

    Current(Path file) {
      model = load(file);
    }

    private static Model load(Path file) {
      Model model = Models.loadUncompiled(file);
      model.predict(Tensor.zeros(Shape.of(1, 28, 28, 1))); // the first answer takes longest
      return model;
    }

    Tensor predict(Tensor x) {
      lock.readLock().lock(); // many at once
      try {
        return model.predict(x);
      } finally {
        lock.readLock().unlock();
      }
    }

    void replace(Path file) {
      Model next = load(file); // where that fails, the old one stays
      lock.writeLock().lock();
      Model old = model;
      model = next;
      lock.writeLock().unlock();
      old.close();
    }

    @Override
    public void close() {
      model.close();
    }
  }

  // #endregion swap

  @Test
  void a_model_takes_another_s_place() {
    try (Current current = new Current(folder.resolve("1.keras"));
        Model second = Models.load(folder.resolve("2.keras"))) {
      Tensor before = current.predict(x);
      Throwable[] failed = new Throwable[1];
      AtomicBoolean ended = new AtomicBoolean();
      Thread asking =
          new Thread(
              () -> {
                while (!ended.get()) {
                  current.predict(x);
                }
              });
      asking.setUncaughtExceptionHandler((thread, e) -> failed[0] = e);
      asking.start();
      assertThat(catchThrowable(() -> current.replace(folder.resolve("3.keras")))).isNotNull();
      assertThat(current.predict(x)).isEqualTo(before);
      current.replace(folder.resolve("2.keras"));
      ended.set(true);
      join(asking);
      assertThat(failed[0]).isNull();
      assertThat(current.predict(x)).isEqualTo(second.predict(x)).isNotEqualTo(before);
    }
  }

  @Test
  void a_closed_model_says_so() {
    Model model = Models.load(folder.resolve("1.keras"));
    Tensor y = model.predict(x);
    model.close();
    model.close();
    assertThat(y.data()).hasSize(80); // stays good
    Pages.assertShown("serving.md", catchThrowable(() -> model.predict(x)).getMessage());
  }
}
