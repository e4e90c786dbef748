package io.github.mnist4j;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which fold tests which row; sizes and counts are those of scikit-learn. */
final class Folds {
  private static final Logger LOG = System.getLogger(KFold.class.getName());

  private Folds() {}

  /** Returns the fold of each row, by chance. */
  static int[] any(int rows, int folds, long seed) {
    requireRows(rows, folds);
    int[] order = RandomStream.of(seed).permutation(rows);
    int[] fold = new int[rows];
    int least = rows / folds;
    int larger = rows % folds * (least + 1); // rows in the folds that have one more
    for (int i = 0; i < rows; i++) {
      fold[order[i]] = i < larger ? i / (least + 1) : rows % folds + (i - larger) / least;
    }
    return fold;
  }

  /**
   * Returns the fold of each row, with each class shared out evenly: the rows, sorted by class, are
   * dealt out one by one, which says how many of a class a fold gets; chance says which.
   */
  static int[] stratified(Dataset data, int folds, long seed) {
    requireRows(data.size(), folds);
    int[] fold = new int[data.size()];
    Collection<List<Integer>> classes = rowsByClass(data);
    requireMembers(classes, folds);
    int dealt = 0;
    for (List<Integer> rows : classes) {
      int[] order = RandomStream.of(seed).split(dealt).permutation(rows.size());
      for (int i : order) {
        fold[rows.get(i)] = dealt++ % folds;
      }
    }
    return fold;
  }

  private static void requireRows(int rows, int folds) {
    if (folds > rows) {
      throw Problem.of("KFold: there are fewer samples than folds")
          .expected("at least " + folds + " samples, one a fold")
          .got(rows == 1 ? "1 sample" : rows + " samples")
          .fix("take fewer folds, or more data")
          .see("k-fold")
          .asDataException();
    }
  }

  private static void requireMembers(Collection<List<Integer>> classes, int folds) {
    int most = classes.stream().mapToInt(List::size).max().orElse(0);
    int least = classes.stream().mapToInt(List::size).min().orElse(0);
    if (most < folds) {
      throw Problem.of("KFold.stratified: no class has a sample for each fold")
          .expected("a class of at least " + folds + " samples")
          .got(classes.size() + " classes, the largest of " + most)
          .fix("take fewer folds, or KFold.of, which does not look at classes")
          .see("k-fold")
          .asDataException();
    }
    if (least < folds) {
      LOG.log(
          Level.WARNING,
          "KFold.stratified: the smallest class has {0}, fewer than the {1} folds: some folds test none of it",
          least == 1 ? "1 sample" : least + " samples",
          folds);
    }
  }

  /** Returns the rows of each class, the class of the first row first. */
  private static Collection<List<Integer>> rowsByClass(Dataset data) {
    Shape shape = data.yShape();
    if (shape.rank() > 1) {
      throw noClasses("y of shape " + shape.toBatchString().replace("None", "n"));
    }
    float[] y = data.y().data();
    int width = shape.size();
    Map<Integer, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < data.size(); row++) {
      int label = width == 1 ? number(y[row], row) : oneHot(y, row, width);
      rows.computeIfAbsent(label, none -> new ArrayList<>()).add(row);
    }
    return rows.values();
  }

  private static int number(float y, int row) {
    if (y != (int) y) {
      throw noClasses("target " + y + " in row " + row);
    }
    return (int) y;
  }

  private static int oneHot(float[] y, int row, int width) {
    int label = -1;
    for (int j = 0; j < width; j++) {
      float each = y[row * width + j];
      if (each == 1 && label < 0) {
        label = j;
      } else if (each != 0) {
        throw noClasses("a target that is not one-hot: " + each + " at class " + j + in(row));
      }
    }
    if (label < 0) {
      throw noClasses("a target that is not one-hot: no 1 in it" + in(row));
    }
    return label;
  }

  private static String in(int row) {
    return ", in row " + row;
  }

  private static RuntimeException noClasses(String got) {
    return Problem.of("KFold.stratified needs samples of one class each")
        .expected("class numbers, y of shape (n,), or one-hot targets, y of shape (n, classes)")
        .got(got)
        .fix("use KFold.of, which does not look at classes; mix samples by augment(…), not before")
        .see("k-fold")
        .asDataException();
  }
}
