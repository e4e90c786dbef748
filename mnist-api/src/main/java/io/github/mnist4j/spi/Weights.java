package io.github.mnist4j.spi;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named tensors in order: a snapshot of a network's weights, or of its optimizer's state. The
 * currency of saving, loading and restoring.
 *
 * <pre>{@code
 * Weights before = model.weights();
 * before.get("dense/kernel");      // (1600, 64)
 * model.load(before);
 * }</pre>
 */
public final class Weights {
  private final Map<String, Tensor> tensors;

  private Weights(Map<String, Tensor> tensors) {
    this.tensors = Collections.unmodifiableMap(tensors);
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the tensors by name, in order; the map cannot be changed. */
  public Map<String, Tensor> tensors() {
    return tensors;
  }

  /**
   * Returns one tensor.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists those there
   *     are
   */
  public Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw io.github.mnist4j.errors.Check.unknown("weight", name, tensors.keySet());
    }
    return tensor;
  }

  /**
   * Requires exactly these names and shapes.
   *
   * @param shapes the shapes by name
   * @throws io.github.mnist4j.errors.ShapeException if a name is missing, too many, or of another
   *     shape
   */
  public void requireShapes(Map<String, Shape> shapes) {
    List<String> missing = new ArrayList<>(shapes.keySet());
    missing.removeAll(tensors.keySet());
    List<String> unknown = new ArrayList<>(tensors.keySet());
    unknown.removeAll(shapes.keySet());
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw Problem.of("weights are not those of this network")
          .expected(shapes.isEmpty() ? "none" : String.join(", ", shapes.keySet()))
          .got(
              (tensors.isEmpty() ? "none" : String.join(", ", tensors.keySet()))
                  + (missing.isEmpty() ? "" : "; missing " + String.join(", ", missing))
                  + (unknown.isEmpty() ? "" : "; unknown " + String.join(", ", unknown)))
          .fix("load weights that were saved from the same network")
          .see("weights-do-not-fit")
          .asShapeException();
    }
    shapes.forEach(
        (name, shape) -> {
          if (!get(name).shape().equals(shape)) {
            throw Problem.of("weight '" + name + "' has another shape in this network")
                .expected(shape.toString())
                .got(get(name).shape().toString())
                .fix("load weights that were saved from the same network")
                .see("weights-do-not-fit")
                .asShapeException();
          }
        });
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights that
        && tensors.equals(that.tensors)
        && List.copyOf(tensors.keySet()).equals(List.copyOf(that.tensors.keySet()));
  }

  @Override
  public int hashCode() {
    return tensors.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("weights");
    tensors.forEach((name, tensor) -> text.append(' ').append(name).append(tensor.shape()));
    return text.toString();
  }

  /** Collects tensors in order. */
  public static final class Builder {
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a tensor; it belongs to the snapshot from here on.
     *
     * @throws IllegalArgumentException if there is one of this name already
     */
    public Builder add(String name, Tensor tensor) {
      if (tensors.putIfAbsent(name, tensor) != null) {
        throw new IllegalArgumentException("Weights: there are two of the name '" + name + "'");
      }
      return this;
    }

    /** Returns the snapshot. */
    public Weights build() {
      return new Weights(new LinkedHashMap<>(tensors));
    }
  }
}
