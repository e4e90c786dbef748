package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.ParamSpec;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One parameter.
 *
 * @param name its name in the network, {@code conv2d/kernel}
 * @param spec what it is
 * @param offset its first place in the flat arrays of {@link Parameters}
 * @param value the copy that kernels read
 * @param gradient what kernels write
 */
record Param(String name, ParamSpec spec, int offset, INDArray value, INDArray gradient) {
  int size() {
    return spec.shape().size();
  }
}
