package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds its input, or what a shortcut makes of it, to what its layers make of it: {@code y = f(x) +
 * x} (He et al. 2016). In Keras' files, layers of a functional model and an {@code Add}.
 *
 * <p>Shapes, per sample: x any; layers and shortcut must end in the same shape. Parameters are
 * named {@code inner layer/parameter}.
 *
 * <pre>{@code Residual(Conv2D(32, 3, relu).padding(SAME), Conv2D(32,
 * 3).padding(SAME)).shortcut(Conv2D(32, 1))}</pre>
 *
 * @param layers the layers, first to last, at least one
 * @param shortcut what the input goes through before it is added; none: it is added as it is
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Residual(List<Layer> layers, List<Layer> shortcut, @Nullable String name)
    implements Composite {
  /** Checks the ranges. */
  public Residual {
    Check.notNull(layers, "Residual", "layers");
    Check.notNull(shortcut, "Residual", "shortcut");
    List<Layer> all = Inner.named(layers, shortcut, "Residual");
    layers = all.subList(0, layers.size());
    shortcut = all.subList(layers.size(), all.size());
  }

  @Override
  public List<Layer> inner() {
    return Stream.concat(layers.stream(), shortcut.stream()).toList();
  }

  @Override
  public List<Shape> innerInputs(Shape input) {
    return Stream.concat(Inner.chain(layers, input).stream(), Inner.chain(shortcut, input).stream())
        .toList();
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape made = Inner.end(layers, input);
    Shape added = Inner.end(shortcut, input);
    if (!made.equals(added)) {
      throw Problem.of(
              "cannot add what its layers make to its "
                  + (shortcut.isEmpty() ? "input" : "shortcut"))
          .expected("the same shape, " + added)
          .got(made.toString())
          .fix("use padding(SAME), or .shortcut(Conv2D(channels, 1))")
          .see("residual")
          .asShapeException();
    }
    return made;
  }

  /** Returns the same layer with layers that the input goes through before it is added. */
  public Residual shortcut(Layer... layers) {
    return new Residual(this.layers, List.of(layers), name);
  }

  @Override
  public Residual name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Residual"));
  }
}
