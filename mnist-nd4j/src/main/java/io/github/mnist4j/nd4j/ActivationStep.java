package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarReverseSubtraction;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;

/**
 * An activation, in place: forward over y, backward over dy. Where a derivative can be written in
 * terms of y, it is, so that the numbers before the activation need not be kept.
 */
abstract class ActivationStep {
  /** Applies the function to y. */
  abstract void forward();

  /** Makes the gradient of what was before the function of the one behind it. */
  abstract void backward();

  /**
   * Binds an activation.
   *
   * @param y what it is applied to
   */
  static ActivationStep of(Activation activation, INDArray y, Wiring wiring) {
    return switch (activation) {
      case linear -> new Linear();
      case relu -> new Relu(y, wiring);
      case sigmoid -> new SigmoidStep(y, wiring);
      case tanh -> new TanhStep(y, wiring);
      case softmax -> new Softmax(y, wiring);
      case log_softmax -> new LogSoftmaxStep(y);
      default -> new InJava(Functions.of(activation), y);
    };
  }

  /** Says where y's gradient will lie. */
  abstract void bind(INDArray dy);

  /** dx = dy. */
  private static final class Linear extends ActivationStep {
    @Override
    void forward() {}

    @Override
    void bind(INDArray dy) {}

    @Override
    void backward() {}
  }

  /**
   * What the functions of one number have in common: dx = dy · y′, with y′ in an array of its own.
   */
  private abstract static class Pointwise extends ActivationStep {
    final INDArray slope;
    private final Wiring wiring;
    private Call product;

    Pointwise(INDArray y, Wiring wiring) {
      this.wiring = wiring;
      slope = wiring.differentiates() ? wiring.memory().array(y.shape()) : y;
    }

    @Override
    void bind(INDArray dy) {
      product = wiring.call("multiply", Call.arrays(dy, slope), Call.arrays(dy));
    }

    @Override
    void backward() {
      slope();
      product.run();
    }

    /** Fills the slope of y. */
    abstract void slope();
  }

  /**
   * y′ = 1 where y &gt; 0. As a step and a product: libnd4j's own {@code relu_bp} takes ten times
   * as long.
   */
  private static final class Relu extends Pointwise {
    private final Call relu;
    private final Call step;

    Relu(INDArray y, Wiring wiring) {
      super(y, wiring);
      relu = Call.of(new RectifiedLinear(y, y, 0.0));
      step = Call.of(new Step(y, slope, 0.0));
    }

    @Override
    void forward() {
      relu.run();
    }

    @Override
    void slope() {
      step.run();
    }
  }

  /** y′ = y · (1 − y). */
  private static final class SigmoidStep extends Pointwise {
    private final Call sigmoid;
    private final Call complement;
    private final Call timesY;

    SigmoidStep(INDArray y, Wiring wiring) {
      super(y, wiring);
      sigmoid = Call.of(new Sigmoid(y, y));
      complement = Call.of(new ScalarReverseSubtraction(y, null, slope, 1.0));
      timesY = wiring.call("multiply", Call.arrays(slope, y), Call.arrays(slope));
    }

    @Override
    void forward() {
      sigmoid.run();
    }

    @Override
    void slope() {
      complement.run();
      timesY.run();
    }
  }

  /** y′ = 1 − y². */
  private static final class TanhStep extends Pointwise {
    private final Call tanh;
    private final Call square;
    private final Call complement;

    TanhStep(INDArray y, Wiring wiring) {
      super(y, wiring);
      tanh = Call.of(new Tanh(y, y));
      square = wiring.call("multiply", Call.arrays(y, y), Call.arrays(slope));
      complement = Call.of(new ScalarReverseSubtraction(slope, null, slope, 1.0));
    }

    @Override
    void forward() {
      tanh.run();
    }

    @Override
    void slope() {
      square.run();
      complement.run();
    }
  }

  /** A function of one number, number by number, in Java; x is kept. */
  private static final class InJava extends ActivationStep {
    private final Functions.Function function;
    private final INDArray y;
    private final double[] x;
    private INDArray dy;

    InJava(Functions.Function function, INDArray y) {
      this.function = function;
      this.y = y;
      x = new double[Math.toIntExact(y.length())];
    }

    @Override
    void forward() {
      each(
          y,
          (i, number) -> {
            x[i] = number;
            return function.value().applyAsDouble(number);
          });
    }

    @Override
    void bind(INDArray dy) {
      this.dy = dy;
    }

    @Override
    void backward() {
      each(dy, (i, number) -> number * function.slope().applyAsDouble(x[i]));
    }

    private interface Change {
      double of(int i, double number);
    }

    /** Changes each number; single precision in one copy out and one back. */
    private static void each(INDArray array, Change change) {
      int count = Math.toIntExact(array.length());
      if (array.dataType() == DataType.FLOAT) {
        float[] numbers = new float[count];
        Memory.read(array, numbers, 0, count);
        for (int i = 0; i < count; i++) {
          numbers[i] = (float) change.of(i, numbers[i]);
        }
        Memory.write(numbers, 0, count, array);
      } else {
        for (int i = 0; i < count; i++) {
          array.data().put(i, change.of(i, array.data().getDouble(i)));
        }
      }
    }
  }

  /** dx = y · (dy − Σ dy·y), over the last axis. */
  private static final class Softmax extends ActivationStep {
    private final INDArray y;
    private final Wiring wiring;
    private final Call softmax;
    private Call product;
    private Call sum;
    private Call difference;
    private Call timesY;

    Softmax(INDArray y, Wiring wiring) {
      this.y = y;
      this.wiring = wiring;
      softmax = wiring.call("softmax", Call.arrays(y), Call.arrays(y), -1);
    }

    @Override
    void forward() {
      softmax.run();
    }

    @Override
    void bind(INDArray dy) {
      INDArray products = wiring.memory().array(y.shape());
      long[] rows = y.shape().clone();
      rows[rows.length - 1] = 1;
      INDArray sums = wiring.memory().array(rows);
      product = wiring.call("multiply", Call.arrays(dy, y), Call.arrays(products));
      sum = Call.of(new Sum(products, sums, true, y.rank() - 1));
      difference = wiring.call("subtract", Call.arrays(dy, sums), Call.arrays(dy));
      timesY = wiring.call("multiply", Call.arrays(dy, y), Call.arrays(dy));
    }

    @Override
    void backward() {
      product.run();
      sum.run();
      difference.run();
      timesY.run();
    }
  }
}
