package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.layers.Constraint;
import io.github.mnist4j.layers.Constraints;
import io.github.mnist4j.layers.Initializer;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.layers.InputLayer;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.layers.Regularizer;
import io.github.mnist4j.layers.Regularizers;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.LossMetric;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.optimizers.Schedule;
import io.github.mnist4j.optimizers.Schedules;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the catalogues list travels in Keras' JSON, each of its settings: what is added to a
 * catalogue is tested here by itself.
 */
class CompletenessTest {
  private static Stream<Layer> layers() {
    return Layers.TYPES.values().stream()
        .map(Layers.Type::prototype)
        .filter(layer -> !(layer instanceof InputLayer))
        .flatMap(Variations::of)
        .map(layer -> layer.name("a"));
  }

  private static Stream<Initializer> initializers() {
    return Initializers.TYPES.values().stream().flatMap(Variations::of);
  }

  private static Stream<Regularizer> regularizers() {
    return Regularizers.TYPES.values().stream().flatMap(Variations::of);
  }

  private static Stream<Constraint> constraints() {
    return Constraints.TYPES.values().stream().flatMap(Variations::of);
  }

  private static Stream<Optimizer> optimizers() {
    return Optimizers.TYPES.values().stream().flatMap(Variations::of);
  }

  private static Stream<Schedule> schedules() {
    return Schedules.TYPES.values().stream().flatMap(Variations::of);
  }

  private static Stream<Loss> losses() {
    return Losses.TYPES.values().stream().flatMap(Variations::of);
  }

  private static Stream<Metric> metrics() {
    return Metrics.TYPES.values().stream()
        .flatMap(
            metric ->
                metric instanceof LossMetric mean
                    ? Variations.of(mean.loss()).map(loss -> new LossMetric(loss, "another"))
                    : Variations.of(metric));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void every_setting_of_a_layer_travels(Layer layer) {
    KerasJson.Network network = new KerasJson.Network("net", null, List.of(layer));
    assertThat(KerasJson.read(KerasJson.write(network))).isEqualTo(network);
  }

  @ParameterizedTest
  @MethodSource("initializers")
  void every_setting_of_an_initializer_travels(Initializer initializer) {
    Layer layer = Layers.Dense(2).kernelInitializer(initializer).name("a");
    KerasJson.Network network = new KerasJson.Network("net", null, List.of(layer));
    assertThat(KerasJson.read(KerasJson.write(network))).isEqualTo(network);
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void every_setting_of_a_regularizer_travels(Regularizer regularizer) throws IOException {
    String json = KerasTree.MAPPER.writeValueAsString(regularizer);
    assertThat(KerasTree.MAPPER.readValue(json, Regularizer.class)).isEqualTo(regularizer);
  }

  @ParameterizedTest
  @MethodSource("constraints")
  void every_setting_of_a_constraint_travels(Constraint constraint) throws IOException {
    String json = KerasTree.MAPPER.writeValueAsString(constraint);
    assertThat(KerasTree.MAPPER.readValue(json, Constraint.class)).isEqualTo(constraint);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void every_setting_of_an_optimizer_travels(Optimizer optimizer) {
    travels(new KerasCompile(optimizer, Losses.meanSquaredError(), List.of()));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void every_setting_of_a_schedule_travels(Schedule schedule) {
    Optimizer optimizer = Optimizers.adam().learningRate(schedule);
    travels(new KerasCompile(optimizer, Losses.meanSquaredError(), List.of()));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void every_setting_of_a_loss_travels(Loss loss) {
    travels(new KerasCompile(Optimizers.sgd(), loss, List.of()));
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void every_setting_of_a_metric_travels(Metric metric) {
    travels(new KerasCompile(Optimizers.sgd(), Losses.meanSquaredError(), List.of(metric)));
  }

  private static void travels(KerasCompile compile) {
    compile.requireWritable();
    assertThat(KerasCompile.read(compile.write(), "$")).isEqualTo(compile);
  }
}
