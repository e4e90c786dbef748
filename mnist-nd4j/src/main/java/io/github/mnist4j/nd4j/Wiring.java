package io.github.mnist4j.nd4j;

import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a kernel is made of.
 *
 * @param spec its layer
 * @param x its input, {@code (n, …)}
 * @param parameters the network's parameters
 * @param memory what owns the arrays it makes
 * @param pass what will be asked of it: nothing but {@link Kernel#forward}, or both passes
 * @param random the layer's own random numbers
 * @param clock the step that is running
 * @param penalties what its layers add to the loss
 * @param share the part of the batch that it works on
 */
record Wiring(
    LayerSpec spec,
    INDArray x,
    Parameters parameters,
    Memory memory,
    Pass pass,
    RandomStream random,
    Clock clock,
    Penalties penalties,
    Share share) {
  /** The number of the step that is running, counted from 0. */
  interface Clock {
    long step();
  }

  /** Returns the number of samples. */
  int n() {
    return (int) x.size(0);
  }

  /** Returns whether it does as in training: draws numbers, and takes the batch's statistics. */
  boolean training() {
    return pass == Pass.TRAIN;
  }

  /** Returns whether the backward pass will be asked for. */
  boolean differentiates() {
    return pass != Pass.PREDICT;
  }

  /** Returns an array for {@code n} samples of a shape. */
  INDArray array(Shape sample) {
    return memory.array(longs(sample.prepend(n())));
  }

  Param param(String name) {
    return parameters.get(spec.name() + "/" + name);
  }

  /** Returns the wiring of a layer inside of this one, or in its place. */
  Wiring with(LayerSpec spec, INDArray x) {
    return new Wiring(spec, x, parameters, memory, pass, random, clock, penalties, share);
  }

  Call call(String name, INDArray[] in, INDArray[] out, long... arguments) {
    return Call.of(memory, name, in, out, arguments);
  }

  static long[] longs(Shape shape) {
    long[] dims = new long[shape.rank()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = shape.dim(i);
    }
    return dims;
  }
}
