package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.optimizers.Schedule;
import io.github.mnist4j.optimizers.Schedules;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Schedules of the learning rate in Keras' JSON. */
final class KerasSchedule {
  /** Keys without a default in Keras. */
  private static final Set<String> REQUIRED =
      Set.of(
          "initial_learning_rate",
          "decay_steps",
          "decay_rate",
          "first_decay_steps",
          "boundaries",
          "values");

  /** Reads and writes a schedule's own components, without the object around them. */
  private static final JsonMapper PLAIN =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private KerasSchedule() {}

  /**
   * Requires that a schedule can be written.
   *
   * @throws IllegalArgumentException if it is none of Keras'
   */
  static void requireWritable(Schedule schedule) {
    String name = schedule.getClass().getSimpleName();
    if (!Schedules.TYPES.containsKey(name)
        || Schedules.TYPES.get(name).getClass() != schedule.getClass()) {
      throw Problem.of("the schedule of the learning rate cannot be written to a file")
          .expected(
              "one that Keras has: " + String.join(", ", new TreeSet<>(Schedules.TYPES.keySet())))
          .got(schedule.getClass().getName())
          .fix("save the weights alone, or compile with another one before saving")
          .see("schedule-not-written")
          .asIllegalArgument();
    }
  }

  static ObjectNode write(Schedule schedule) {
    requireWritable(schedule);
    return KerasTree.object(
        "keras.optimizers.schedules",
        schedule.getClass().getSimpleName(),
        PLAIN.valueToTree(schedule));
  }

  static Schedule read(JsonNode node) throws IOException {
    String className = node.path("class_name").asText("");
    Schedule prototype = Schedules.TYPES.get(className);
    if (prototype == null) {
      throw Check.unknown("schedule", className, new TreeSet<>(Schedules.TYPES.keySet()));
    }
    ObjectNode merged = PLAIN.valueToTree(prototype);
    JsonNode config = node.path("config");
    for (String key : REQUIRED) {
      if (merged.has(key) && !config.has(key)) {
        throw new IllegalArgumentException(className + " lacks its \"" + key + "\" in " + node);
      }
    }
    for (Map.Entry<String, JsonNode> entry : config.properties()) {
      JsonNode before = merged.get(entry.getKey());
      if (before != null) {
        merged.set(entry.getKey(), before.isInt() ? whole(entry.getValue()) : entry.getValue());
      } else if (!entry.getKey().equals("name")) {
        throw new IllegalArgumentException("unknown key \"" + entry.getKey() + "\" in " + node);
      }
    }
    return PLAIN.treeToValue(merged, prototype.getClass());
  }

  /** Python's steps may be a float without a fraction. */
  private static JsonNode whole(JsonNode value) {
    return value.isDouble() && value.asDouble() == value.asLong()
        ? LongNode.valueOf(value.asLong())
        : value;
  }
}
