package io.github.mnist4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.losses.CrossEntropy;
import io.github.mnist4j.losses.Hinge;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.SquaredHinge;
import io.github.mnist4j.metrics.ConfusionMatrix;
import io.github.mnist4j.tensor.Shape;
import java.util.Map;

/**
 * Counts which class was taken for which while a network is tested: a comparison a class and a
 * sample. Where targets turn out to be no classes, it stops.
 */
final class ClassCounter implements Evaluation.Observer {
  private final TargetClasses targets;
  private final float threshold;
  private final long[] counts;
  private long seen;

  ClassCounter(Loss loss, Shape target, Shape output) {
    targets = new TargetClasses(loss, target, output);
    boolean signs =
        loss instanceof CrossEntropy entropy && entropy.logits()
            || loss instanceof Hinge
            || loss instanceof SquaredHinge;
    threshold = signs ? 0 : 0.5f;
    int classes = targets.classes();
    counts = new long[targets.obstacle() == null ? classes * classes : 0];
  }

  @Override
  public void add(Batch batch, float[] output) {
    for (int i = 0; i < batch.size() * targets.places() && targets.obstacle() == null; i++) {
      int truth = targets.at(batch.y(), i, seen);
      if (truth >= 0) {
        counts[truth * targets.classes() + predicted(output, i)]++;
      }
    }
    seen += batch.size();
  }

  private int predicted(float[] output, int place) {
    int width = targets.width();
    int start = place * width;
    int best = 0;
    for (int j = 0; j < width; j++) {
      if (Float.isNaN(output[start + j])) {
        targets.none("an output that is not a number", place, seen);
        return 0;
      }
      best = output[start + j] > output[start + best] ? j : best;
    }
    return width > 1 ? best : output[start] > threshold ? 1 : 0;
  }

  Scores scores(Map<String, Double> values) {
    String obstacle = targets.obstacle();
    return obstacle == null
        ? new Scores(values, ConfusionMatrix.ofCounts(targets.classes(), counts), null)
        : new Scores(values, null, obstacle);
  }
}
