package io.github.mnist4j;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.io.KerasJson;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.InputLayer;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Names;
import io.github.mnist4j.layers.Stack;
import io.github.mnist4j.losses.CrossEntropy;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.LossMetric;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stack of layers, as a value: it can be compared, printed and stored, and holds no weights.
 * {@link #compile} makes a {@link Model} of it, which can be trained.
 *
 * <pre>{@code
 * var cnn = Sequential.of(
 *     Conv2D(32, 3, relu), MaxPool(2), Conv2D(64, 3, relu), MaxPool(2), Flatten(), Dense(64, relu), Dense(10));
 * try (Model model = cnn.compile(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())) {
 *   model.fit(mnist.train(), epochs(10).validationData(mnist.test()));
 * }
 * }</pre>
 *
 * <p>{@code Input(…)} may stand first. Where it is missing, the first data that the model sees
 * gives the shape, or {@link #build} does.
 */
public final class Sequential {
  private final String name;
  private final @Nullable InputLayer input;
  private final List<Layer> layers;
  private final Set<String> frozen;
  private final @Nullable List<LayerSpec> plan;

  private Sequential(
      String name, @Nullable InputLayer input, List<Layer> layers, Set<String> frozen) {
    this.name = Check.layerName(name, "Sequential");
    this.input = input;
    this.layers = Names.unique(layers);
    this.frozen = Collections.unmodifiableSet(new TreeSet<>(frozen));
    plan = input == null ? null : resolve(input.shape(), this.layers, this.frozen);
  }

  /**
   * Stacks layers, the first takes the samples; {@code Input(…)} may be one, and only the first.
   *
   * @throws ShapeException if a layer cannot take what the one before it makes
   * @throws IllegalArgumentException if there is no layer, or two have the same name
   */
  public static Sequential of(Layer... layers) {
    return of(List.of(layers));
  }

  /** Stacks the layers of a list; see {@link #of(Layer...)}. */
  public static Sequential of(List<Layer> layers) {
    InputLayer input =
        !layers.isEmpty() && layers.get(0) instanceof InputLayer first ? first : null;
    return of(
        "sequential", input, input == null ? layers : layers.subList(1, layers.size()), Set.of());
  }

  private static Sequential of(
      String name, @Nullable InputLayer input, List<Layer> rest, Set<String> frozen) {
    if (rest.isEmpty()) {
      throw Problem.of("a network needs a layer")
          .expected(
              "at least one layer"
                  + (input == null
                      ? ""
                      : " behind Input" + input.shape().toString().replace(",)", ")")))
          .got("none")
          .see("no-layers")
          .asIllegalArgument();
    }
    if (rest.stream().anyMatch(InputLayer.class::isInstance)) {
      throw Problem.of("Input(…) stands in the middle of a network")
          .expected("Input(…) as the first layer, or not at all")
          .got(rest.toString())
          .see("input-in-the-middle")
          .asIllegalArgument();
    }
    return new Sequential(name, input, rest, frozen);
  }

  /**
   * Reads an architecture from Keras' JSON, as {@link #toJson} and Keras' own {@code to_json()}
   * write it.
   *
   * @throws io.github.mnist4j.errors.ModelFormatException if the text is no network of layers that
   *     this library has
   */
  public static Sequential fromJson(String json) {
    return of(KerasJson.read(json));
  }

  /** Returns the network of a file. */
  static Sequential of(KerasJson.Network network) {
    try {
      return of(network.name(), network.input(), network.layers(), network.frozen());
    } catch (IllegalArgumentException e) {
      throw Problem.of("the JSON's layers make no network: " + e.getMessage())
          .asModelFormatException(e);
    }
  }

  /**
   * Returns the architecture as Keras 3's JSON: {@code class_name} and {@code config}, layer by
   * layer; no weights.
   */
  public String toJson() {
    return KerasJson.write(network());
  }

  /**
   * Returns this network as a layer of another: the layers, without the input, under this network's
   * name.
   *
   * <pre>{@code Sequential.of(cnn.asLayer(), Dense(10))}</pre>
   */
  public Stack asLayer() {
    return new Stack(layers, name);
  }

  /** Returns what files have of this network. */
  KerasJson.Network network() {
    return new KerasJson.Network(name, input, layers, frozen);
  }

  /** Returns the network's name; {@code sequential} if none was given. */
  public String name() {
    return name;
  }

  /** Returns the same network under another name. */
  public Sequential name(String name) {
    return new Sequential(name, input, layers, frozen);
  }

  /** Returns the layers, named, without {@code Input}. */
  public List<Layer> layers() {
    return layers;
  }

  /**
   * Returns the same network with some more layers frozen: training leaves their parameters as they
   * are, and a batch normalization among them takes its moving mean and variance. Keras' {@code
   * trainable = False}.
   *
   * <pre>{@code
   * Sequential tuned = trained.architecture().freeze("conv2d", "conv2d_1");
   * try (Model model = tuned.compile(adam(1e-4), sparseCategoricalCrossentropy().fromLogits(), accuracy())) {
   *   model.load(trained.weights());
   * }
   * }</pre>
   *
   * @throws IllegalArgumentException if there is no layer of one of the names
   */
  public Sequential freeze(String... names) {
    Set<String> more = new TreeSet<>(frozen);
    more.addAll(known(names));
    return new Sequential(name, input, layers, more);
  }

  /**
   * Returns the same network with some layers to be trained again.
   *
   * @throws IllegalArgumentException if there is no layer of one of the names
   */
  public Sequential unfreeze(String... names) {
    Set<String> rest = new TreeSet<>(frozen);
    rest.removeAll(known(names));
    return new Sequential(name, input, layers, rest);
  }

  private List<String> known(String... names) {
    List<String> known = layers.stream().map(Layer::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw Check.unknown("layer", name, known);
      }
    }
    return List.of(names);
  }

  /** Returns the names of the layers that are frozen. */
  public Set<String> frozen() {
    return frozen;
  }

  /** Returns one sample's shape, where it is known. */
  public Optional<Shape> inputShape() {
    return Optional.ofNullable(input).map(InputLayer::shape);
  }

  /** Returns one output's shape, where the input's is known. */
  public Optional<Shape> outputShape() {
    return Optional.ofNullable(plan).map(specs -> specs.get(specs.size() - 1).output());
  }

  /**
   * Returns the same network for samples of a shape.
   *
   * <pre>{@code System.out.print(cnn.build(Shape.of(28, 28, 1)).summary());}</pre>
   *
   * @throws ShapeException if a layer cannot take its input, or the network is built for another
   *     shape
   */
  public Sequential build(Shape shape) {
    if (input != null) {
      try {
        input.outputShape(shape);
      } catch (ShapeException e) {
        throw e.in("Input" + input.shape().toString().replace(",)", ")"), "build(…)");
      }
      return this;
    }
    return new Sequential(name, new InputLayer(shape, null), layers, frozen);
  }

  /** Returns the table of layers, shapes and numbers of parameters; its text is Keras'. */
  public Summary summary() {
    return Summary.of(name, layers, plan == null ? List.of() : plan);
  }

  /**
   * Makes a model that can be trained.
   *
   * @throws io.github.mnist4j.errors.CompileException if loss and last layer do not fit, or there
   *     is not one engine
   */
  public Model compile(Optimizer optimizer, Loss loss, Metric... metrics) {
    return compile(CompileOptions.of(optimizer, loss, metrics));
  }

  /**
   * Makes a model that can be trained, by Keras' names.
   *
   * <p>A cross-entropy by its name takes what the last layer gives: probabilities behind softmax,
   * logits behind none. (Keras would take probabilities in each case, and train on logarithms of
   * what are none.)
   *
   * <pre>{@code cnn.compile("adam", "sparse_categorical_crossentropy", "accuracy")}</pre>
   *
   * @throws IllegalArgumentException if a name is unknown; the message says what was meant, and
   *     lists what there is
   */
  public Model compile(String optimizer, String loss, String... metrics) {
    return compile(
        CompileOptions.of(
            Optimizers.named(optimizer),
            fitting(Losses.named(loss)),
            Stream.of(metrics).map(Metrics::named).map(this::fitting).toArray(Metric[]::new)));
  }

  private Loss fitting(Loss loss) {
    return loss instanceof CrossEntropy crossEntropy
        ? crossEntropy.fromLogits(lastActivation() == Activation.linear)
        : loss;
  }

  private Metric fitting(Metric metric) {
    return metric instanceof LossMetric mean
        ? new LossMetric(fitting(mean.loss()), mean.name())
        : metric;
  }

  /** Makes a model that can be trained, with a seed or an engine of the caller's choice. */
  public Model compile(CompileOptions options) {
    options.loss().requireOutput(lastActivation());
    for (Metric metric : options.metrics()) {
      if (metric instanceof LossMetric mean) {
        mean.loss().requireOutput(lastActivation());
      }
    }
    return new Model(this, options, true);
  }

  /** Returns the plan, for samples of the shape this network is built for. */
  List<LayerSpec> plan() {
    return Objects.requireNonNull(plan, "not built");
  }

  /** Returns what the outputs come out of. */
  Activation lastActivation() {
    int last = layers.size() - 1;
    while (last > 0 && layers.get(last).passesOn()) {
      last--;
    }
    return layers.get(last).activation();
  }

  private static List<LayerSpec> resolve(Shape input, List<Layer> layers, Set<String> frozen) {
    List<LayerSpec> specs = new ArrayList<>();
    Shape shape = input;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      try {
        Shape output = layer.outputShape(shape);
        specs.add(
            new LayerSpec(
                Objects.requireNonNull(layer.name()),
                layer,
                shape,
                output,
                layer.params(shape),
                frozen.contains(layer.name())));
        shape = output;
      } catch (ShapeException e) {
        throw e.in(place(layers, i), i == 0 ? "the samples" : place(layers, i - 1));
      }
    }
    return List.copyOf(specs);
  }

  private static String place(List<Layer> layers, int i) {
    return "layer "
        + (i + 1)
        + " '"
        + layers.get(i).name()
        + "' ("
        + layers.get(i).className()
        + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sequential that
        && name.equals(that.name)
        && Objects.equals(inputShape(), that.inputShape())
        && layers.equals(that.layers)
        && frozen.equals(that.frozen);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, inputShape(), layers, frozen);
  }

  @Override
  public String toString() {
    return name + layers;
  }
}
