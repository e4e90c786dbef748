package io.github.mnist4j.io;

import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.ParamSpec;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.OptimizerStates;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.WritableGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An optimizer's variables as Keras' files have them: {@code 0} the iteration, {@code 1} the
 * learning rate, unless it has a schedule, then the slots in the order of the optimizer.
 *
 * @param iteration how many steps were trained
 * @param learningRate the step size, in single precision; {@code null}: it has a schedule
 * @param slots the rest
 */
public record OptimizerVars(int iteration, @Nullable Float learningRate, List<Tensor> slots) {
  /** Copies the list. */
  public OptimizerVars {
    slots = List.copyOf(slots);
  }

  /**
   * Returns the variables of a program's state, whose first tensor is the iteration.
   *
   * @param learningRate the step size; {@code null}: it has a schedule
   */
  public static OptimizerVars of(Weights state, @Nullable Double learningRate) {
    List<Tensor> tensors = new ArrayList<>(state.tensors().values());
    int iteration = (int) tensors.remove(0).data()[0];
    return new OptimizerVars(
        iteration, learningRate == null ? null : learningRate.floatValue(), tensors);
  }

  /**
   * Returns an optimizer's state in the order of files: that in which Keras counts the layers,
   * which is another one where the network branches.
   */
  public static Weights inFilesOrder(Weights state, Optimizer optimizer, List<LayerSpec> layers) {
    Map<String, Shape> trained = new LinkedHashMap<>();
    for (KerasGroups.Vars vars : KerasGroups.of(layers)) {
      for (ParamSpec param : vars.params()) {
        if (param.trainable()) {
          trained.put(vars.layer().weightName(param), param.shape());
        }
      }
    }
    Weights.Builder ordered = Weights.builder();
    for (String name : OptimizerStates.shapes(optimizer, trained).keySet()) {
      ordered.add(name, state.get(name));
    }
    return ordered.build();
  }

  /**
   * Returns a program's state with these variables. Keras makes an optimizer's slots at the first
   * step: a model that it saved before that has none, and starts with the program's own.
   *
   * @param template the state of a program that was not trained
   * @throws ModelFormatException if they are not as many, or of other shapes
   */
  public Weights state(Weights template, String file) {
    if (iteration == 0 && slots.isEmpty()) {
      return template;
    }
    List<Map.Entry<String, Tensor>> wanted = new ArrayList<>(template.tensors().entrySet());
    if (slots.size() + 1 != wanted.size()) {
      throw misfit(file, (wanted.size() - 1) + " slots", slots.size() + " slots");
    }
    Weights.Builder state = Weights.builder();
    state.add(wanted.get(0).getKey(), Tensor.of(Shape.scalar(), iteration));
    for (int i = 0; i < slots.size(); i++) {
      Map.Entry<String, Tensor> slot = wanted.get(i + 1);
      if (!slot.getValue().shape().equals(slots.get(i).shape())) {
        throw misfit(
            file,
            slot.getKey() + " of shape " + slot.getValue().shape(),
            "shape " + slots.get(i).shape());
      }
      state.add(slot.getKey(), slots.get(i));
    }
    return state.build();
  }

  void write(WritableGroup vars) {
    vars.putDataset("0", iteration);
    int next = 1;
    if (learningRate != null) {
      vars.putDataset(Integer.toString(next++), learningRate.floatValue());
    }
    for (Tensor slot : slots) {
      vars.putDataset(Integer.toString(next++), WeightsH5.nested(slot));
    }
  }

  /** Reads the variables, none of more than {@code most} numbers. */
  static OptimizerVars read(Group vars, String file, long most) {
    int count = vars.getChildren().size();
    boolean scheduled = count == 1 || dataset(vars, 1, file).getDimensions().length > 0;
    Object iteration = data(vars, 0, file);
    Object learningRate = scheduled ? Float.valueOf(0) : data(vars, 1, file);
    if (!(iteration instanceof Number steps) || !(learningRate instanceof Number rate)) {
      throw misfit(
          file, "an iteration and a learning rate", "optimizer/vars/0 and /1 of other types");
    }
    List<Tensor> slots = new ArrayList<>();
    for (int i = scheduled ? 1 : 2; i < count; i++) {
      Dataset dataset = dataset(vars, i, file);
      float[] floats = Hdf5.floats(dataset, most);
      if (floats == null) {
        throw misfit(
            file,
            "floats, " + most + " at the most",
            dataset.getJavaType().getSimpleName() + " in optimizer/vars/" + i);
      }
      slots.add(Tensor.of(Shape.of(dataset.getDimensions()), floats));
    }
    return new OptimizerVars(steps.intValue(), scheduled ? null : rate.floatValue(), slots);
  }

  private static Dataset dataset(Group vars, int i, String file) {
    if (vars.getChild(Integer.toString(i)) instanceof Dataset dataset) {
      return dataset;
    }
    throw misfit(file, "a data set optimizer/vars/" + i, "none");
  }

  private static Object data(Group vars, int i, String file) {
    return dataset(vars, i, file).getData();
  }

  private static ModelFormatException misfit(String file, String expected, String got) {
    return Problem.of(file + " has not the state of this optimizer")
        .expected(expected)
        .got(got)
        .fix("load it for predicting alone: Models.loadUncompiled(file)")
        .see("optimizer-state")
        .asModelFormatException();
  }
}
