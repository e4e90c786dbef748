package io.github.mnist4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.losses.CrossEntropy;
import io.github.mnist4j.losses.Hinge;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.SquaredHinge;
import io.github.mnist4j.metrics.ConfusionMatrix;
import io.github.mnist4j.tensor.Shape;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts which class was taken for which while a network is tested: a comparison a class and a
 * sample. Where targets turn out to be no classes, it remembers why and stops.
 */
final class ClassCounter {
  /** Beyond, the table would be larger than the network. */
  private static final int MOST_CLASSES = 1000;

  private final Loss loss;
  private final int width;
  private final int places;
  private final int classes;
  private final int targetWidth;
  private final float threshold;
  private long[] counts = new long[0];
  private long seen;
  private @Nullable String obstacle;

  ClassCounter(Loss loss, Shape target, Shape output) {
    this.loss = loss;
    width = output.rank() == 0 ? 1 : output.dim(-1);
    places = output.size() / width;
    classes = Math.max(2, width);
    targetWidth = target.size() == output.size() ? width : 1;
    boolean signs =
        loss instanceof CrossEntropy entropy && entropy.logits()
            || loss instanceof Hinge
            || loss instanceof SquaredHinge;
    threshold = signs ? 0 : 0.5f;
    if (classes > MOST_CLASSES) {
      obstacle = classes + " classes: more than " + MOST_CLASSES;
    } else if (target.size() != places * targetWidth) {
      obstacle = "y of shape " + target.toBatchString().replace("None", "n");
    } else {
      counts = new long[classes * classes];
    }
  }

  void add(Batch batch, float[] output) {
    for (int i = 0; i < batch.size() * places && obstacle == null; i++) {
      add(batch.y(), output, i);
    }
    seen += batch.size();
  }

  private void add(float[] y, float[] output, int place) {
    int truth = targetWidth == 1 ? label(y[place], place) : oneHot(y, place);
    if (truth >= 0) {
      counts[truth * classes + predicted(output, place)]++;
    }
  }

  /** Returns a class number, or −1 where it does not count. */
  private int label(float y, int place) {
    if (loss.ignores(y)) {
      return -1;
    }
    if (y >= 0 && y < classes && y == (int) y) {
      return (int) y;
    }
    return none(place, "target " + shown(y));
  }

  private int oneHot(float[] y, int place) {
    int label = -1;
    for (int j = 0; j < width; j++) {
      float each = y[place * width + j];
      if (each == 1 && label < 0) {
        label = j;
      } else if (each != 0) {
        return none(place, "a target that is not one-hot: " + shown(each) + " at class " + j);
      }
    }
    return label >= 0 ? label : none(place, "a target that is not one-hot: no 1 in it");
  }

  private int none(int place, String what) {
    obstacle = what + " in row " + (seen + place / places);
    return -1;
  }

  private int predicted(float[] output, int place) {
    int start = place * width;
    int best = 0;
    for (int j = 0; j < width; j++) {
      if (Float.isNaN(output[start + j])) {
        none(place, "an output that is not a number");
        return 0;
      }
      best = output[start + j] > output[start + best] ? j : best;
    }
    return width > 1 ? best : output[start] > threshold ? 1 : 0;
  }

  private static String shown(float value) {
    return value == (int) value
        ? Integer.toString((int) value)
        : String.format(Locale.ROOT, "%s", value);
  }

  Scores scores(Map<String, Double> values) {
    return obstacle == null
        ? new Scores(values, ConfusionMatrix.ofCounts(classes, counts), null)
        : new Scores(values, null, obstacle);
  }
}
