package io.github.mnist4j.layers;

import io.github.mnist4j.tensor.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes layers with Keras' defaults, to be imported statically; and {@link #TYPES}, the catalogue
 * of those there are.
 *
 * <p>These methods carry their layer's capitalised name, against Java's habit and on purpose: a
 * network should read as it does in Keras. Every other factory of this library is written in lower
 * camel case.
 *
 * <pre>{@code
 * import static io.github.mnist4j.layers.Activation.*;
 * import static io.github.mnist4j.layers.Layers.*;
 *
 * Sequential.of(Conv2D(32, 3, relu), MaxPool(2), Flatten(), Dense(10))
 * }</pre>
 */
public final class Layers {
  /** Every layer there is, by Keras' {@code class_name}; files are read with it. */
  public static final Map<String, Type> TYPES =
      types(
          new Type(Input(1), "batch_shape"),
          new Type(Conv2D(1, 1), "filters", "kernel_size"),
          new Type(MaxPooling2D(2)),
          new Type(AveragePooling2D(2)),
          new Type(Flatten()),
          new Type(Dense(1), "units"),
          new Type(Dropout(0), "rate"),
          new Type(Activation(Activation.linear), "activation"));

  /**
   * A kind of layer.
   *
   * @param prototype one of the kind, with Keras' defaults
   * @param required the config keys that have no default
   */
  public record Type(Layer prototype, Set<String> required) {
    Type(Layer prototype, String... required) {
      this(prototype, Set.of(required));
    }
  }

  private Layers() {}

  private static Map<String, Type> types(Type... types) {
    Map<String, Type> byName = new TreeMap<>();
    for (Type type : List.of(types)) {
      byName.put(type.prototype().className(), type);
    }
    return java.util.Collections.unmodifiableMap(byName);
  }

  /** Says what shape the samples have; first in a network, or nowhere. */
  public static InputLayer Input(int... shape) {
    return new InputLayer(Shape.of(shape), null);
  }

  /** Convolution without an activation. */
  public static Conv2D Conv2D(int filters, int kernelSize) {
    return Conv2D(filters, kernelSize, Activation.linear);
  }

  /** Convolution with a square window. */
  public static Conv2D Conv2D(int filters, int kernelSize, Activation activation) {
    return Conv2D(filters, Size.square(kernelSize), activation);
  }

  /** Convolution with a window of any size. */
  public static Conv2D Conv2D(int filters, Size kernelSize, Activation activation) {
    return new Conv2D(
        filters,
        kernelSize,
        Size.square(1),
        Padding.VALID,
        activation,
        true,
        Initializers.glorotUniform(),
        Initializers.zeros(),
        null);
  }

  /**
   * Keeps the greatest of each square window; Keras' second name for {@link #MaxPooling2D(int)}.
   */
  public static MaxPooling2D MaxPool(int poolSize) {
    return MaxPooling2D(poolSize);
  }

  /** Keeps the greatest of each square window. */
  public static MaxPooling2D MaxPooling2D(int poolSize) {
    return MaxPooling2D(Size.square(poolSize));
  }

  /** Keeps the greatest of each window. */
  public static MaxPooling2D MaxPooling2D(Size poolSize) {
    return new MaxPooling2D(poolSize, poolSize, Padding.VALID, null);
  }

  /**
   * Keeps the mean of each square window; Keras' second name for {@link #AveragePooling2D(int)}.
   */
  public static AveragePooling2D AvgPool(int poolSize) {
    return AveragePooling2D(poolSize);
  }

  /** Keeps the mean of each square window. */
  public static AveragePooling2D AveragePooling2D(int poolSize) {
    return AveragePooling2D(Size.square(poolSize));
  }

  /** Keeps the mean of each window. */
  public static AveragePooling2D AveragePooling2D(Size poolSize) {
    return new AveragePooling2D(poolSize, poolSize, Padding.VALID, null);
  }

  /** Lays a sample's numbers in one row. */
  public static Flatten Flatten() {
    return new Flatten(null);
  }

  /** Fully connected layer without an activation. */
  public static Dense Dense(int units) {
    return Dense(units, Activation.linear);
  }

  /** Fully connected layer. */
  public static Dense Dense(int units, Activation activation) {
    return new Dense(
        units, activation, true, Initializers.glorotUniform(), Initializers.zeros(), null);
  }

  /** Sets a part of the numbers to zero while training. */
  public static Dropout Dropout(double rate) {
    return new Dropout(rate, null, null);
  }

  /** An activation as a layer of its own. */
  public static ActivationLayer Activation(Activation activation) {
    return new ActivationLayer(activation, null);
  }

  /**
   * Returns a class name as Keras makes layer names of it: {@code MaxPooling2D} becomes {@code
   * max_pooling2d}.
   */
  public static String snakeCase(String className) {
    return className
        .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
