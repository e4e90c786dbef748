package io.github.mnist4j.io;

import io.github.mnist4j.optimizers.Ftrl;
import io.github.mnist4j.optimizers.Nadam;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.OptimizerStates;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.WritableGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The optimizer's variables in HDF5 files of Keras 2: a group {@code optimizer_weights} whose
 * attribute {@code weight_names} lists its data sets.
 *
 * <p>Read are the orders of Keras 3 and of Keras 2 since 2.11 (iteration, learning rate where it is
 * a variable, then the slots of one weight after the other), and that of Keras before (iteration,
 * then all means, all squares, and Adam's empty third slots). Of another order nothing is read, and
 * the optimizer starts anew, as it does in Keras.
 */
final class LegacyOptimizer {
  private static final String GROUP = "optimizer_weights";
  private static final String LEARNING_RATE = "learning_rate";

  private LegacyOptimizer() {}

  static void write(
      WritableGroup root, OptimizerVars vars, Optimizer optimizer, List<LayerSpec> layers) {
    String prefix = optimizer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    WritableGroup outer = root.putGroup(GROUP);
    WritableGroup group = outer.putGroup(prefix);
    List<String> names = new ArrayList<>(List.of("iteration"));
    group.putDataset("iteration", (long) vars.iteration());
    if (vars.learningRate() != null) {
      names.add(LEARNING_RATE);
      group.putDataset(LEARNING_RATE, vars.learningRate().floatValue());
    }
    List<String> slots = slots(optimizer, layers);
    for (int i = 0; i < vars.slots().size(); i++) {
      names.add(slots.get(i));
      group.putDataset(slots.get(i), WeightsH5.nested(vars.slots().get(i)));
    }
    outer.putAttribute(
        LegacyWeights.WEIGHT_NAMES,
        names.stream().map(name -> prefix + "/" + name).toArray(String[]::new));
  }

  private static List<String> slots(Optimizer optimizer, List<LayerSpec> layers) {
    Map<String, Shape> weights = new LinkedHashMap<>();
    for (LayerSpec layer : layers) {
      layer.params().stream()
          .filter(param -> param.trainable())
          .forEach(param -> weights.put(layer.weightName(param), param.shape()));
    }
    return OptimizerStates.shapes(optimizer, weights).keySet().stream()
        .filter(name -> !name.equals(OptimizerStates.ITERATION))
        .map(name -> name.replace('/', '_'))
        .toList();
  }

  /**
   * Reads an optimizer's variables, or {@code null} where there are none that are understood.
   *
   * @param optimizer whose they are; its learning rate stands in for one that is not a variable
   * @param most how many numbers a variable may have
   */
  static @Nullable OptimizerVars read(Group root, Optimizer optimizer, long most) {
    List<String> names =
        root.getChild(GROUP) instanceof Group group
            ? Hdf5.texts(group, LegacyWeights.WEIGHT_NAMES)
            : null;
    if (names == null || names.isEmpty()) {
      return null;
    }
    List<Tensor> tensors = new ArrayList<>();
    String first = last(names.get(0));
    Number iteration = null;
    for (String name : names) {
      if (!(Hdf5.child((Group) root.getChild(GROUP), name) instanceof Dataset dataset)) {
        return null;
      }
      if (iteration == null) {
        if (!first.startsWith("iter")
            || !Hdf5.isSmall(dataset, 1)
            || !(dataset.getData() instanceof Number number)) {
          return null;
        }
        iteration = number;
      } else {
        float[] values = Hdf5.floats(dataset, most);
        if (values == null) {
          return null;
        }
        tensors.add(Tensor.of(Shape.of(dataset.getDimensions()), values));
      }
    }
    Float learningRate =
        optimizer.options().schedule() == null ? (float) optimizer.learningRate() : null;
    if (names.size() > 1 && last(names.get(1)).equals(LEARNING_RATE)) {
      learningRate = tensors.remove(0).data()[0];
    }
    List<Tensor> slots = first.equals("iteration") ? tensors : interleaved(tensors, optimizer);
    return slots == null ? null : new OptimizerVars(iteration.intValue(), learningRate, slots);
  }

  private static String last(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.endsWith(":0") ? last.substring(0, last.length() - 2) : last;
  }

  /**
   * Returns slot by slot what was written kind by kind, or {@code null} where the order is not
   * known. Ftrl's was slot by slot; Nadam had another formula.
   */
  private static @Nullable List<Tensor> interleaved(List<Tensor> tensors, Optimizer optimizer) {
    boolean pairs = optimizer.slots().stream().anyMatch(group -> group.size() == 2);
    if (!pairs || optimizer instanceof Ftrl) {
      return tensors;
    }
    if (optimizer instanceof Nadam) {
      return null;
    }
    boolean amsgrad = optimizer.slots().size() == 2;
    int count = tensors.size() / (amsgrad ? 3 : 2);
    if (amsgrad || tensors.size() % 2 != 0 || !alike(tensors, 0, count)) {
      count = tensors.size() / 3;
      List<Tensor> third = tensors.subList(2 * count, tensors.size());
      boolean good =
          tensors.size() % 3 == 0
              && alike(tensors, 0, count)
              && (amsgrad
                  ? alike(tensors, count, count)
                  : third.stream().allMatch(tensor -> tensor.shape().equals(Shape.of(1))));
      if (!good) {
        return null;
      }
    }
    List<Tensor> slots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slots.add(tensors.get(i));
      slots.add(tensors.get(count + i));
    }
    if (amsgrad) {
      slots.addAll(tensors.subList(2 * count, 3 * count));
    }
    return slots;
  }

  private static boolean alike(List<Tensor> tensors, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (!tensors.get(i).shape().equals(tensors.get(count + i).shape())) {
        return false;
      }
    }
    return true;
  }
}
