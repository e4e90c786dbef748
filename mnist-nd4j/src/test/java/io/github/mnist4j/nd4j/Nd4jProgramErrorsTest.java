package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Nd4jProgramErrorsTest {
  private final Program program = Programs.program();

  @AfterAll
  void close() {
    program.close();
  }

  private static Batch batch(int size, Shape xShape, int xLength, int yLength) {
    return new Batch(size, xShape, Shape.scalar(), new float[xLength], new float[yLength]);
  }

  static Stream<Batch> unfit() {
    return Stream.of(
        batch(0, Programs.SAMPLE, 64, 1),
        batch(-1, Programs.SAMPLE, 64, 1),
        batch(1, Shape.of(8, 8), 64, 1),
        batch(2, Programs.SAMPLE, 127, 2),
        batch(2, Programs.SAMPLE, 128, 1));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void a_batch_that_does_not_fit_is_refused(Batch batch) {
    String message =
        "a batch does not fit the network"
            + "\n  expected: at least one sample of shape (8, 8, 1), and arrays that hold them"
            + "\n  got:      "
            + batch.size()
            + " of shape "
            + batch.xShape()
            + ", arrays of "
            + batch.x().length
            + " and "
            + batch.y().length
            + "\n  see:      "
            + Problem.SITE
            + "#input-shape";
    assertThatThrownBy(() -> program.train(batch, 0.1))
        .isInstanceOf(ShapeException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> program.test(batch))
        .isInstanceOf(ShapeException.class)
        .hasMessage(message);
  }

  @Test
  void a_batch_of_more_numbers_than_an_int_counts_is_refused() {
    Shape large = Shape.of(1 << 20);
    try (Program wide = new Nd4jEngine().compile(Specs.of(large, Layers.Dense(1)))) {
      Batch batch = new Batch(1 << 12, large, Shape.of(1), new float[64], new float[1 << 12]);
      assertThatThrownBy(() -> wide.train(batch, 0.1)).isInstanceOf(ShapeException.class);
    }
  }

  @Test
  void targets_that_do_not_fit_the_loss_are_refused() {
    Batch batch = new Batch(1, Programs.SAMPLE, Shape.of(3), new float[64], new float[3]);
    assertThatThrownBy(() -> program.train(batch, 0.1)).isInstanceOf(DataException.class);
  }

  @Test
  void samples_of_another_shape_are_refused() {
    assertThatThrownBy(() -> program.predict(Tensor.zeros(Shape.of(2, 64))))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "predict takes samples of the network's shape"
                + "\n  expected: x of shape (n, 8, 8, 1)"
                + "\n  got:      x of shape (2, 64)"
                + "\n  see:      "
                + Problem.SITE
                + "#input-shape");
  }

  @Test
  void weights_of_another_network_are_refused_and_change_nothing() {
    Weights before = program.weights();
    Weights.Builder other = Weights.builder();
    before.tensors().forEach((name, tensor) -> other.add(name + "x", tensor));
    assertThatThrownBy(() -> program.load(other.build())).isInstanceOf(ShapeException.class);
    assertThat(program.weights()).isEqualTo(before);
  }

  @Test
  void after_closing_each_call_says_so_and_closing_again_does_nothing() {
    Program closed = Programs.program();
    closed.close();
    closed.close();
    String message =
        "the model is closed"
            + "\n  fix:      use it inside its try (Model model = …)"
            + "\n  see:      "
            + Problem.SITE
            + "#closed";
    Batch batch = Pictures.batch(1, Programs.SIDE, 1);
    Stream.<Runnable>of(
            () -> closed.train(batch, 0.1),
            () -> closed.test(batch),
            () -> closed.predict(Pictures.x(1, Programs.SIDE, 1)),
            closed::weights,
            closed::optimizerState)
        .forEach(
            call ->
                assertThatThrownBy(call::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(message));
  }
}
