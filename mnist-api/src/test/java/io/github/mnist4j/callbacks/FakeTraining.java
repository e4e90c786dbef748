package io.github.mnist4j.callbacks;

import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A training without a model: one weight, and notes of all that callbacks do. */
final class FakeTraining implements TrainingContext {
  private final Map<Callback, Object> states = new IdentityHashMap<>();
  final List<String> saved = new ArrayList<>();
  final StringBuilder printed = new StringBuilder();
  double learningRate;
  double weight;
  long iteration;
  boolean stopped;

  FakeTraining(double learningRate) {
    this.learningRate = learningRate;
  }

  @Override
  public int epochs() {
    return 100;
  }

  @Override
  public int steps() {
    return 10;
  }

  @Override
  public long iteration() {
    return iteration;
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public double learningRate() {
    return learningRate;
  }

  @Override
  public void learningRate(double learningRate) {
    this.learningRate = learningRate;
  }

  @Override
  public Weights weights() {
    return Weights.builder().add("w", Tensor.of(Shape.scalar(), (float) weight)).build();
  }

  @Override
  public void load(Weights weights) {
    weight = weights.get("w").data()[0];
  }

  @Override
  public void save(Path file) {
    saved.add(file.toString());
  }

  @Override
  public void saveWeights(Path file) {
    saved.add(file.toString());
  }

  @Override
  public void backup(Path folder, int nextEpoch) {
    saved.add(folder + " " + nextEpoch);
  }

  @Override
  public boolean restore(Path folder) {
    return false;
  }

  @Override
  public void deleteBackup(Path folder) {}

  @Override
  public Optional<Mode> direction(String name) {
    return switch (name.replaceFirst("^val_", "")) {
      case "loss", "mae" -> Optional.of(Mode.MIN);
      case "accuracy" -> Optional.of(Mode.MAX);
      default -> Optional.empty();
    };
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T state(Callback callback, Supplier<T> start) {
    return (T) states.computeIfAbsent(callback, c -> start.get());
  }

  @Override
  public void print(String line) {
    printed.append(line).append('\n');
  }

  /** Returns what was printed since it was last asked. */
  String taken() {
    String text = printed.toString();
    printed.setLength(0);
    return text;
  }
}
