package io.github.mnist4j.losses;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Cross-entropy with targets that are class numbers: {@code −log p[y]}.
 *
 * <p>Shapes, per sample: output {@code (…, classes)}, target {@code (…)} or {@code (…, 1)}, each a
 * class number 0 up to but not classes, or the number that is ignored.
 *
 * <pre>{@code sparseCategoricalCrossentropy().fromLogits()}</pre>
 *
 * @param logits whether the outputs are logits; Keras' default false
 * @param ignoreClass a target that does not count, such as 255 for pixels of no class: the mean is
 *     over the other places of the batch; {@code null}: all count
 */
public record SparseCategoricalCrossentropy(boolean logits, @Nullable Integer ignoreClass)
    implements CrossEntropy {
  @Override
  public String name() {
    return "sparse_categorical_crossentropy";
  }

  @Override
  public SparseCategoricalCrossentropy fromLogits(boolean logits) {
    return new SparseCategoricalCrossentropy(logits, ignoreClass);
  }

  @Override
  public SparseCategoricalCrossentropy fromLogits() {
    return fromLogits(true);
  }

  /** Returns the same loss over the places whose target is not this one. */
  public SparseCategoricalCrossentropy ignoreClass(@Nullable Integer ignoreClass) {
    return new SparseCategoricalCrossentropy(logits, ignoreClass);
  }

  @Override
  public boolean takesClassNumbers() {
    return true;
  }

  @Override
  public boolean ignores(float target) {
    return ignoreClass != null && target == ignoreClass;
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
