package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.optimizers.Optimizer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a network was compiled, as Keras' files have it: {@code compile_config} with optimizer, loss
 * and metrics.
 *
 * @param optimizer how weights follow their gradients
 * @param loss what training makes small
 * @param metrics what is counted for people
 */
public record KerasCompile(Optimizer optimizer, Loss loss, List<Metric> metrics) {
  /** Keys of a compile_config beside the three that are read. */
  private static final Set<String> BESIDE =
      Set.of(
          "loss_weights",
          "weighted_metrics",
          "run_eagerly",
          "steps_per_execution",
          "jit_compile",
          "auto_scale_loss");

  /** Copies the list. */
  public KerasCompile {
    metrics = List.copyOf(metrics);
  }

  /**
   * Requires that all of it can be written.
   *
   * @throws IllegalArgumentException if the loss, a metric, or the schedule of the learning rate,
   *     is not one of Keras'
   */
  void requireWritable() {
    KerasLoss.requireWritable(loss);
    KerasOptimizer.requireWritable(optimizer);
    metrics.forEach(KerasMetric::requireWritable);
  }

  ObjectNode write() {
    ObjectNode root = KerasTree.MAPPER.createObjectNode();
    root.set("optimizer", KerasOptimizer.write(optimizer));
    root.set("loss", KerasLoss.write(loss));
    ArrayNode names = root.putArray("metrics");
    metrics.forEach(metric -> names.add(KerasMetric.write(metric)));
    return root;
  }

  /**
   * Returns what a compile_config says, or {@code null} where it says nothing: the network was not
   * compiled.
   */
  static @Nullable KerasCompile read(JsonNode root, String path) {
    if (!root.isObject()
        || root.isEmpty()
        || root.path("optimizer").isNull()
        || root.path("loss").isNull()) {
      return null;
    }
    KerasTree.requireKeys(root, path, BESIDE, Set.of("optimizer", "loss", "metrics"));
    for (String key : List.of("loss_weights", "weighted_metrics")) {
      if (root.hasNonNull(key) && !root.get(key).isEmpty()) {
        throw unsupported(path + "." + key, "null", root.get(key));
      }
    }
    return new KerasCompile(
        KerasOptimizer.read(root.path("optimizer"), path + ".optimizer"),
        KerasLoss.read(root.path("loss"), path + ".loss"),
        KerasMetric.read(root.path("metrics"), path + ".metrics"));
  }

  /** Finds what a name means. */
  interface Lookup<T> {
    T find();
  }

  static <T> T named(String path, Lookup<T> lookup) {
    try {
      return lookup.find();
    } catch (IllegalArgumentException e) {
      throw Problem.of("the file was compiled with what this library has not, at " + path)
          .got(String.valueOf(e.getMessage()).replace("\n", "\n  "))
          .fix("load it for predicting alone: Models.loadUncompiled(file)")
          .see("unsupported-compile")
          .asModelFormatException(e);
    }
  }

  static RuntimeException unsupported(String path, String expected, JsonNode value) {
    return Problem.of("the file wants what this library cannot do, at " + path)
        .expected(expected)
        .got(value.toString())
        .fix("load it for predicting alone: Models.loadUncompiled(file)")
        .see("unsupported-compile")
        .asModelFormatException();
  }

  static RuntimeException unknown(String path, JsonNode value) {
    return Problem.of("the file has a key that this library does not know, at " + path)
        .got(value.toString())
        .fix("load it for predicting alone: Models.loadUncompiled(file)")
        .see("unknown-key")
        .asModelFormatException();
  }
}
