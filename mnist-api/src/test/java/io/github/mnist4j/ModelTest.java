package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.NonFiniteException;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.FakeEngine;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTest {
  @TempDir Path folder;

  @Test
  void architecture_and_weights_make_the_same_model_elsewhere() {
    Path file = folder.resolve("blobs.weights.h5");
    try (Model model = TestModels.model()) {
      model.fit(Blobs.dataset(30, 1), epochs(3));
      model.saveWeights(file);
      Sequential read = Sequential.fromJson(model.architecture().toJson());
      try (Model other = read.compile(TestModels.options().seed(99))) {
        other.loadWeights(file);
        Tensor x = Blobs.x(9, 2);
        assertThat(other.predict(x)).isEqualTo(model.predict(x));
      }
    }
  }

  @Test
  void weights_of_another_network_are_refused_and_nothing_is_changed() {
    Path file = folder.resolve("other.weights.h5");
    try (Model model = TestModels.model();
        Model other =
            Sequential.of(Layers.Flatten(), Layers.Dense(3))
                .build(Blobs.SAMPLE)
                .compile(TestModels.options())) {
      other.saveWeights(file);
      Weights before = model.weights();
      assertThatThrownBy(() -> model.loadWeights(file)).isInstanceOf(ModelFormatException.class);
      assertThatThrownBy(() -> model.load(other.weights())).isInstanceOf(ShapeException.class);
      assertThat(model.weights()).isEqualTo(before);
    }
  }

  @Test
  void a_closed_model_says_so() {
    Model model = TestModels.model();
    model.close();
    model.close();
    String message =
        "the model is closed\n"
            + "  fix:      use it inside its try (Model model = …)\n"
            + "  see:      https://mnist4j.github.io/troubleshooting#closed";
    assertThatThrownBy(() -> model.fit(Blobs.dataset(4, 1), epochs(1))).hasMessage(message);
    assertThatThrownBy(() -> model.evaluate(Blobs.dataset(4, 1))).hasMessage(message);
    assertThatThrownBy(() -> model.predict(Blobs.x(4, 1))).hasMessage(message);
    assertThatThrownBy(() -> model.predict(Blobs.dataset(4, 1))).hasMessage(message);
    assertThatThrownBy(model::weights).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_model_that_was_closed_unbuilt_stays_closed() {
    Model model = TestModels.unbuilt().compile(TestModels.options());
    model.close();
    assertThatThrownBy(() -> model.predict(Blobs.x(4, 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_model_without_a_seed_draws_one_and_tells() {
    CompileOptions options = TestModels.options();
    CompileOptions seedless =
        CompileOptions.of(options.optimizer(), options.loss()).engine(new FakeEngine());
    try (Model one = TestModels.network().compile(seedless);
        Model other = TestModels.network().compile(seedless);
        Model again = TestModels.network().compile(seedless.seed(one.seed()))) {
      assertThat(one.seed()).isNotEqualTo(other.seed());
      assertThat(again.weights()).isEqualTo(one.weights());
    }
  }

  @Test
  void a_loss_that_is_not_finite_ends_the_training_and_leaves_the_weights() {
    Dataset huge = Dataset.of(Tensor.of(Shape.of(1, 1), 3e38f), Tensor.of(Shape.of(1, 1), -3e38f));
    CompileOptions options =
        CompileOptions.of(Optimizers.sgd(1), Losses.meanSquaredError())
            .engine(new FakeEngine())
            .seed(1);
    try (Model model = Sequential.of(Layers.Dense(1)).compile(options)) {
      assertThatThrownBy(() -> model.fit(huge, epochs(3)))
          .isInstanceOf(NonFiniteException.class)
          .hasMessageMatching(
              "(?s)the loss became (NaN|Infinity) in epoch \\d, step 1 of 1\n"
                  + "  expected: a finite loss\n"
                  + "  got:      learning rate 1.0, weight.*\n"
                  + "  fix:      lower the learning rate, or scale the data to about 0..1\n"
                  + "  see:      .*#loss-not-finite");
      assertThat(model.weights().tensors()).hasSize(2);
    }
  }

  @Test
  void predict_wants_rows() {
    try (Model model = TestModels.model()) {
      assertThatThrownBy(() -> model.predict(Tensor.zeros(Shape.scalar())))
          .isInstanceOf(ShapeException.class)
          .hasMessage(
              "predict takes rows of samples\n"
                  + "  expected: x of shape (n, …)\n"
                  + "  got:      x of shape ()\n"
                  + "  see:      https://mnist4j.github.io/troubleshooting#input-shape");
    }
  }
}
