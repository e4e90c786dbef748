package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.ActivationLayer;
import io.github.mnist4j.layers.AveragePooling2D;
import io.github.mnist4j.layers.BatchNormalization;
import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Dense;
import io.github.mnist4j.layers.Flatten;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.MaxPooling2D;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.jspecify.annotations.Nullable;

/**
 * The kernels on oneDNN: one line a layer; what is not listed, or has an odd option, is bridged.
 */
final class DnnlKernels {
  private static final Map<Class<? extends Layer>, Maker<Layer>> MAKERS = new HashMap<>();

  static {
    put(
        ActivationLayer.class,
        (l, w) -> w.fusions().isDoneBefore() ? new DnnlDone(w) : new DnnlActivationKernel(l, w));
    put(
        AveragePooling2D.class,
        (l, w) ->
            new DnnlPoolingKernel(
                dnnl.algorithm.pooling_avg_exclude_padding,
                l.poolSize(),
                l.strides(),
                l.padding(),
                w,
                false));
    put(
        BatchNormalization.class,
        (l, w) ->
            DnnlBatchNormalizationKernel.has(l, w.spec().input())
                ? new DnnlBatchNormalizationKernel(l, w, w.fusions().doesReluBehind())
                : null);
    put(
        Conv2D.class,
        (l, w) ->
            DnnlConv2DKernel.has(l)
                ? new DnnlConv2DKernel(l, w, w.fusions().leavesMaskToPool())
                : null);
    put(Dense.class, (l, w) -> new DnnlDenseKernel(l, w));
    put(Flatten.class, (l, w) -> new DnnlFlatten(w));
    put(
        MaxPooling2D.class,
        (l, w) ->
            new DnnlPoolingKernel(
                dnnl.algorithm.pooling_max,
                l.poolSize(),
                l.strides(),
                l.padding(),
                w,
                w.fusions().masksForConvolution()));
  }

  private interface Maker<L extends Layer> {
    @Nullable DnnlKernel make(L layer, DnnlWiring wiring);
  }

  private DnnlKernels() {}

  private static <L extends Layer> void put(Class<L> type, Maker<L> maker) {
    MAKERS.put(type, (layer, wiring) -> maker.make(type.cast(layer), wiring));
  }

  /** Returns a layer's kernel, or {@code null} where oneDNN has none. */
  static @Nullable DnnlKernel of(DnnlWiring wiring) {
    Layer layer = wiring.spec().layer();
    Maker<Layer> maker = MAKERS.get(layer.getClass());
    boolean known = maker != null && DnnlActivation.has(layer.activation());
    return known ? maker.make(layer, wiring) : null;
  }
}
