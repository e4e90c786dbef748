package io.github.mnist4j.losses;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;

/**
 * Cross-entropy with targets that are class numbers: {@code −log p[y]}.
 *
 * <p>Shapes, per sample: output {@code (…, classes)}, target {@code (…)} or {@code (…, 1)}, each a
 * class number 0 up to but not classes.
 *
 * <pre>{@code sparseCategoricalCrossentropy().fromLogits()}</pre>
 *
 * @param logits whether the outputs are logits; Keras' default false
 */
public record SparseCategoricalCrossentropy(boolean logits) implements CrossEntropy {
  @Override
  public String name() {
    return "sparse_categorical_crossentropy";
  }

  @Override
  public SparseCategoricalCrossentropy fromLogits(boolean logits) {
    return new SparseCategoricalCrossentropy(logits);
  }

  @Override
  public boolean takesClassNumbers() {
    return true;
  }

  @Override
  public void requireTargets(Shape target, Shape output) {
    boolean fits =
        output.rank() > 0 && target.size() == output.size() / Math.max(1, output.dim(-1));
    if (!fits) {
      throw Problem.of("targets do not fit the loss " + name())
          .expected(
              "class numbers: one number for each " + output + " of the output, y of shape (n,)")
          .got("y of shape " + target.toBatchString().replace("None", "n"))
          .fix(
              target.equals(output)
                  ? "use categoricalCrossentropy() for targets of one number a class"
                  : "give each sample one class number")
          .see("targets-do-not-fit")
          .asDataException();
    }
  }
}
