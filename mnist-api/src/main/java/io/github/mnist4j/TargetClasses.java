package io.github.mnist4j;

import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.tensor.Shape;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads classes out of targets, numbers or one-hot, and remembers the first target that is none.
 */
final class TargetClasses {
  /** Beyond, a table of classes would be larger than the network. */
  private static final int MOST_CLASSES = 1000;

  private final Loss loss;
  private final int width;
  private final int places;
  private final int classes;
  private final boolean oneHot;
  private @Nullable String obstacle;

  TargetClasses(Loss loss, Shape target, Shape output) {
    this.loss = loss;
    width = output.rank() == 0 ? 1 : output.dim(-1);
    places = output.size() / width;
    classes = Math.max(2, width);
    int targetWidth = target.size() == output.size() ? width : 1;
    oneHot = targetWidth > 1;
    if (classes > MOST_CLASSES) {
      obstacle = classes + " classes: more than " + MOST_CLASSES;
    } else if (target.size() != places * targetWidth) {
      obstacle = "y of shape " + target.toBatchString().replace("None", "n");
    }
  }

  /** Returns the number of classes, at least 2: a single output is of two. */
  int classes() {
    return classes;
  }

  /** Returns how many numbers the output has at a place. */
  int width() {
    return width;
  }

  /** Returns how many places a sample has, each of a class of its own. */
  int places() {
    return places;
  }

  /** Returns why targets are no classes; {@code null} as long as they are. */
  @Nullable String obstacle() {
    return obstacle;
  }

  /**
   * Returns a class number, or −1 where the target does not count, or is none.
   *
   * @param place among all places of a batch
   * @param seen how many samples were in the batches before
   */
  int at(float[] y, int place, long seen) {
    return oneHot ? oneHot(y, place, seen) : number(y[place], place, seen);
  }

  private int number(float y, int place, long seen) {
    if (loss.ignores(y)) {
      return -1;
    }
    if (y >= 0 && y < classes && y == (int) y) {
      return (int) y;
    }
    return none("target " + shown(y), place, seen);
  }

  private int oneHot(float[] y, int place, long seen) {
    int label = -1;
    for (int j = 0; j < width; j++) {
      float each = y[place * width + j];
      if (each == 1 && label < 0) {
        label = j;
      } else if (each != 0) {
        return none("a target that is not one-hot: " + shown(each) + " at class " + j, place, seen);
      }
    }
    return label >= 0 ? label : none("a target that is not one-hot: no 1 in it", place, seen);
  }

  /** Remembers what was found in place of a class. */
  int none(String what, int place, long seen) {
    obstacle = what + " in row " + (seen + place / places);
    return -1;
  }

  static String shown(float value) {
    return value == (int) value
        ? Integer.toString((int) value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
