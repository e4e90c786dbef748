package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A kernel whose arithmetic is plain Java in double precision: copied in, computed, copied out. For
 * layers that are cheap beside a convolution, or rare.
 *
 * <p>The subclass reads {@link #x} and fills {@link #y}; backward it reads {@link #dy} and fills
 * {@link #dx}, which is all zeros then, and its weights' gradients, likewise.
 */
abstract class JavaKernel implements OneStepKernel {
  final Wiring wiring;
  final int n;

  /** The input, one sample behind the other. */
  final double[] x;

  /** The output. */
  final double[] y;

  /** The output's gradient. */
  double[] dy = {};

  /** The input's gradient. */
  double[] dx = {};

  private final INDArray output;
  private final ActivationStep activation;
  private INDArray outputGradient;
  private INDArray inputGradient;

  JavaKernel(Wiring wiring) {
    this(wiring, Activation.linear);
  }

  /**
   * Makes the kernel.
   *
   * @param activation applied to what the subclass computes; dy is then the gradient before it
   */
  JavaKernel(Wiring wiring, Activation activation) {
    this.wiring = wiring;
    n = wiring.n();
    output = wiring.array(wiring.spec().output());
    x = new double[Math.toIntExact(wiring.x().length())];
    y = new double[Math.toIntExact(output.length())];
    this.activation = ActivationStep.of(activation, output, wiring);
  }

  /** Fills y of x. */
  abstract void compute();

  /** Fills dx and the weights' gradients of dy. */
  abstract void differentiate();

  /** Returns the number of a sample's numbers. */
  final int inputSize() {
    return wiring.spec().input().size();
  }

  /** Returns the number of an output's numbers. */
  final int outputSize() {
    return wiring.spec().output().size();
  }

  @Override
  public final INDArray output() {
    return output;
  }

  @Override
  public final void forward() {
    takeInput();
    giveOutput();
  }

  /** Computes and copies the output out, behind {@link #takeInput}. */
  final void giveOutput() {
    compute();
    write(y, output);
    activation.forward();
  }

  /** Copies the input in, where a subclass needs it before {@link #forward()}. */
  final void takeInput() {
    read(wiring.x(), x);
  }

  @Override
  public final INDArray bindGradient(INDArray gradient) {
    outputGradient = gradient;
    activation.bind(gradient);
    inputGradient = wiring.array(wiring.spec().input());
    dy = new double[y.length];
    dx = new double[x.length];
    return inputGradient;
  }

  @Override
  public final void backward() {
    takeOutputGradient();
    giveInputGradient();
  }

  /** Computes and copies the gradients out, behind {@link #takeOutputGradient}. */
  final void giveInputGradient() {
    java.util.Arrays.fill(dx, 0);
    differentiate();
    write(dx, inputGradient);
  }

  /** Copies the output's gradient in, where a subclass needs it before {@link #backward()}. */
  final void takeOutputGradient() {
    activation.backward();
    read(outputGradient, dy);
  }

  /** A parameter's numbers in Java. */
  static final class Numbers {
    /** The values, as {@link #read} last found them. */
    final double[] values;

    /** The gradient; {@link #write} brings it to its place. */
    final double[] gradient;

    private final Param param;

    Numbers(Param param) {
      this.param = param;
      values = new double[param.size()];
      gradient = new double[param.size()];
    }

    /** Copies the values in. */
    double[] read() {
      JavaKernel.read(param.value(), values);
      return values;
    }

    /** Returns the gradient, all zeros. */
    double[] clear() {
      java.util.Arrays.fill(gradient, 0);
      return gradient;
    }

    /** Copies the gradient out. */
    void write() {
      JavaKernel.write(gradient, param.gradient());
    }
  }

  /** Returns a parameter's numbers. */
  final Numbers numbers(String name) {
    return new Numbers(wiring.param(name));
  }

  static void read(INDArray source, double[] target) {
    if (source.dataType() == DataType.FLOAT) {
      float[] numbers = new float[target.length];
      Memory.read(source, numbers, 0, numbers.length);
      for (int i = 0; i < numbers.length; i++) {
        target[i] = numbers[i];
      }
    } else {
      for (int i = 0; i < target.length; i++) {
        target[i] = source.data().getDouble(i);
      }
    }
  }

  static void write(double[] source, INDArray target) {
    if (target.dataType() == DataType.FLOAT) {
      float[] numbers = new float[source.length];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (float) source[i];
      }
      Memory.write(numbers, 0, numbers.length, target);
    } else {
      for (int i = 0; i < source.length; i++) {
        target.data().put(i, source[i]);
      }
    }
  }
}
