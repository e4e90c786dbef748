package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Embedding;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmbeddingKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("sequence", Embedding(3, 4), Shape.of(5)),
        layer("image", Embedding(3, 2), Shape.of(2, 2)));
  }

  @Test
  void a_number_without_a_row_is_an_error() {
    NetworkSpec spec = Specs.of(Shape.of(2), Embedding(3, 1));
    try (Program program = new Nd4jEngine().compile(spec)) {
      assertThatThrownBy(() -> program.predict(Tensor.of(Shape.of(1, 2), 1, 3)))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "layer 'embedding_0' (Embedding) has no such row"
                  + "\n  expected: whole numbers from 0 to 2"
                  + "\n  got:      3.0"
                  + "\n  fix:      make inputDim one more than the greatest number in the data"
                  + "\n  see:      https://mnist4j.github.io/troubleshooting#embedding-row");
    }
  }
}
