package io.github.mnist4j;

import io.github.mnist4j.errors.Check;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loss and metrics of each epoch of a training, by name: {@code accuracy}, {@code loss}, {@code
 * val_accuracy}, {@code val_loss}, and what callbacks added.
 *
 * <pre>{@code
 * History history = model.fit(train, epochs(10).validationData(test));
 * history.get("val_accuracy");      // ten numbers
 * history.last("val_accuracy");     // 0.9912
 * }</pre>
 */
public final class History {
  private final List<Integer> epochs = new ArrayList<>();
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  History() {}

  void add(int epoch, Map<String, Double> logs) {
    logs.forEach(
        (name, value) -> {
          List<Double> list = values.computeIfAbsent(name, n -> new ArrayList<>());
          while (list.size() < epochs.size()) {
            list.add(Double.NaN);
          }
          list.add(value);
        });
    epochs.add(epoch);
    values.values().stream()
        .filter(list -> list.size() < epochs.size())
        .forEach(list -> list.add(Double.NaN));
  }

  /** Returns the numbers of the epochs that were trained, counted from 0. */
  public List<Integer> epochs() {
    return Collections.unmodifiableList(epochs);
  }

  /** Returns the names of what was recorded. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /**
   * Returns one value an epoch; NaN for an epoch without it.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists those there
   *     are
   */
  public double[] get(String name) {
    List<Double> list = values.get(name);
    if (list == null) {
      throw Check.unknown("history value", name, values.keySet());
    }
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Returns the value of the last epoch.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public double last(String name) {
    double[] all = get(name);
    return all[all.length - 1];
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
