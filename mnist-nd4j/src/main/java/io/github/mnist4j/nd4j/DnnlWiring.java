package io.github.mnist4j.nd4j;

import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.tensor.RandomStream;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;

/**
 * What a kernel on oneDNN is made of.
 *
 * @param spec its layer
 * @param n the number of samples
 * @param x its input
 * @param parameters the network's parameters
 * @param tape what it records its steps on
 * @param training whether it will be trained
 * @param first whether it is the first layer that learns: nobody wants its input's gradient then
 * @param penalties what its layers add to the loss
 * @param share the part of the batch that it works on
 * @param random the layer's own random numbers
 * @param clock the step that is running
 * @param fusions what it and its neighbours do for each other
 */
record DnnlWiring(
    LayerSpec spec,
    int n,
    Flow x,
    Parameters parameters,
    Tape tape,
    boolean training,
    boolean first,
    Penalties penalties,
    Share share,
    RandomStream random,
    Wiring.Clock clock,
    Fusions fusions) {
  Param param(String name) {
    return parameters.get(spec.name() + "/" + name);
  }

  /** Returns the kind of forward pass, in oneDNN's terms. */
  dnnl.prop_kind pass() {
    return training ? dnnl.prop_kind.forward_training : dnnl.prop_kind.forward_inference;
  }

  /** Returns the wiring of a kernel inside of this one. */
  DnnlWiring with(LayerSpec spec, Flow x) {
    return with(spec, x, first);
  }

  /** Returns the wiring of a kernel inside of this one, which perhaps others come before. */
  DnnlWiring with(LayerSpec spec, Flow x, boolean first) {
    return new DnnlWiring(
        spec, n, x, parameters, tape, training, first, penalties, share, random, clock, fusions);
  }

  /**
   * Returns the wiring of one of the layers that a layer is made of.
   *
   * @param specs those that stand behind one another
   * @param i its place among them
   * @param place its place among all that are inside
   */
  DnnlWiring inner(List<LayerSpec> specs, int i, int place, Flow x) {
    return new DnnlWiring(
        specs.get(i),
        n,
        x,
        parameters,
        tape,
        training,
        first && i == 0,
        penalties,
        share,
        random.split(place),
        clock,
        Fusions.of(specs, i));
  }
}
