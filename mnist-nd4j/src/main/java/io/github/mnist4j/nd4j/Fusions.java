package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.ActivationLayer;
import io.github.mnist4j.layers.BatchNormalization;
import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.MaxPooling2D;
import io.github.mnist4j.layers.ReLU;
import io.github.mnist4j.spi.LayerSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a layer on oneDNN does for the one beside it: both kernels ask, and must get one answer.
 *
 * @param before the layer before, if there is one
 * @param own the layer
 * @param behind the layer behind, if there is one
 */
record Fusions(@Nullable LayerSpec before, LayerSpec own, @Nullable LayerSpec behind) {
  static Fusions of(List<LayerSpec> layers, int place) {
    return new Fusions(
        place == 0 ? null : layers.get(place - 1),
        layers.get(place),
        place == layers.size() - 1 ? null : layers.get(place + 1));
  }

  /**
   * Returns whether this is a convolution whose relu the max pool behind it takes over backward.
   */
  boolean leavesMaskToPool() {
    return masks(own, behind);
  }

  /** Returns whether this is a max pool that takes over the backward part of a relu before it. */
  boolean masksForConvolution() {
    return before != null && masks(before, own);
  }

  private static boolean masks(LayerSpec layer, @Nullable LayerSpec next) {
    return layer.layer() instanceof Conv2D convolution
        && convolution.activation() == Activation.relu
        && convolution.activityRegularizer() == null
        && next != null
        && next.layer() instanceof MaxPooling2D;
  }

  /** Returns whether this is a normalization that does the relu behind it, too. */
  boolean doesReluBehind() {
    return normalizes(own, behind);
  }

  /** Returns whether this is a relu that the normalization before it has done. */
  boolean isDoneBefore() {
    return before != null && normalizes(before, own);
  }

  private static boolean normalizes(LayerSpec layer, @Nullable LayerSpec next) {
    return layer.layer() instanceof BatchNormalization normalization
        && DnnlBatchNormalizationKernel.has(normalization, layer.input())
        && next != null
        && isRelu(next.layer());
  }

  private static boolean isRelu(Layer layer) {
    return layer instanceof ActivationLayer activation
        ? activation.activation() == Activation.relu
        : layer instanceof ReLU relu && isPlain(relu);
  }

  /** Returns whether a layer is relu and nothing more. */
  static boolean isPlain(ReLU layer) {
    return layer.maxValue() == null && layer.negativeSlope() == 0 && layer.threshold() == 0;
  }
}
