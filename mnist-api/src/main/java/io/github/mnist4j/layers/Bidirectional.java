package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a recurrent layer over a sequence, and another from its end, and merges what they make.
 *
 * <p>Shapes, per sample: x {@code (steps, channels)}, y as the layer's, the last axis twice as long
 * where outputs are laid side by side. Parameters are named {@code inner layer/parameter}. Keras'
 * default: side by side.
 *
 * <pre>{@code Bidirectional(LSTM(32))}</pre>
 *
 * @param layer the layer that runs forward
 * @param mergeMode how the two outputs become one
 * @param backwardLayer the layer that runs backwards; {@code null}: the same as the other
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Bidirectional(
    Recurrent layer, Merge mergeMode, @Nullable Recurrent backwardLayer, @Nullable String name)
    implements Composite {
  /** Checks the ranges. */
  public Bidirectional {
    Check.notNull(layer, "Bidirectional", "layer");
    layer = (Recurrent) Inner.renamed(layer, "forward_");
    backwardLayer =
        (Recurrent)
            Inner.renamed(
                backwardLayer == null
                    ? layer
                        .goBackwards(!layer.goBackwards())
                        .name("backward_" + layer.name().substring("forward_".length()))
                    : backwardLayer,
                "backward_");
    if (layer.goBackwards() == backwardLayer.goBackwards()) {
      throw new IllegalArgumentException(
          "Bidirectional: one of the layers must go backwards, and the other forward");
    }
    if (layer.returnSequences() != backwardLayer.returnSequences()) {
      throw new IllegalArgumentException(
          "Bidirectional: both layers must return sequences, or none");
    }
    Check.notNull(mergeMode, "Bidirectional", "mergeMode");
  }

  /** How two outputs become one. */
  public enum Merge {
    /** Side by side. */
    CONCAT,
    /** Their sum. */
    SUM,
    /** Their product. */
    MUL,
    /** Their mean. */
    AVE
  }

  @Override
  public List<Layer> inner() {
    return List.of(layer, backwardLayer);
  }

  @Override
  public List<Shape> innerInputs(Shape input) {
    return List.of(input, input);
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape forward = Inner.output(layer, input);
    Shape backward = Inner.output(backwardLayer, input);
    int[] dims = forward.toArray();
    if (mergeMode == Merge.CONCAT) {
      dims[dims.length - 1] = Math.addExact(dims[dims.length - 1], backward.dim(-1));
    } else if (!forward.equals(backward)) {
      throw Problem.of("cannot merge what its layers make")
          .expected("the same shape, " + forward)
          .got(backward.toString())
          .see("residual")
          .asShapeException();
    }
    return Shape.of(dims);
  }

  /** Returns the same layer with another way to make one of the two outputs. */
  public Bidirectional mergeMode(Merge mergeMode) {
    return Records.with(this, "mergeMode", mergeMode);
  }

  @Override
  public Bidirectional name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Bidirectional"));
  }
}
