package io.github.mnist4j.layers;

import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer that is made of layers. Its parameters are theirs, named {@code inner layer/parameter}.
 *
 * <pre>{@code
 * Composite both = Bidirectional(LSTM(32));
 * both.inner();     // the layer forwards, and the one backwards
 * }</pre>
 */
public interface Composite extends Layer {
  /** Returns the layers inside, each under a name of its own. */
  List<Layer> inner();

  /**
   * Returns the shape of a sample before each of the layers inside.
   *
   * @throws io.github.mnist4j.errors.ShapeException if one of them cannot take its samples
   */
  List<Shape> innerInputs(Shape input);

  @Override
  default List<ParamSpec> params(Shape input) {
    List<Layer> inner = inner();
    List<Shape> inputs = innerInputs(input);
    List<ParamSpec> params = new ArrayList<>();
    for (int i = 0; i < inner.size(); i++) {
      String name = inner.get(i).name();
      inner.get(i).params(inputs.get(i)).forEach(param -> params.add(param.inside(name)));
    }
    return params;
  }
}
