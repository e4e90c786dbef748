package io.github.mnist4j.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Initializer;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.optimizers.Schedule;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How the values in a layer's config look in Keras' JSON. */
final class KerasValues extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Keys of an initializer's config that say nothing here, or only in some versions. */
  private static final Set<String> INITIALIZER_EXTRAS =
      Set.of("dtype", "input_axes", "output_axes");

  KerasValues() {
    both(Schedule.class, KerasSchedule::write, KerasSchedule::read);
    both(Size.class, size -> new int[] {size.height(), size.width()}, KerasValues::size);
    both(Padding.class, padding -> padding.name().toLowerCase(Locale.ROOT), KerasValues::padding);
    both(Activation.class, Activation::name, node -> Activation.named(node.asText()));
    both(Initializer.class, KerasValues::initializer, KerasValues::initializer);
  }

  private interface Written<T> {
    Object of(T value);
  }

  private interface Read<T> {
    T of(JsonNode node) throws IOException;
  }

  private <T> void both(Class<T> type, Written<T> written, Read<T> read) {
    addSerializer(
        type,
        new StdSerializer<T>(type) {
          private static final long serialVersionUID = 1L;

          @Override
          public void serialize(T value, JsonGenerator json, SerializerProvider provider)
              throws IOException {
            json.writePOJO(written.of(value));
          }
        });
    addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          private static final long serialVersionUID = 1L;

          @Override
          public T deserialize(JsonParser parser, DeserializationContext context)
              throws IOException {
            return read.of(context.readTree(parser));
          }
        });
  }

  private static Size size(JsonNode node) {
    if (node.isInt()) {
      return Size.square(node.asInt());
    }
    if (node.isArray() && node.size() == 2 && node.get(0).isInt() && node.get(1).isInt()) {
      return new Size(node.get(0).asInt(), node.get(1).asInt());
    }
    throw new IllegalArgumentException("expected a size such as 3 or [3, 3], got " + node);
  }

  private static Padding padding(JsonNode node) {
    for (Padding padding : Padding.values()) {
      if (padding.name().toLowerCase(Locale.ROOT).equals(node.asText())) {
        return padding;
      }
    }
    throw new IllegalArgumentException("expected \"valid\" or \"same\", got " + node);
  }

  private static ObjectNode initializer(Initializer initializer) {
    ObjectNode config = KerasTree.MAPPER.createObjectNode();
    config.setAll((ObjectNode) PLAIN.valueToTree(initializer));
    return KerasTree.object("keras.initializers", initializer.getClass().getSimpleName(), config);
  }

  private static Initializer initializer(JsonNode node) throws IOException {
    if (node.isTextual()) {
      return Initializers.named(node.asText());
    }
    Initializer prototype = Initializers.named(node.path("class_name").asText());
    ObjectNode merged = PLAIN.valueToTree(prototype);
    for (Map.Entry<String, JsonNode> entry : node.path("config").properties()) {
      if (merged.has(entry.getKey())) {
        merged.set(entry.getKey(), entry.getValue());
      } else if (!INITIALIZER_EXTRAS.contains(entry.getKey())) {
        throw new IllegalArgumentException("unknown key \"" + entry.getKey() + "\" in " + node);
      }
    }
    return PLAIN.treeToValue(merged, prototype.getClass());
  }

  /** Reads and writes an initializer's own components, without the object around them. */
  private static final com.fasterxml.jackson.databind.json.JsonMapper PLAIN =
      com.fasterxml.jackson.databind.json.JsonMapper.builder()
          .propertyNamingStrategy(
              com.fasterxml.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
}
