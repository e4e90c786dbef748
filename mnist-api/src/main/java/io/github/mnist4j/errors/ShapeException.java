package io.github.mnist4j.errors;

/**
 * Thrown where a shape does not fit the layer, the data or the weights it meets.
 *
 * <pre>{@code
 * try {
 *   Sequential.of(Flatten(), Conv2D(32, 3)).build(Shape.of(28, 28, 1));
 * } catch (ShapeException e) {
 *   System.err.println(e.getMessage());     // layer 2 needs an image, and where to change what
 * }
 * }</pre>
 */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ShapeException(Problem problem) {
    super(problem.text());
    this.problem = problem;
  }

  /**
   * Returns this error with the place where it happened: a layer alone knows only its own shapes,
   * the network knows the layer's name and its neighbour's.
   *
   * @param layer what could not be done is said of this, such as {@code layer 5 'conv2d_2'
   *     (Conv2D)}
   * @param source where the shape came from, such as {@code layer 4 'flatten' (Flatten)}
   */
  public ShapeException in(String layer, String source) {
    return problem.in(layer, source).asShapeException();
  }
}
