package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes whole numbers as rows of a table that is learned: {@code y[i] = embeddings[x[i]]}.
 *
 * <p>Shapes, per sample: x any, of whole numbers 0 up to but not inputDim, embeddings {@code
 * (inputDim, outputDim)}, y x's with outputDim behind. Keras' default: uniform in ±0.05.
 *
 * <pre>{@code Sequential.of(Input(20), Embedding(256, 16), GlobalAveragePooling1D(),
 * Dense(2))}</pre>
 *
 * @param inputDim rows of the table, at least 1
 * @param outputDim columns of the table, at least 1
 * @param embeddingsInitializer fills the table
 * @param embeddingsRegularizer what the table adds to the loss, or {@code null} for nothing
 * @param embeddingsConstraint what is done to the table behind each step, or {@code null} for
 *     nothing
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Embedding(
    int inputDim,
    int outputDim,
    Initializer embeddingsInitializer,
    @Nullable Regularizer embeddingsRegularizer,
    @Nullable Constraint embeddingsConstraint,
    @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public Embedding {
    Check.atLeast(1, inputDim, "Embedding", "inputDim");
    Check.atLeast(1, outputDim, "Embedding", "outputDim");
    Check.notNull(embeddingsInitializer, "Embedding", "embeddingsInitializer");
  }

  @Override
  public Shape outputShape(Shape input) {
    int[] dims = Arrays.copyOf(input.toArray(), input.rank() + 1);
    dims[input.rank()] = outputDim;
    return Shape.of(dims);
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    return List.of(
        ParamSpec.of("embeddings", Shape.of(inputDim, outputDim), embeddingsInitializer)
            .with(embeddingsRegularizer, embeddingsConstraint));
  }

  /** Returns the same layer with another initializer of its table. */
  public Embedding embeddingsInitializer(Initializer embeddingsInitializer) {
    return Records.with(this, "embeddingsInitializer", embeddingsInitializer);
  }

  /** Returns the same layer with another penalty on its table. */
  public Embedding embeddingsRegularizer(@Nullable Regularizer embeddingsRegularizer) {
    return Records.with(this, "embeddingsRegularizer", embeddingsRegularizer);
  }

  /** Returns the same layer with another constraint on its table. */
  public Embedding embeddingsConstraint(@Nullable Constraint embeddingsConstraint) {
    return Records.with(this, "embeddingsConstraint", embeddingsConstraint);
  }

  @Override
  public Embedding name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Embedding"));
  }
}
