package io.github.mnist4j.nd4j;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Constraint;
import io.github.mnist4j.layers.ParamSpec;
import io.github.mnist4j.layers.Regularizer;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All parameters of a network in one flat array, trainable ones first, and likewise their
 * gradients: an optimizer is then one loop. Kernels work on copies outside the Java heap, an array
 * a parameter.
 */
final class Parameters {
  private final Map<String, Param> params = new LinkedHashMap<>();
  private final List<Param> kept = new ArrayList<>();
  private final float[] values;
  private final float[] gradients;
  private final AtomicLong version;

  /** The names in the network's order. */
  private final List<String> order;

  Parameters(NetworkSpec network, Memory memory) {
    int size = 0;
    for (boolean trainable : new boolean[] {true, false}) {
      for (LayerSpec layer : network.layers()) {
        for (ParamSpec spec : layer.params()) {
          if (spec.trainable() == trainable) {
            long[] shape = Wiring.longs(spec.shape());
            String name = layer.weightName(spec);
            params.put(name, new Param(name, spec, size, memory.array(shape), memory.array(shape)));
            size += spec.shape().size();
          }
        }
      }
    }
    version = new AtomicLong();
    values = new float[size];
    gradients = new float[trainable().stream().mapToInt(Param::size).sum()];
    order =
        network.layers().stream()
            .flatMap(layer -> layer.params().stream().map(layer::weightName))
            .toList();
  }

  /** The same values, with gradients of their own. */
  private Parameters(Parameters shared, Memory memory) {
    shared.params.forEach(
        (name, param) -> {
          INDArray gradient = memory.array(param.gradient().shape());
          params.put(name, new Param(name, param.spec(), param.offset(), param.value(), gradient));
        });
    values = shared.values;
    version = shared.version;
    order = shared.order;
    gradients = new float[shared.gradients.length];
  }

  /** Returns the same parameters with gradients of their own, for a thread of its own. */
  Parameters withOwnGradients(Memory memory) {
    return new Parameters(this, memory);
  }

  /** Returns a number that is another one each time the values have changed. */
  long version() {
    return version.get();
  }

  Param get(String name) {
    Param param = params.get(name);
    if (param == null) {
      throw Check.unknown("parameter", name, params.keySet());
    }
    return param;
  }

  /** Returns the parameters that training changes, in the flat arrays' order. */
  List<Param> trainable() {
    List<Param> trainable = new ArrayList<>();
    params.values().stream().filter(param -> param.spec().trainable()).forEach(trainable::add);
    return trainable;
  }

  /** Returns what the parameters that are trained add to the loss. */
  double penalty() {
    double sum = 0;
    for (Param param : params.values()) {
      Regularizer regularizer = param.spec().regularizer();
      if (regularizer != null && param.spec().trainable()) {
        sum += regularizer.penalty(values, param.offset(), param.spec().shape());
      }
    }
    return sum;
  }

  /** Adds the gradient of {@link #penalty} to flat gradients. */
  void addPenaltyGradient(float[] gradients) {
    for (Param param : params.values()) {
      Regularizer regularizer = param.spec().regularizer();
      if (regularizer != null && param.spec().trainable()) {
        regularizer.addGradient(values, gradients, param.offset(), param.spec().shape());
      }
    }
  }

  /** Brings the flat values of parameters that are trained within their constraints. */
  void constrain() {
    for (Param param : params.values()) {
      Constraint constraint = param.spec().constraint();
      if (constraint != null && param.spec().trainable()) {
        constraint.apply(values, param.offset(), param.spec().shape());
      }
    }
  }

  /** Returns all parameters, in the flat arrays' order. */
  List<Param> all() {
    return List.copyOf(params.values());
  }

  /** Returns the flat values; a change reaches the kernels with {@link #publish}. */
  float[] values() {
    return values;
  }

  /**
   * Returns the flat gradients of the trainable parameters, as {@link #collect} last found them.
   */
  float[] gradients() {
    return gradients;
  }

  /** Copies the kernels' gradients into the flat array. */
  void collect() {
    for (Param param : params.values()) {
      if (param.spec().trainable()) {
        Memory.read(param.gradient(), gradients, param.offset(), param.size());
      }
    }
  }

  /**
   * Says that a layer keeps count of a parameter itself: what it leaves in the place of the
   * gradient becomes the value when the step was good.
   */
  void keptByLayer(Param param) {
    kept.add(param);
  }

  /** Copies what the layers kept count of into flat values. */
  void keepCounts(float[] values) {
    for (Param param : kept) {
      Memory.read(param.gradient(), values, param.offset(), param.size());
    }
  }

  /** Copies the flat values to where the kernels read them. */
  void publish() {
    for (Param param : params.values()) {
      Memory.write(values, param.offset(), param.size(), param.value());
    }
    version.incrementAndGet();
  }

  /** Returns a copy of the values, in the network's order. */
  Weights snapshot() {
    Weights.Builder weights = Weights.builder();
    for (String name : order) {
      Param param = params.get(name);
      weights.add(name, slice(values, param));
    }
    return weights.build();
  }

  /** Takes over values, or throws and changes nothing. */
  void load(Weights weights) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    order.forEach(name -> shapes.put(name, params.get(name).spec().shape()));
    weights.requireShapes(shapes);
    params.values().forEach(param -> fill(values, param, weights.get(param.name())));
    publish();
  }

  /** Returns one parameter's part of a flat array. */
  static Tensor slice(float[] flat, Param param) {
    return Tensor.of(
        param.spec().shape(),
        Arrays.copyOfRange(flat, param.offset(), param.offset() + param.size()));
  }

  /** Overwrites one parameter's part of a flat array. */
  static void fill(float[] flat, Param param, Tensor tensor) {
    System.arraycopy(tensor.data(), 0, flat, param.offset(), param.size());
  }
}
