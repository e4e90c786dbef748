package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolution over height and width: {@code y[i,j,o] = activation(bias[o] + Σ x[i·s+u, j·s+v, c] ·
 * kernel[u,v,c,o])}.
 *
 * <p>It is a cross-correlation, as in every library for networks: the kernel is not turned.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, kernel {@code (kernel height, kernel
 * width, channels, filters)}, bias {@code (filters)}, y {@code (places down, places across,
 * filters)}; see {@link Padding}. Defaults follow Keras: stride 1, padding valid, no activation,
 * Glorot-uniform kernel, zero bias.
 *
 * <pre>{@code Conv2D(32, 3, relu).strides(2).padding(SAME)}</pre>
 *
 * @param filters channels of the output, at least 1
 * @param kernelSize the window
 * @param strides the window's step
 * @param padding what happens at the border
 * @param activation applied to the output
 * @param useBias whether a bias is added
 * @param kernelInitializer fills the kernel
 * @param biasInitializer fills the bias
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Conv2D(
    int filters,
    Size kernelSize,
    Size strides,
    Padding padding,
    Activation activation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer biasInitializer,
    @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public Conv2D {
    Check.atLeast(1, filters, "Conv2D", "filters");
    Check.notNull(kernelSize, "Conv2D", "kernelSize");
    Check.notNull(strides, "Conv2D", "strides");
    Check.notNull(padding, "Conv2D", "padding");
    Check.notNull(activation, "Conv2D", "activation");
    Check.notNull(kernelInitializer, "Conv2D", "kernelInitializer");
    Check.notNull(biasInitializer, "Conv2D", "biasInitializer");
  }

  @Override
  public Shape outputShape(Shape input) {
    return Images.places(input, kernelSize, strides, padding, filters);
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    Shape kernel = Shape.of(kernelSize.height(), kernelSize.width(), input.dim(2), filters);
    List<ParamSpec> params = new ArrayList<>();
    params.add(ParamSpec.of("kernel", kernel, kernelInitializer));
    if (useBias) {
      params.add(ParamSpec.of("bias", Shape.of(filters), biasInitializer));
    }
    return params;
  }

  /** Returns the same layer with a step of {@code height} down and {@code width} across. */
  public Conv2D strides(int height, int width) {
    Size strides = new Size(height, width);
    return new Conv2D(
        filters,
        kernelSize,
        strides,
        padding,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        name);
  }

  /** Returns the same layer with the same step down and across. */
  public Conv2D strides(int step) {
    return strides(step, step);
  }

  /** Returns the same layer with another padding. */
  public Conv2D padding(Padding padding) {
    return new Conv2D(
        filters,
        kernelSize,
        strides,
        padding,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        name);
  }

  /** Returns the same layer with another activation. */
  public Conv2D activation(Activation activation) {
    return new Conv2D(
        filters,
        kernelSize,
        strides,
        padding,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        name);
  }

  /** Returns the same layer with or without a bias. */
  public Conv2D useBias(boolean useBias) {
    return new Conv2D(
        filters,
        kernelSize,
        strides,
        padding,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        name);
  }

  /** Returns the same layer with another initializer of its kernel. */
  public Conv2D kernelInitializer(Initializer kernelInitializer) {
    return new Conv2D(
        filters,
        kernelSize,
        strides,
        padding,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        name);
  }

  /** Returns the same layer with another initializer of its bias. */
  public Conv2D biasInitializer(Initializer biasInitializer) {
    return new Conv2D(
        filters,
        kernelSize,
        strides,
        padding,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        name);
  }

  @Override
  public Conv2D name(String name) {
    return new Conv2D(
        filters,
        kernelSize,
        strides,
        padding,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        Check.layerName(name, "Conv2D"));
  }
}
