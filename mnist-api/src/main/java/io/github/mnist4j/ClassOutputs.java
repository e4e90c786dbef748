package io.github.mnist4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.evaluation.Predictions;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.losses.CrossEntropy;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;

/** Keeps the class and the outputs of each sample while a network is tested. */
final class ClassOutputs implements Evaluation.Observer {
  private final TargetClasses targets;
  private final boolean logits;
  private final boolean sigmoid;
  private final int[] labels;
  private final float[] outputs;
  private int seen;

  /**
   * Makes room for a set.
   *
   * @param last what the network ends in
   * @throws DataException if the network does not tell one class a sample
   */
  ClassOutputs(Loss loss, Activation last, Shape target, Shape output, int size) {
    if (output.rank() > 1) {
      throw refused("an output of shape " + output);
    }
    if (loss instanceof CrossEntropy entropy) {
      logits = entropy.logits();
      sigmoid = entropy.link() == Activation.sigmoid;
    } else {
      logits = false;
      sigmoid = last == Activation.sigmoid;
      if (!sigmoid && last != Activation.softmax) {
        throw refused("the loss " + loss.name() + " behind a last layer with " + last);
      }
    }
    targets = new TargetClasses(loss, target, output);
    requireClasses();
    labels = new int[size];
    outputs = new float[Shape.of(size, targets.width()).size()];
  }

  private void requireClasses() {
    String obstacle = targets.obstacle();
    if (obstacle != null) {
      throw refused(obstacle);
    }
  }

  private static DataException refused(String got) {
    return Problem.of("there is no report of what is no classification")
        .expected(
            "one class a sample, a number or one-hot, and probabilities: a cross-entropy, or a last"
                + " layer with softmax or sigmoid")
        .got(got)
        .fix("look at the metrics: model.evaluate(…)")
        .see("no-report")
        .asDataException();
  }

  @Override
  public void add(Batch batch, float[] output) {
    for (int i = 0; i < batch.size(); i++) {
      int label = targets.at(batch.y(), i, seen);
      requireClasses();
      if (label < 0) {
        throw refused(
            "target "
                + TargetClasses.shown(batch.y()[i])
                + " in row "
                + (seen + i)
                + ", which the loss ignores");
      }
      labels[seen + i] = label;
    }
    int width = targets.width();
    System.arraycopy(output, 0, outputs, seen * width, batch.size() * width);
    seen += batch.size();
  }

  Predictions predictions() {
    Tensor tensor = Tensor.of(Shape.of(labels.length, targets.width()), outputs);
    if (logits && sigmoid && targets.width() > 1) { // each output has a sigmoid of its own
      for (int i = 0; i < outputs.length; i++) {
        outputs[i] = (float) (1 / (1 + Math.exp(-outputs[i])));
      }
      return Predictions.ofProbabilities(labels, tensor);
    }
    return logits
        ? Predictions.ofLogits(labels, tensor)
        : Predictions.ofProbabilities(labels, tensor);
  }
}
