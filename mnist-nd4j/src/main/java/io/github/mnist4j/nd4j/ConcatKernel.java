package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Concat;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The branches' outputs side by side; dx = what comes back through all of them. */
final class ConcatKernel extends CompositeKernel {
  private final List<Chain> branches = new ArrayList<>();
  private final INDArray y;
  private INDArray dy;
  private INDArray dx;
  private final List<INDArray> outputGradients = new ArrayList<>();
  private final List<INDArray> inputGradients = new ArrayList<>();

  ConcatKernel(Concat layer, Wiring wiring) {
    super(wiring);
    for (int i = 0; i < layer.branches().size(); i++) {
      branches.add(chain(layer, i, i + 1, wiring));
    }
    y = wiring.array(wiring.spec().output());
  }

  @Override
  public INDArray output() {
    return y;
  }

  @Override
  public void forward(Steps steps) {
    branches.forEach(branch -> branch.forward(steps));
    steps.add(() -> copy(branches.stream().map(Chain::output).toList(), y, true));
  }

  /** Copies rows of the last axis to, or from, their places side by side. */
  static void copy(List<INDArray> parts, INDArray whole, boolean into) {
    double[] all = new double[Math.toIntExact(whole.length())];
    JavaKernel.read(whole, all);
    int width = Math.toIntExact(whole.size(-1));
    int start = 0;
    for (INDArray part : parts) {
      int size = Math.toIntExact(part.size(-1));
      double[] numbers = new double[Math.toIntExact(part.length())];
      if (into) {
        JavaKernel.read(part, numbers);
      }
      for (int row = 0; row * size < numbers.length; row++) {
        if (into) {
          System.arraycopy(numbers, row * size, all, row * width + start, size);
        } else {
          System.arraycopy(all, row * width + start, numbers, row * size, size);
        }
      }
      if (!into) {
        JavaKernel.write(numbers, part);
      }
      start += size;
    }
    if (into) {
      JavaKernel.write(all, whole);
    }
  }

  @Override
  public INDArray bindGradient(INDArray gradient) {
    dy = gradient;
    for (Chain branch : branches) {
      INDArray own = wiring.memory().array(branch.output().shape());
      outputGradients.add(own);
      inputGradients.add(branch.bindGradient(own));
    }
    dx = wiring.array(wiring.spec().input());
    return dx;
  }

  @Override
  public void backward(Steps steps) {
    steps.add(() -> copy(outputGradients, dy, false));
    branches.forEach(branch -> branch.backward(steps));
    steps.add(() -> dx.assign(0));
    inputGradients.forEach(gradient -> steps.add(sum(dx, gradient, dx)));
  }
}
