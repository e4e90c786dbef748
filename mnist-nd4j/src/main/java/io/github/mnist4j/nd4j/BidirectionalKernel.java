package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Bidirectional;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Two layers over the same sequence, merged. What the one that goes backwards puts out step by step
 * is turned around, so that both speak of the same step.
 */
final class BidirectionalKernel extends CompositeKernel {
  private final Bidirectional layer;
  private final List<Chain> chains;
  private final double[][] outputs;
  private final double[][] gradients;
  private final INDArray y;
  private INDArray dy;
  private INDArray dx;
  private INDArray[] outputGradients;
  private INDArray[] inputGradients;

  BidirectionalKernel(Bidirectional layer, Wiring wiring) {
    super(wiring);
    this.layer = layer;
    chains = List.of(chain(layer, 0, 1, wiring), chain(layer, 1, 2, wiring));
    y = wiring.array(wiring.spec().output());
    outputs = new double[2][];
    gradients = new double[2][];
    for (int i = 0; i < 2; i++) {
      outputs[i] = new double[Math.toIntExact(chains.get(i).output().length())];
      gradients[i] = new double[outputs[i].length];
    }
  }

  @Override
  public INDArray output() {
    return y;
  }

  @Override
  public void forward(Steps steps) {
    chains.forEach(chain -> chain.forward(steps));
    steps.add(this::merge);
  }

  private int width(int which) {
    return Math.toIntExact(chains.get(which).output().size(-1));
  }

  /** Turns the second one's steps around, sample by sample. */
  private void turn(double[] numbers) {
    if (!layer.layer().returnSequences()) {
      return;
    }
    int width = width(1);
    int steps = wiring.spec().input().dim(0);
    double[] turned = new double[numbers.length];
    for (int row = 0; row * width < numbers.length; row++) {
      int mirrored = row / steps * steps + steps - 1 - row % steps;
      System.arraycopy(numbers, row * width, turned, mirrored * width, width);
    }
    System.arraycopy(turned, 0, numbers, 0, numbers.length);
  }

  private void merge() {
    for (int i = 0; i < 2; i++) {
      JavaKernel.read(chains.get(i).output(), outputs[i]);
    }
    turn(outputs[1]);
    double[] merged = new double[Math.toIntExact(y.length())];
    if (layer.mergeMode() == Bidirectional.Merge.CONCAT) {
      int first = width(0);
      int second = width(1);
      for (int row = 0; row * (first + second) < merged.length; row++) {
        int start = row * (first + second);
        System.arraycopy(outputs[0], row * first, merged, start, first);
        System.arraycopy(outputs[1], row * second, merged, start + first, second);
      }
    } else {
      for (int i = 0; i < merged.length; i++) {
        double a = outputs[0][i];
        double b = outputs[1][i];
        merged[i] =
            switch (layer.mergeMode()) {
              case MUL -> a * b;
              case AVE -> (a + b) / 2;
              default -> a + b;
            };
      }
    }
    JavaKernel.write(merged, y);
  }

  @Override
  public INDArray bindGradient(INDArray gradient) {
    dy = gradient;
    outputGradients = new INDArray[2];
    inputGradients = new INDArray[2];
    for (int i = 0; i < 2; i++) {
      outputGradients[i] = wiring.memory().array(chains.get(i).output().shape());
      inputGradients[i] = chains.get(i).bindGradient(outputGradients[i]);
    }
    dx = wiring.array(wiring.spec().input());
    return dx;
  }

  @Override
  public void backward(Steps steps) {
    steps.add(this::split);
    chains.forEach(chain -> chain.backward(steps));
    steps.add(sum(inputGradients[0], inputGradients[1], dx));
  }

  private void split() {
    double[] merged = new double[Math.toIntExact(dy.length())];
    JavaKernel.read(dy, merged);
    if (layer.mergeMode() == Bidirectional.Merge.CONCAT) {
      int first = width(0);
      int second = width(1);
      for (int row = 0; row * (first + second) < merged.length; row++) {
        int start = row * (first + second);
        System.arraycopy(merged, start, gradients[0], row * first, first);
        System.arraycopy(merged, start + first, gradients[1], row * second, second);
      }
    } else {
      for (int i = 0; i < merged.length; i++) {
        switch (layer.mergeMode()) {
          case MUL -> {
            gradients[0][i] = merged[i] * outputs[1][i];
            gradients[1][i] = merged[i] * outputs[0][i];
          }
          case AVE -> {
            gradients[0][i] = merged[i] / 2;
            gradients[1][i] = merged[i] / 2;
          }
          default -> {
            gradients[0][i] = merged[i];
            gradients[1][i] = merged[i];
          }
        }
      }
    }
    turn(gradients[1]);
    for (int i = 0; i < 2; i++) {
      JavaKernel.write(gradients[i], outputGradients[i]);
    }
  }
}
