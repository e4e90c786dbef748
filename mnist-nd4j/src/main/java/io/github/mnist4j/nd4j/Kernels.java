package io.github.mnist4j.nd4j;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.ActivationLayer;
import io.github.mnist4j.layers.AveragePooling2D;
import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Dense;
import io.github.mnist4j.layers.Dropout;
import io.github.mnist4j.layers.Flatten;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.MaxPooling2D;
import io.github.mnist4j.spi.NetworkSpec;
import java.util.Map;
import java.util.TreeMap;

/** The kernel of each layer: one line a layer. */
final class Kernels {
  private static final Map<Class<? extends Layer>, Maker> MAKERS =
      Map.of(
          ActivationLayer.class, w -> new ActivationKernel((ActivationLayer) w.spec().layer(), w),
          AveragePooling2D.class, w -> averagePooling((AveragePooling2D) w.spec().layer(), w),
          Conv2D.class, w -> new Conv2DKernel((Conv2D) w.spec().layer(), w),
          Dense.class, w -> new DenseKernel((Dense) w.spec().layer(), w),
          Dropout.class, w -> new DropoutKernel((Dropout) w.spec().layer(), w),
          Flatten.class, FlattenKernel::new,
          MaxPooling2D.class, w -> maxPooling((MaxPooling2D) w.spec().layer(), w));

  private interface Maker {
    Kernel make(Wiring wiring);
  }

  private Kernels() {}

  private static Kernel averagePooling(AveragePooling2D layer, Wiring wiring) {
    return new PoolingKernel(
        "avgpool2d", layer.poolSize(), layer.strides(), layer.padding(), wiring);
  }

  private static Kernel maxPooling(MaxPooling2D layer, Wiring wiring) {
    return new PoolingKernel(
        "maxpool2d", layer.poolSize(), layer.strides(), layer.padding(), wiring);
  }

  static Kernel of(Wiring wiring) {
    return MAKERS.get(wiring.spec().layer().getClass()).make(wiring);
  }

  static boolean has(Class<? extends Layer> layer) {
    return MAKERS.containsKey(layer);
  }

  /** Requires a kernel for each layer, before any memory is taken. */
  static void requireAll(NetworkSpec network) {
    network.layers().stream()
        .filter(spec -> !has(spec.layer().getClass()))
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
