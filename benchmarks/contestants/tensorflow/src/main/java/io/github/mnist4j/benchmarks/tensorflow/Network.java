package io.github.mnist4j.benchmarks.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The tutorial's network as a TensorFlow graph: prediction, training step, first values. */
final class Network {
  private static final float LEARNING_RATE = 0.001f;
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-7f;

  final Placeholder<TFloat32> x;
  final Placeholder<TInt32> labels;
  final Operand<TFloat32> logits;

  /** Run together, once, to give all variables their first values. */
  final List<Op> first = new ArrayList<>();

  /** Run together, to train one step. */
  final List<Op> step = new ArrayList<>();

  private final Ops tf;
  private final List<Variable<TFloat32>> weights = new ArrayList<>();

  Network(Graph graph) {
    tf = Ops.create(graph);
    x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 28, 28, 1)));
    labels = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    Operand<TFloat32> y = pooled(convolution(x, 1, 32));
    y = pooled(convolution(y, 32, 64));
    y = tf.reshape(y, tf.constant(new int[] {-1, 1600}));
    y = tf.nn.relu(dense(y, 1600, 64));
    logits = dense(y, 64, 10);
    // The one for class numbers has no gradient here.
    Operand<TFloat32> targets =
        tf.oneHot(labels, tf.constant(10), tf.constant(1f), tf.constant(0f));
    update(
        tf.math.mean(tf.nn.softmaxCrossEntropyWithLogits(logits, targets).loss(), tf.constant(0)));
  }

  private Operand<TFloat32> convolution(Operand<TFloat32> x, int channels, int filters) {
    Operand<TFloat32> kernel = weight(9 * channels, 9 * filters, Shape.of(3, 3, channels, filters));
    Operand<TFloat32> y = tf.nn.conv2d(x, kernel, List.of(1L, 1L, 1L, 1L), "VALID");
    return tf.nn.relu(tf.nn.biasAdd(y, bias(filters)));
  }

  private Operand<TFloat32> pooled(Operand<TFloat32> x) {
    Operand<TInt32> two = tf.constant(new int[] {1, 2, 2, 1});
    return tf.nn.maxPool(x, two, two, "VALID");
  }

  private Operand<TFloat32> dense(Operand<TFloat32> x, int in, int units) {
    Operand<TFloat32> kernel = weight(in, units, Shape.of(in, units));
    return tf.nn.biasAdd(tf.linalg.matMul(x, kernel), bias(units));
  }

  /** Glorot's uniform values. */
  private Variable<TFloat32> weight(int fanIn, int fanOut, Shape shape) {
    float width = 2 * (float) Math.sqrt(6.0 / (fanIn + fanOut));
    Operand<TFloat32> uniform =
        tf.random.randomUniform(tf.constant(shape.asArray()), TFloat32.class);
    Operand<TFloat32> values =
        tf.math.mul(tf.math.sub(uniform, tf.constant(0.5f)), tf.constant(width));
    return trained(variable(shape, values));
  }

  private Variable<TFloat32> bias(int size) {
    return trained(variable(Shape.of(size), zeros(Shape.of(size))));
  }

  private Variable<TFloat32> trained(Variable<TFloat32> variable) {
    weights.add(variable);
    return variable;
  }

  private Operand<TFloat32> zeros(Shape shape) {
    return tf.zeros(tf.constant(shape.asArray()), TFloat32.class);
  }

  private Variable<TFloat32> variable(Shape shape, Operand<TFloat32> values) {
    Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
    first.add(tf.assign(variable, values));
    return variable;
  }

  private void update(Operand<TFloat32> loss) {
    Gradients gradients = tf.gradients(loss, weights);
    Variable<TFloat32> power1 = variable(Shape.scalar(), tf.constant(BETA1));
    Variable<TFloat32> power2 = variable(Shape.scalar(), tf.constant(BETA2));
    for (int i = 0; i < weights.size(); i++) {
      Variable<TFloat32> weight = weights.get(i);
      Shape shape = weight.shape();
      step.add(
          tf.train.applyAdam(
              weight,
              variable(shape, zeros(shape)),
              variable(shape, zeros(shape)),
              power1,
              power2,
              tf.constant(LEARNING_RATE),
              tf.constant(BETA1),
              tf.constant(BETA2),
              tf.constant(EPSILON),
              gradients.<TFloat32>dy(i)));
    }
    Ops then = tf.withControlDependencies(List.copyOf(step));
    step.add(then.assign(power1, then.math.mul(power1, then.constant(BETA1))));
    step.add(then.assign(power2, then.math.mul(power2, then.constant(BETA2))));
  }
}
