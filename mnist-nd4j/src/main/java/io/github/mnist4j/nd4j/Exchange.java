package io.github.mnist4j.nd4j;

import java.util.HashMap;
import java.util.Map;

/** Where the parts of a batch leave what the others need: for each name, a row a part. */
final class Exchange {
  private final int parts;
  private final Map<String, double[][]> rows = new HashMap<>();

  Exchange(int parts) {
    this.parts = parts;
  }

  /** Returns the rows of a name: each part writes its own, and reads all when they have met. */
  synchronized double[][] rows(String name, int size) {
    return rows.computeIfAbsent(name, key -> new double[parts][size]);
  }
}
