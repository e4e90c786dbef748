package io.github.mnist4j.nd4j;

import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.layers.Constraint;
import io.github.mnist4j.layers.Constraints;
import io.github.mnist4j.layers.Embedding;
import io.github.mnist4j.layers.Initializer;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.layers.Regularizer;
import io.github.mnist4j.layers.Regularizers;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A small model for each layer of the catalogue and each case of its kernel's test; and for each
 * layer one that has all that its record leaves out by default, and is frozen if it has weights.
 */
final class EveryLayer {
  private static final int SAMPLES = 3;
  private static final float TOLERANCE = 1e-5f; // of the greatest output, or of 1

  /** A network of one layer; its name is that of its files. */
  record Case(String name, Sequential network) {
    Shape input() {
      return network.inputShape().orElseThrow();
    }

    /** Makes the model, with weights that are none of a layer's own. */
    Model model() {
      Model model =
          network.compile(
              io.github.mnist4j.CompileOptions.of(Optimizers.sgd(), Losses.meanSquaredError())
                  .seed(1));
      Random random = new Random(name.hashCode());
      Weights.Builder weights = Weights.builder();
      model
          .weights()
          .tensors()
          .forEach((key, w) -> weights.add(key, Tensor.of(w.shape(), drawn(random, w))));
      model.load(weights.build());
      return model;
    }

    private static float[] drawn(Random random, Tensor like) {
      float[] values = new float[like.data().length];
      for (int i = 0; i < values.length; i++) {
        values[i] = 0.2f + random.nextFloat(); // above 0: variances are among them
      }
      return values;
    }

    Tensor x() {
      Random random = new Random(7);
      float[] values = new float[SAMPLES * input().size()];
      boolean rows = network.layers().stream().anyMatch(Embedding.class::isInstance);
      for (int i = 0; i < values.length; i++) {
        values[i] = rows ? i % 3 : (float) random.nextGaussian();
      }
      return Tensor.of(input().prepend(SAMPLES), values);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private EveryLayer() {}

  /** Returns how far outputs may be from these. */
  static float tolerance(float[] y) {
    float greatest = 1;
    for (float each : y) {
      greatest = Math.max(greatest, Math.abs(each));
    }
    return TOLERANCE * greatest;
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String type : Layers.TYPES.keySet()) {
      if (type.equals("InputLayer")) {
        continue;
      }
      List<LayerContract.Case> tested = test(type).cases().toList();
      for (int i = 0; i < tested.size(); i++) {
        LayerContract.Case each = tested.get(i);
        cases.add(of(type + "-" + i, each.input(), each.layer()));
      }
      LayerContract.Case first = tested.get(0);
      Layer dressed = dressed(first.layer()).name("dressed");
      Case frozen = of(type + "-all", first.input(), dressed);
      boolean trained = !dressed.params(first.input()).isEmpty();
      cases.add(trained ? new Case(frozen.name(), frozen.network().freeze("dressed")) : frozen);
    }
    return cases.stream();
  }

  private static Case of(String name, Shape input, Layer layer) {
    return new Case(name, Sequential.of(Layers.Input(input.toArray()), layer));
  }

  private static LayerContract test(String type) {
    try {
      Constructor<?> constructor =
          Class.forName(EveryLayer.class.getPackageName() + "." + type + "KernelTest")
              .getDeclaredConstructor();
      constructor.setAccessible(true);
      return (LayerContract) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Returns the layer with penalties, constraints, seeds and initializers where it may have any.
   */
  private static Layer dressed(Layer layer) {
    RecordComponent[] components = layer.getClass().getRecordComponents();
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        components[i].getAccessor().setAccessible(true);
        values[i] = dressed(components[i], components[i].getAccessor().invoke(layer));
      }
      Constructor<?> constructor =
          layer
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return (Layer) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object dressed(RecordComponent component, Object value) {
    if (component.getType() == Regularizer.class) {
      return Regularizers.l1L2(0.01, 0.02);
    } else if (component.getType() == Constraint.class) {
      return Constraints.maxNorm(3, 0);
    } else if (component.getType() == Initializer.class) {
      return Initializers.truncatedNormal(0.5, 0.25);
    } else if (component.getName().equals("seed")) {
      return component.getType() == Long.class ? (Object) 7L : (Object) 7;
    }
    return value;
  }
}
