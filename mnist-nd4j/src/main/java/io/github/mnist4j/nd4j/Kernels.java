package io.github.mnist4j.nd4j;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.ActivationLayer;
import io.github.mnist4j.layers.ActivityRegularization;
import io.github.mnist4j.layers.AlphaDropout;
import io.github.mnist4j.layers.AveragePooling1D;
import io.github.mnist4j.layers.AveragePooling2D;
import io.github.mnist4j.layers.BatchNormalization;
import io.github.mnist4j.layers.Bidirectional;
import io.github.mnist4j.layers.Composite;
import io.github.mnist4j.layers.Concat;
import io.github.mnist4j.layers.Conv1D;
import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Conv2DTranspose;
import io.github.mnist4j.layers.Cropping2D;
import io.github.mnist4j.layers.Dense;
import io.github.mnist4j.layers.DepthwiseConv2D;
import io.github.mnist4j.layers.Dropout;
import io.github.mnist4j.layers.ELU;
import io.github.mnist4j.layers.Embedding;
import io.github.mnist4j.layers.Flatten;
import io.github.mnist4j.layers.GRU;
import io.github.mnist4j.layers.GaussianDropout;
import io.github.mnist4j.layers.GaussianNoise;
import io.github.mnist4j.layers.GlobalAveragePooling1D;
import io.github.mnist4j.layers.GlobalAveragePooling2D;
import io.github.mnist4j.layers.GlobalMaxPooling1D;
import io.github.mnist4j.layers.GlobalMaxPooling2D;
import io.github.mnist4j.layers.GroupNormalization;
import io.github.mnist4j.layers.Identity;
import io.github.mnist4j.layers.LSTM;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.LayerNormalization;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.layers.LeakyReLU;
import io.github.mnist4j.layers.MaxPooling1D;
import io.github.mnist4j.layers.MaxPooling2D;
import io.github.mnist4j.layers.Normalization;
import io.github.mnist4j.layers.PReLU;
import io.github.mnist4j.layers.Permute;
import io.github.mnist4j.layers.RandomBrightness;
import io.github.mnist4j.layers.RandomContrast;
import io.github.mnist4j.layers.RandomRotation;
import io.github.mnist4j.layers.RandomShear;
import io.github.mnist4j.layers.RandomTranslation;
import io.github.mnist4j.layers.RandomZoom;
import io.github.mnist4j.layers.ReLU;
import io.github.mnist4j.layers.RepeatVector;
import io.github.mnist4j.layers.Rescaling;
import io.github.mnist4j.layers.Reshape;
import io.github.mnist4j.layers.Residual;
import io.github.mnist4j.layers.SeparableConv2D;
import io.github.mnist4j.layers.SimpleRNN;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.layers.Softmax;
import io.github.mnist4j.layers.SpatialDropout2D;
import io.github.mnist4j.layers.Stack;
import io.github.mnist4j.layers.TimeDistributed;
import io.github.mnist4j.layers.UnitNormalization;
import io.github.mnist4j.layers.UpSampling1D;
import io.github.mnist4j.layers.UpSampling2D;
import io.github.mnist4j.layers.ZeroPadding2D;
import io.github.mnist4j.spi.NetworkSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The kernel of each layer: one line a layer. */
final class Kernels {
  private static final Map<Class<? extends Layer>, Maker<Layer>> MAKERS = new HashMap<>();

  static {
    put(ActivationLayer.class, (l, w) -> new ActivationKernel(l, w));
    put(ActivityRegularization.class, (l, w) -> PenalizedKernel.of(l, w));
    put(AlphaDropout.class, (l, w) -> new NoiseKernel(NoiseKernel.of(l), l.seed(), w));
    put(AveragePooling1D.class, (l, w) -> new AsImagesKernel(asImages(l), w));
    put(
        AveragePooling2D.class,
        (l, w) -> new PoolingKernel("avgpool2d", l.poolSize(), l.strides(), l.padding(), w));
    put(BatchNormalization.class, (l, w) -> new BatchNormalizationKernel(l, w));
    put(Conv2D.class, Kernels::convolution);
    put(Bidirectional.class, (l, w) -> new BidirectionalKernel(l, w));
    put(Concat.class, (l, w) -> new ConcatKernel(l, w));
    put(Conv1D.class, (l, w) -> ConvolutionKernel.of(l, w));
    put(Conv2DTranspose.class, (l, w) -> new Conv2DTransposeKernel(l, w));
    put(Cropping2D.class, (l, w) -> new GatherKernel(GatherKernel.of(l, w.spec().input()), w));
    put(Dense.class, (l, w) -> new DenseKernel(l, w));
    put(DepthwiseConv2D.class, (l, w) -> ConvolutionKernel.of(l, w));
    put(Dropout.class, (l, w) -> new DropoutKernel(l, w));
    put(ELU.class, (l, w) -> new PointwiseKernel(PointwiseKernel.of(l), w));
    put(Embedding.class, (l, w) -> new EmbeddingKernel(l, w));
    put(Flatten.class, (l, w) -> new ReshapeKernel(w));
    put(GRU.class, (l, w) -> new GRUKernel(l, w));
    put(GaussianDropout.class, (l, w) -> new NoiseKernel(NoiseKernel.of(l), l.seed(), w));
    put(GaussianNoise.class, (l, w) -> new NoiseKernel(NoiseKernel.of(l), l.seed(), w));
    put(GlobalAveragePooling1D.class, (l, w) -> new GlobalPoolingKernel(false, w));
    put(GlobalAveragePooling2D.class, (l, w) -> new GlobalPoolingKernel(false, w));
    put(GlobalMaxPooling1D.class, (l, w) -> new GlobalPoolingKernel(true, w));
    put(GlobalMaxPooling2D.class, (l, w) -> new GlobalPoolingKernel(true, w));
    put(GroupNormalization.class, (l, w) -> StandardizeKernel.of(l, w));
    put(Identity.class, (l, w) -> new ReshapeKernel(w));
    put(LSTM.class, (l, w) -> new LSTMKernel(l, w));
    put(LayerNormalization.class, (l, w) -> StandardizeKernel.of(l, w));
    put(LeakyReLU.class, (l, w) -> new PointwiseKernel(PointwiseKernel.of(l), w));
    put(MaxPooling1D.class, (l, w) -> new AsImagesKernel(asImages(l), w));
    put(
        MaxPooling2D.class,
        (l, w) -> new PoolingKernel("maxpool2d", l.poolSize(), l.strides(), l.padding(), w));
    put(Normalization.class, (l, w) -> new NormalizationKernel(l, w));
    put(PReLU.class, (l, w) -> new PReLUKernel(l, w));
    put(Permute.class, (l, w) -> new GatherKernel(GatherKernel.of(l, w.spec().input()), w));
    put(RandomBrightness.class, (l, w) -> RandomPixelsKernel.of(l, w));
    put(RandomContrast.class, (l, w) -> RandomPixelsKernel.of(l, w));
    put(RandomRotation.class, (l, w) -> RandomMovementKernel.of(l, w));
    put(RandomShear.class, (l, w) -> RandomMovementKernel.of(l, w));
    put(RandomTranslation.class, (l, w) -> RandomMovementKernel.of(l, w));
    put(RandomZoom.class, (l, w) -> RandomMovementKernel.of(l, w));
    put(ReLU.class, (l, w) -> new PointwiseKernel(PointwiseKernel.of(l), w));
    put(
        RepeatVector.class,
        (l, w) -> new GatherKernel(GatherKernel.repeated(w.spec().output()), w));
    put(Residual.class, (l, w) -> new ResidualKernel(l, w));
    put(Rescaling.class, (l, w) -> new PointwiseKernel(PointwiseKernel.of(l), w));
    put(Reshape.class, (l, w) -> new ReshapeKernel(w));
    put(SeparableConv2D.class, (l, w) -> new SeparableConv2DKernel(l, w));
    put(SimpleRNN.class, (l, w) -> new SimpleRNNKernel(l, w));
    put(Softmax.class, (l, w) -> new SoftmaxKernel(l, w));
    put(
        SpatialDropout2D.class,
        (l, w) -> new NoiseKernel(NoiseKernel.of(l, w.spec().input()), l.seed(), w));
    put(Stack.class, (l, w) -> new StackKernel(l, w));
    put(TimeDistributed.class, (l, w) -> new TimeDistributedKernel(l, w));
    put(UnitNormalization.class, (l, w) -> new UnitNormalizationKernel(l, w));
    put(UpSampling1D.class, (l, w) -> new GatherKernel(GatherKernel.of(l, w.spec().input()), w));
    put(UpSampling2D.class, (l, w) -> new GatherKernel(GatherKernel.of(l, w.spec().input()), w));
    put(ZeroPadding2D.class, (l, w) -> new GatherKernel(GatherKernel.of(l, w.spec().input()), w));
  }

  private interface Maker<L extends Layer> {
    Kernel make(L layer, Wiring wiring);
  }

  private Kernels() {}

  private static <L extends Layer> void put(Class<L> type, Maker<L> maker) {
    MAKERS.put(type, (layer, wiring) -> maker.make(type.cast(layer), wiring));
  }

  /** ND4J's operation has no groups, and its dilation is another one with padding. */
  private static Kernel convolution(Conv2D layer, Wiring wiring) {
    boolean plain = layer.groups() == 1 && layer.dilationRate().equals(Size.square(1));
    return plain ? new Conv2DKernel(layer, wiring) : ConvolutionKernel.of(layer, wiring);
  }

  static MaxPooling2D asImages(MaxPooling1D layer) {
    return Layers.MaxPooling2D(new Size(1, layer.poolSize()))
        .strides(1, layer.strides())
        .padding(layer.padding());
  }

  static AveragePooling2D asImages(AveragePooling1D layer) {
    return Layers.AveragePooling2D(new Size(1, layer.poolSize()))
        .strides(1, layer.strides())
        .padding(layer.padding());
  }

  static Kernel of(Wiring wiring) {
    Layer layer = wiring.spec().layer();
    Kernel kernel = MAKERS.get(layer.getClass()).make(layer, wiring);
    return layer.activityRegularizer() == null
        ? kernel
        : PenalizedKernel.of(kernel, layer.activityRegularizer(), wiring);
  }

  static boolean has(Class<? extends Layer> layer) {
    return MAKERS.containsKey(layer);
  }

  /** Returns whether there is a kernel for a layer, and for those inside of it. */
  private static boolean hasAll(Layer layer) {
    return has(layer.getClass())
        && (!(layer instanceof Composite composite)
            || composite.inner().stream().allMatch(Kernels::hasAll));
  }

  /** Requires a kernel for each layer, before any memory is taken. */
  static void requireAll(NetworkSpec network) {
    network.layers().stream()
        .filter(spec -> !hasAll(spec.layer()))
        .findFirst()
        .ifPresent(
            spec -> {
              Map<String, String> names = new TreeMap<>();
              MAKERS.keySet().forEach(type -> names.put(type.getSimpleName(), ""));
              throw Problem.of("the engine ND4J cannot run layer '" + spec.name() + "'")
                  .expected("one of " + String.join(", ", names.keySet()))
                  .got(spec.layer().className() + " (" + spec.layer().getClass().getName() + ")")
                  .see("no-kernel")
                  .asCompileException();
            });
  }
}
