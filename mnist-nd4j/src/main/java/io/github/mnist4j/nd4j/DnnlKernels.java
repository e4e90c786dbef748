package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.ActivationLayer;
import io.github.mnist4j.layers.AveragePooling1D;
import io.github.mnist4j.layers.AveragePooling2D;
import io.github.mnist4j.layers.BatchNormalization;
import io.github.mnist4j.layers.Conv1D;
import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Conv2DTranspose;
import io.github.mnist4j.layers.Cropping2D;
import io.github.mnist4j.layers.Dense;
import io.github.mnist4j.layers.DepthwiseConv2D;
import io.github.mnist4j.layers.Dropout;
import io.github.mnist4j.layers.ELU;
import io.github.mnist4j.layers.Flatten;
import io.github.mnist4j.layers.GlobalAveragePooling1D;
import io.github.mnist4j.layers.GlobalAveragePooling2D;
import io.github.mnist4j.layers.Identity;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.LeakyReLU;
import io.github.mnist4j.layers.MaxPooling1D;
import io.github.mnist4j.layers.MaxPooling2D;
import io.github.mnist4j.layers.ReLU;
import io.github.mnist4j.layers.Reshape;
import io.github.mnist4j.layers.Residual;
import io.github.mnist4j.layers.SeparableConv2D;
import io.github.mnist4j.layers.Stack;
import io.github.mnist4j.layers.UpSampling2D;
import io.github.mnist4j.layers.ZeroPadding2D;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.jspecify.annotations.Nullable;

/**
 * The kernels on oneDNN: one line a layer; what is not listed, has an odd option, or adds its
 * output to the loss, is bridged.
 */
final class DnnlKernels {
  private static final Map<Class<? extends Layer>, Maker<Layer>> MAKERS = new HashMap<>();

  static {
    put(ActivationLayer.class, DnnlKernels::activation);
    put(
        AveragePooling1D.class,
        (l, w) -> new DnnlAsImages(w, images -> average(Kernels.asImages(l), images)));
    put(AveragePooling2D.class, DnnlKernels::average);
    put(BatchNormalization.class, DnnlKernels::normalization);
    put(
        Conv1D.class,
        (l, w) ->
            new DnnlAsImages(
                w,
                images -> new DnnlConvolutionKernel(DnnlConvolution.of(l, images), images, false)));
    put(
        Conv2D.class,
        (l, w) ->
            new DnnlConvolutionKernel(DnnlConvolution.of(l, w), w, w.fusions().leavesMaskToPool()));
    put(Conv2DTranspose.class, (l, w) -> new DnnlTransposedKernel(DnnlConvolution.of(l, w), w));
    put(Cropping2D.class, (l, w) -> new DnnlMarginsKernel(l.cropping(), false, w));
    put(Dense.class, (l, w) -> new DnnlDenseKernel(l, w));
    put(
        DepthwiseConv2D.class,
        (l, w) -> new DnnlConvolutionKernel(DnnlConvolution.of(l, w), w, false));
    put(
        Dropout.class,
        (l, w) -> w.training() && l.rate() > 0 ? new DnnlDropoutKernel(l, w) : new DnnlDone(w));
    put(ELU.class, (l, w) -> eltwise(DnnlEltwise.of(l), w));
    put(Flatten.class, (l, w) -> new DnnlFlatten(w));
    put(GlobalAveragePooling1D.class, (l, w) -> new DnnlGlobalAverage(w));
    put(GlobalAveragePooling2D.class, (l, w) -> new DnnlGlobalAverage(w));
    put(Identity.class, (l, w) -> new DnnlDone(w));
    put(LeakyReLU.class, (l, w) -> eltwise(DnnlEltwise.of(l), w));
    put(
        MaxPooling1D.class,
        (l, w) -> new DnnlAsImages(w, images -> greatest(Kernels.asImages(l), images)));
    put(MaxPooling2D.class, DnnlKernels::greatest);
    put(ReLU.class, DnnlKernels::relu);
    put(Reshape.class, (l, w) -> new DnnlReshape(w));
    put(Residual.class, (l, w) -> new DnnlResidual(l, w));
    put(SeparableConv2D.class, (l, w) -> new DnnlSeparableKernel(l, w));
    put(Stack.class, (l, w) -> new DnnlChain(l, 0, l.layers().size(), w));
    put(UpSampling2D.class, (l, w) -> new DnnlResamplingKernel(l, w));
    put(ZeroPadding2D.class, (l, w) -> new DnnlMarginsKernel(l.padding(), true, w));
  }

  private static DnnlKernel activation(ActivationLayer layer, DnnlWiring wiring) {
    return wiring.fusions().isDoneBefore()
        ? new DnnlDone(wiring)
        : new DnnlActivationKernel(
            DnnlActivation.apart(layer.activation(), wiring.tape(), wiring.n()), wiring);
  }

  private static @Nullable DnnlKernel relu(ReLU layer, DnnlWiring wiring) {
    return wiring.fusions().isDoneBefore()
        ? new DnnlDone(wiring)
        : eltwise(DnnlEltwise.of(layer), wiring);
  }

  private static @Nullable DnnlKernel eltwise(@Nullable DnnlEltwise function, DnnlWiring wiring) {
    return function == null
        ? null
        : new DnnlActivationKernel(
            DnnlActivation.apart(function, wiring.tape(), wiring.n()), wiring);
  }

  private static @Nullable DnnlKernel normalization(BatchNormalization layer, DnnlWiring wiring) {
    return DnnlBatchNormalizationKernel.has(layer, wiring.spec().input())
        ? new DnnlBatchNormalizationKernel(layer, wiring, wiring.fusions().doesReluBehind())
        : null;
  }

  private static DnnlKernel average(AveragePooling2D layer, DnnlWiring wiring) {
    return new DnnlPoolingKernel(
        dnnl.algorithm.pooling_avg_exclude_padding,
        layer.poolSize(),
        layer.strides(),
        layer.padding(),
        wiring,
        false);
  }

  private static DnnlKernel greatest(MaxPooling2D layer, DnnlWiring wiring) {
    return new DnnlPoolingKernel(
        dnnl.algorithm.pooling_max,
        layer.poolSize(),
        layer.strides(),
        layer.padding(),
        wiring,
        wiring.fusions().masksForConvolution());
  }

  private interface Maker<L extends Layer> {
    @Nullable DnnlKernel make(L layer, DnnlWiring wiring);
  }

  private DnnlKernels() {}

  private static <L extends Layer> void put(Class<L> type, Maker<L> maker) {
    MAKERS.put(type, (layer, wiring) -> maker.make(type.cast(layer), wiring));
  }

  /** Returns a layer's kernel. */
  static DnnlKernel of(DnnlWiring wiring) {
    Layer layer = wiring.spec().layer();
    Maker<Layer> maker = MAKERS.get(layer.getClass());
    DnnlKernel kernel = null;
    if (maker != null && layer.activityRegularizer() == null) {
      kernel =
          DnnlActivation.has(layer.activation())
              ? maker.make(layer, wiring)
              : DnnlActivated.of(wiring);
    }
    return kernel == null ? new DnnlBridge(wiring) : kernel;
  }
}
