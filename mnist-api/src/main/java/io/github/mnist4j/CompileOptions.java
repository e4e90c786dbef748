package io.github.mnist4j;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.spi.Engine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a network is made into a model.
 *
 * <pre>{@code
 * cnn.compile(CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy()).seed(1))
 * }</pre>
 *
 * @param optimizer how weights follow their gradients
 * @param loss what training makes small
 * @param metrics what is counted for people
 * @param seed where weights, order and dropout come from; {@code null}: another one each time, see
 *     {@link Model#seed}
 * @param engine what runs the model; {@code null}: the one on the class path
 */
public record CompileOptions(
    Optimizer optimizer,
    Loss loss,
    List<Metric> metrics,
    @Nullable Long seed,
    @Nullable Engine engine) {
  /** Copies the list and checks that all is there. */
  public CompileOptions {
    Check.notNull(optimizer, "compile", "optimizer");
    Check.notNull(loss, "compile", "loss");
    metrics = List.copyOf(metrics);
  }

  /** Returns options without a seed, for the engine on the class path. */
  public static CompileOptions of(Optimizer optimizer, Loss loss, Metric... metrics) {
    return new CompileOptions(optimizer, loss, List.of(metrics), null, null);
  }

  /** Returns the same options with a seed: the same numbers in each run on the same machine. */
  public CompileOptions seed(long seed) {
    return new CompileOptions(optimizer, loss, metrics, seed, engine);
  }

  /** Returns the same options with an engine. */
  public CompileOptions engine(Engine engine) {
    return new CompileOptions(optimizer, loss, metrics, seed, engine);
  }
}
