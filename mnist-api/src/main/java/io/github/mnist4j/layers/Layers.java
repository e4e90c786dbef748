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
          new Type(Conv2D(6, 1), "filters", "kernel_size"),
          new Type(Conv1D(6, 1), "filters", "kernel_size"),
          new Type(DepthwiseConv2D(1), "kernel_size"),
          new Type(SeparableConv2D(1, 1), "filters", "kernel_size"),
          new Type(Conv2DTranspose(1, 1), "filters", "kernel_size"),
          new Type(MaxPooling2D(2)),
          new Type(AveragePooling2D(2)),
          new Type(Flatten()),
          new Type(Dense(1), "units"),
          new Type(Dropout(0), "rate"),
          new Type(Activation(Activation.linear), "activation"),
          new Type(MaxPooling1D(2)),
          new Type(AveragePooling1D(2)),
          new Type(GlobalAveragePooling1D()),
          new Type(GlobalAveragePooling2D()),
          new Type(GlobalMaxPooling1D()),
          new Type(GlobalMaxPooling2D()),
          new Type(ZeroPadding2D(1)),
          new Type(Cropping2D(0)),
          new Type(UpSampling1D(2)),
          new Type(UpSampling2D(2)),
          new Type(Reshape(-1), "target_shape"),
          new Type(Permute(1), "dims"),
          new Type(RepeatVector(1), "n"),
          new Type(SpatialDropout2D(0), "rate"),
          new Type(GaussianNoise(0), "stddev"),
          new Type(GaussianDropout(0), "rate"),
          new Type(AlphaDropout(0), "rate"),
          new Type(RandomTranslation(0, 0), "height_factor", "width_factor"),
          new Type(RandomRotation(0), "factor"),
          new Type(RandomZoom(0), "height_factor"),
          new Type(RandomShear(0, 0)),
          new Type(RandomBrightness(0), "factor"),
          new Type(RandomContrast(0), "factor"),
          new Type(ReLU()),
          new Type(LeakyReLU(0.3)),
          new Type(ELU(1)),
          new Type(Softmax()),
          new Type(Rescaling(1), "scale"),
          new Type(UnitNormalization()),
          new Type(ActivityRegularization(0, 0)),
          new Type(Identity()),
          new Type(BatchNormalization()),
          new Type(LayerNormalization()),
          new Type(GroupNormalization(32)),
          new Type(PReLU()),
          new Type(Normalization()),
          new Type(Embedding(1, 1), "input_dim", "output_dim"),
          new Type(SimpleRNN(1), "units"),
          new Type(LSTM(1), "units"),
          new Type(GRU(1), "units"),
          new Type(Stack(Identity()), "layers"),
          new Type(Residual(Identity()), "layers"),
          new Type(Concat(Identity(), Identity()), "branches"),
          new Type(TimeDistributed(Identity()), "layer"),
          new Type(Bidirectional(LSTM(1)), "layer"));

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
        Size.square(1),
        1,
        activation,
        true,
        Initializers.glorotUniform(),
        Initializers.zeros(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Convolution over steps, without an activation. */
  public static Conv1D Conv1D(int filters, int kernelSize) {
    return Conv1D(filters, kernelSize, Activation.linear);
  }

  /** Convolution over steps. */
  public static Conv1D Conv1D(int filters, int kernelSize, Activation activation) {
    return new Conv1D(
        filters,
        kernelSize,
        1,
        Padding.VALID,
        1,
        1,
        activation,
        true,
        Initializers.glorotUniform(),
        Initializers.zeros(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Convolution of each channel by itself, with a square window. */
  public static DepthwiseConv2D DepthwiseConv2D(int kernelSize) {
    return DepthwiseConv2D(Size.square(kernelSize));
  }

  /** Convolution of each channel by itself. */
  public static DepthwiseConv2D DepthwiseConv2D(Size kernelSize) {
    return new DepthwiseConv2D(
        kernelSize,
        Size.square(1),
        Padding.VALID,
        1,
        Size.square(1),
        Activation.linear,
        true,
        Initializers.glorotUniform(),
        Initializers.zeros(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Convolution of each channel by itself, then a 1x1 convolution; with a square window. */
  public static SeparableConv2D SeparableConv2D(int filters, int kernelSize) {
    return SeparableConv2D(filters, Size.square(kernelSize));
  }

  /** Convolution of each channel by itself, then a 1x1 convolution. */
  public static SeparableConv2D SeparableConv2D(int filters, Size kernelSize) {
    return new SeparableConv2D(
        filters,
        kernelSize,
        Size.square(1),
        Padding.VALID,
        1,
        Size.square(1),
        Activation.linear,
        true,
        Initializers.glorotUniform(),
        Initializers.glorotUniform(),
        Initializers.zeros(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The way back through a convolution with a square window. */
  public static Conv2DTranspose Conv2DTranspose(int filters, int kernelSize) {
    return Conv2DTranspose(filters, Size.square(kernelSize));
  }

  /** The way back through a convolution. */
  public static Conv2DTranspose Conv2DTranspose(int filters, Size kernelSize) {
    return new Conv2DTranspose(
        filters,
        kernelSize,
        Size.square(1),
        Padding.VALID,
        Size.square(1),
        Activation.linear,
        true,
        Initializers.glorotUniform(),
        Initializers.zeros(),
        null,
        null,
        null,
        null,
        null,
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
        units,
        activation,
        true,
        Initializers.glorotUniform(),
        Initializers.zeros(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Sets a part of the numbers to zero while training. */
  public static Dropout Dropout(double rate) {
    return new Dropout(rate, null, null);
  }

  /** An activation as a layer of its own. */
  public static ActivationLayer Activation(Activation activation) {
    return new ActivationLayer(activation, null);
  }

  /** Keeps the greatest of each window of steps. */
  public static MaxPooling1D MaxPooling1D(int poolSize) {
    return new MaxPooling1D(poolSize, poolSize, Padding.VALID, null);
  }

  /** Keeps the mean of each window of steps. */
  public static AveragePooling1D AveragePooling1D(int poolSize) {
    return new AveragePooling1D(poolSize, poolSize, Padding.VALID, null);
  }

  /** Keeps the mean of each channel over all steps. */
  public static GlobalAveragePooling1D GlobalAveragePooling1D() {
    return new GlobalAveragePooling1D(false, null);
  }

  /** Keeps the mean of each channel over the whole image. */
  public static GlobalAveragePooling2D GlobalAveragePooling2D() {
    return new GlobalAveragePooling2D(false, null);
  }

  /** Keeps the greatest of each channel over all steps. */
  public static GlobalMaxPooling1D GlobalMaxPooling1D() {
    return new GlobalMaxPooling1D(false, null);
  }

  /** Keeps the greatest of each channel over the whole image. */
  public static GlobalMaxPooling2D GlobalMaxPooling2D() {
    return new GlobalMaxPooling2D(false, null);
  }

  /** Puts the same number of zeros on each side of an image. */
  public static ZeroPadding2D ZeroPadding2D(int pixels) {
    return ZeroPadding2D(Margins.all(pixels));
  }

  /** Puts zeros around an image. */
  public static ZeroPadding2D ZeroPadding2D(Margins padding) {
    return new ZeroPadding2D(padding, null);
  }

  /** Cuts the same number of pixels off each side of an image. */
  public static Cropping2D Cropping2D(int pixels) {
    return Cropping2D(Margins.all(pixels));
  }

  /** Cuts pixels off an image. */
  public static Cropping2D Cropping2D(Margins cropping) {
    return new Cropping2D(cropping, null);
  }

  /** Makes a sequence some times as long. */
  public static UpSampling1D UpSampling1D(int size) {
    return new UpSampling1D(size, null);
  }

  /** Makes an image some times as large, each pixel a block. */
  public static UpSampling2D UpSampling2D(int size) {
    return UpSampling2D(Size.square(size));
  }

  /** Makes an image some times as high and as wide, each pixel a block. */
  public static UpSampling2D UpSampling2D(Size size) {
    return new UpSampling2D(size, Interpolation.NEAREST, null);
  }

  /** Lays a sample's numbers out in another shape; one size may be −1, for what is left. */
  public static Reshape Reshape(int... targetShape) {
    return new Reshape(list(targetShape), null);
  }

  /** Changes the order of a sample's axes, counted from 1. */
  public static Permute Permute(int... dims) {
    return new Permute(list(dims), null);
  }

  /** Repeats a vector. */
  public static RepeatVector RepeatVector(int n) {
    return new RepeatVector(n, null);
  }

  /** Sets whole channels to zero while training. */
  public static SpatialDropout2D SpatialDropout2D(double rate) {
    return new SpatialDropout2D(rate, null, null);
  }

  /** Adds normal noise while training. */
  public static GaussianNoise GaussianNoise(double stddev) {
    return new GaussianNoise(stddev, null, null);
  }

  /** Multiplies by normal noise while training. */
  public static GaussianDropout GaussianDropout(double rate) {
    return new GaussianDropout(rate, null, null);
  }

  /** Dropout for networks of selu. */
  public static AlphaDropout AlphaDropout(double rate) {
    return new AlphaDropout(rate, null, null);
  }

  /** Moves images while training, up to parts of their height and width. */
  public static RandomTranslation RandomTranslation(double heightFactor, double widthFactor) {
    return RandomTranslation(Range.around(heightFactor), Range.around(widthFactor));
  }

  /** Moves images down and to the right while training, by parts that are drawn. */
  public static RandomTranslation RandomTranslation(Range heightFactor, Range widthFactor) {
    return new RandomTranslation(
        heightFactor, widthFactor, FillMode.REFLECT, Interpolation.BILINEAR, null, 0, null);
  }

  /** Turns images while training, up to a part of a whole turn. */
  public static RandomRotation RandomRotation(double factor) {
    return RandomRotation(Range.around(factor));
  }

  /** Turns images counter-clockwise while training, by a part of a whole turn that is drawn. */
  public static RandomRotation RandomRotation(Range factor) {
    return new RandomRotation(factor, FillMode.REFLECT, Interpolation.BILINEAR, null, 0, null);
  }

  /** Makes what images show smaller or larger while training, in both directions alike. */
  public static RandomZoom RandomZoom(double factor) {
    return new RandomZoom(
        Range.around(factor), null, FillMode.REFLECT, Interpolation.BILINEAR, null, 0, null);
  }

  /** Makes what images show smaller or larger while training, by factors that are drawn. */
  public static RandomZoom RandomZoom(Range heightFactor, Range widthFactor) {
    return new RandomZoom(
        heightFactor, widthFactor, FillMode.REFLECT, Interpolation.BILINEAR, null, 0, null);
  }

  /** Makes images slant while training. */
  public static RandomShear RandomShear(double xFactor, double yFactor) {
    return RandomShear(Range.around(xFactor), Range.around(yFactor));
  }

  /** Makes images slant while training, by factors that are drawn. */
  public static RandomShear RandomShear(Range xFactor, Range yFactor) {
    return new RandomShear(
        xFactor, yFactor, FillMode.REFLECT, Interpolation.BILINEAR, null, 0, null);
  }

  /** Makes images brighter or darker while training, up to a part of the range of values. */
  public static RandomBrightness RandomBrightness(double factor) {
    return RandomBrightness(Range.around(factor));
  }

  /** Makes images brighter or darker while training, by a part of their range that is drawn. */
  public static RandomBrightness RandomBrightness(Range factor) {
    return new RandomBrightness(factor, new Range(0, 255), null, null);
  }

  /** Raises the contrast of images while training, up to 1 + {@code factor}, as Keras does. */
  public static RandomContrast RandomContrast(double factor) {
    return RandomContrast(new Range(0, Math.abs(factor)));
  }

  /** Changes the contrast of images while training, from 1 − lower to 1 + upper. */
  public static RandomContrast RandomContrast(Range factor) {
    return new RandomContrast(factor, new Range(0, 255), null, null);
  }

  /** Rectified linear unit as a layer of its own. */
  public static ReLU ReLU() {
    return new ReLU(null, 0, 0, null);
  }

  /** Rectified linear unit with a slope of 0.3 below zero, Keras' default for the layer. */
  public static LeakyReLU LeakyReLU() {
    return LeakyReLU(0.3);
  }

  /** Rectified linear unit with a slope below zero. */
  public static LeakyReLU LeakyReLU(double negativeSlope) {
    return new LeakyReLU(negativeSlope, null);
  }

  /** Exponential linear unit. */
  public static ELU ELU(double alpha) {
    return new ELU(alpha, null);
  }

  /** Probabilities over the last axis. */
  public static Softmax Softmax() {
    return Softmax(-1);
  }

  /** Probabilities over an axis, as Keras counts them. */
  public static Softmax Softmax(int axis) {
    return new Softmax(axis, null);
  }

  /** Multiplies by a number. */
  public static Rescaling Rescaling(double scale) {
    return new Rescaling(scale, 0, null);
  }

  /** Makes the length of the last axis' vectors 1. */
  public static UnitNormalization UnitNormalization() {
    return new UnitNormalization(List.of(-1), null);
  }

  /** Adds a penalty on its input to the loss. */
  public static ActivityRegularization ActivityRegularization(double l1, double l2) {
    return new ActivityRegularization(l1, l2, null);
  }

  /** Passes its input on. */
  public static Identity Identity() {
    return new Identity(null);
  }

  /** Makes each channel's mean 0 and its variance 1 over the batch. */
  public static BatchNormalization BatchNormalization() {
    return new BatchNormalization(
        -1,
        0.99,
        1e-3,
        true,
        true,
        Initializers.zeros(),
        Initializers.ones(),
        Initializers.zeros(),
        Initializers.ones(),
        null,
        null,
        null,
        null,
        null);
  }

  /** Makes each sample's mean 0 and its variance 1 over the last axis. */
  public static LayerNormalization LayerNormalization() {
    return new LayerNormalization(
        List.of(-1),
        1e-3,
        true,
        true,
        Initializers.zeros(),
        Initializers.ones(),
        null,
        null,
        null,
        null,
        null);
  }

  /** Makes the mean of each group of channels 0 and its variance 1. */
  public static GroupNormalization GroupNormalization(int groups) {
    return new GroupNormalization(
        groups,
        -1,
        1e-3,
        true,
        true,
        Initializers.zeros(),
        Initializers.ones(),
        null,
        null,
        null,
        null,
        null);
  }

  /** Rectified linear unit that learns its slope below zero. */
  public static PReLU PReLU() {
    return new PReLU(Initializers.zeros(), null, null, null, null);
  }

  /** Takes a mean away and divides by a deviation, both of each place of the last axis. */
  public static Normalization Normalization() {
    return new Normalization(List.of(-1), null, null, false, null);
  }

  /** Takes whole numbers as rows of a table that is learned. */
  public static Embedding Embedding(int inputDim, int outputDim) {
    return new Embedding(
        inputDim, outputDim, Initializers.randomUniform(-0.05, 0.05), null, null, null);
  }

  /** Recurrent layer whose state is its output. */
  public static SimpleRNN SimpleRNN(int units) {
    return new SimpleRNN(
        units,
        Activation.tanh,
        true,
        Initializers.glorotUniform(),
        Initializers.orthogonal(),
        Initializers.zeros(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        false,
        false,
        null,
        null);
  }

  /** Long short-term memory. */
  public static LSTM LSTM(int units) {
    return new LSTM(
        units,
        Activation.tanh,
        Activation.sigmoid,
        true,
        Initializers.glorotUniform(),
        Initializers.orthogonal(),
        Initializers.zeros(),
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        false,
        false,
        null,
        null);
  }

  /** Gated recurrent unit. */
  public static GRU GRU(int units) {
    return new GRU(
        units,
        Activation.tanh,
        Activation.sigmoid,
        true,
        Initializers.glorotUniform(),
        Initializers.orthogonal(),
        Initializers.zeros(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        false,
        false,
        true,
        null,
        null);
  }

  /** A stack of layers as one layer. */
  public static Stack Stack(Layer... layers) {
    return new Stack(List.of(layers), null);
  }

  /** Adds its input to what its layers make of it. */
  public static Residual Residual(Layer... layers) {
    return new Residual(List.of(layers), List.of(), null);
  }

  /** Lays side by side what several layers make of its input. */
  public static Concat Concat(Layer... branches) {
    return new Concat(List.of(branches), null);
  }

  /** Does with each step of a sequence what a layer does with a sample. */
  public static TimeDistributed TimeDistributed(Layer layer) {
    return new TimeDistributed(layer, null);
  }

  /** Runs a recurrent layer over a sequence in both directions. */
  public static Bidirectional Bidirectional(Recurrent layer) {
    return new Bidirectional(layer, Bidirectional.Merge.CONCAT, null, null);
  }

  private static List<Integer> list(int... numbers) {
    return java.util.Arrays.stream(numbers).boxed().toList();
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
