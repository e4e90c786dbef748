package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.layers.Composite;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What this library has of a section of Keras' names, and the config that files have of it: the
 * readers of files know which arguments there are, and at which values they change nothing.
 *
 * @param types the entries by Keras' class name
 * @param factories the class that makes them
 * @param named finds an entry by a short name of Keras, or throws
 * @param config writes an entry's own arguments
 * @param reader reads an entry of a class name and a config
 */
record ParityCatalogue<T>(
    Map<String, T> types,
    Class<?> factories,
    Function<String, T> named,
    Function<T, ObjectNode> config,
    Reader<T> reader) {
  /** Reads an entry; throws where the config wants what there is not. */
  interface Reader<T> {
    T read(ObjectNode object) throws IOException;
  }

  private static final Map<String, ParityCatalogue<?>> ALL = new LinkedHashMap<>();

  static {
    Map<String, Layer> layers = new TreeMap<>();
    Layers.TYPES.forEach((name, type) -> layers.put(name, type.prototype()));
    ALL.put(
        "layers",
        new ParityCatalogue<>(
            layers,
            Layers.class,
            ParityCatalogue::nothing,
            ParityCatalogue::layerConfig,
            object -> KerasTree.read(object, "$")));
    ALL.put("initializers", objects(Initializers.TYPES, Initializers.class, Initializer.class));
    ALL.put("regularizers", objects(Regularizers.TYPES, Regularizers.class, Regularizer.class));
    ALL.put("constraints", objects(Constraints.TYPES, Constraints.class, Constraint.class));
    ALL.put(
        "losses",
        new ParityCatalogue<Loss>(
            Losses.TYPES,
            Losses.class,
            Losses::named,
            KerasLoss::tree,
            object -> KerasLoss.read(object, "$")));
    ALL.put(
        "metrics",
        new ParityCatalogue<Metric>(
            Metrics.TYPES,
            Metrics.class,
            Metrics::named,
            KerasMetric::tree,
            object -> KerasMetric.read(list(object), "$").get(0)));
    ALL.put(
        "optimizers",
        new ParityCatalogue<Optimizer>(
            Optimizers.TYPES,
            Optimizers.class,
            ParityCatalogue::nothing,
            optimizer -> (ObjectNode) KerasOptimizer.write(optimizer).get("config"),
            object -> KerasOptimizer.read(object, "$")));
    ALL.put(
        "schedules",
        new ParityCatalogue<Schedule>(
            Schedules.TYPES,
            Schedules.class,
            ParityCatalogue::nothing,
            schedule -> (ObjectNode) KerasSchedule.write(schedule).get("config"),
            KerasSchedule::read));
  }

  /** By section. */
  static Map<String, ParityCatalogue<?>> all() {
    return ALL;
  }

  private static <T> ParityCatalogue<T> objects(
      Map<String, T> types, Class<?> factories, Class<T> type) {
    return new ParityCatalogue<>(
        types,
        factories,
        ParityCatalogue::nothing,
        value -> (ObjectNode) KerasTree.MAPPER.valueToTree(value).get("config"),
        object -> KerasTree.MAPPER.treeToValue(object, type));
  }

  private static <T> T nothing(String name) {
    throw new IllegalArgumentException(name);
  }

  private static ObjectNode layerConfig(Layer layer) {
    if (layer instanceof Composite) {
      return ((ObjectNode) KerasTree.write(layer, null).get("config"))
          .without(List.of("trainable", "dtype"));
    }
    return layer instanceof InputLayer
        ? ((ObjectNode) KerasTree.write(layer, null).get("config")).retain("batch_shape")
        : KerasTree.MAPPER.valueToTree(layer);
  }

  private static ArrayNode list(ObjectNode object) {
    return KerasTree.MAPPER.createArrayNode().add(object);
  }

  boolean has(String className) {
    return types.containsKey(className);
  }

  /** Returns the class name of the entry that has a short name, or the empty text. */
  String classNameOf(String name) {
    try {
      T found = named.apply(name);
      for (Map.Entry<String, T> type : types.entrySet()) {
        if (type.getValue().getClass() == found.getClass() && sameLoss(type.getValue(), found)) {
          return type.getKey();
        }
      }
    } catch (IllegalArgumentException e) {
      return "";
    }
    return "";
  }

  private static boolean sameLoss(Object a, Object b) {
    return !(a instanceof LossMetric mean && b instanceof LossMetric other)
        || mean.loss().getClass() == other.loss().getClass();
  }

  /** Returns whether an argument is a setting here. */
  boolean knows(String className, String argument) {
    return config.apply(types.get(className)).has(argument);
  }

  /** Returns whether a file with Keras' default of an argument gives the entry of the catalogue. */
  boolean takesDefault(String className, KerasNames.Argument argument) {
    ObjectNode settings = config.apply(types.get(className)).deepCopy();
    JsonNode standard = argument.standard();
    JsonNode resolved =
        !standard.isNull()
            ? standard
            : switch (argument.name()) { // as Keras' constructors do
              case "activation" -> TextNode.valueOf("linear");
              case "strides" -> settings.path("pool_size");
              default -> standard;
            };
    return gives(className, settings, argument.name(), resolved)
        || standard.isNull() && gives(className, settings, argument.name(), BooleanNode.FALSE);
  }

  private boolean gives(String className, ObjectNode settings, String key, JsonNode value) {
    settings.set(key, value);
    try {
      return reader.read(KerasTree.object("", className, settings)).equals(types.get(className));
    } catch (IOException | IllegalArgumentException | ModelFormatException e) {
      return false;
    }
  }
}
