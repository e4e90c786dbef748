package io.github.mnist4j.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.mnist4j.layers.FillMode;
import io.github.mnist4j.layers.Initializer;
import io.github.mnist4j.layers.Interpolation;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Regularizer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The choices that Keras writes as words: an enum's constants in lower case. */
final class KerasEnums extends SimpleModule {
  private static final long serialVersionUID = 1L;

  KerasEnums() {
    words(Padding.class, Map.of());
    words(Interpolation.class, Map.of());
    words(FillMode.class, Map.of());
    words(Initializer.Mode.class, Map.of());
    words(Regularizer.Mode.class, Map.of());
    words(
        Initializer.Distribution.class,
        Map.of("normal", Initializer.Distribution.TRUNCATED_NORMAL)); // Keras 2's word
  }

  private <E extends Enum<E>> void words(Class<E> type, Map<String, E> others) {
    addSerializer(
        type,
        new StdSerializer<E>(type) {
          private static final long serialVersionUID = 1L;

          @Override
          public void serialize(E value, JsonGenerator json, SerializerProvider provider)
              throws IOException {
            json.writeString(word(value));
          }
        });
    addDeserializer(
        type,
        new StdDeserializer<E>(type) {
          private static final long serialVersionUID = 1L;

          @Override
          public E deserialize(JsonParser parser, DeserializationContext context)
              throws IOException {
            return read(context.readTree(parser), type, others);
          }
        });
  }

  private static <E extends Enum<E>> E read(JsonNode node, Class<E> type, Map<String, E> others) {
    for (E value : type.getEnumConstants()) {
      if (word(value).equals(node.asText())) {
        return value;
      }
    }
    E other = others.get(node.asText());
    if (other == null) {
      String words =
          Arrays.stream(type.getEnumConstants())
              .map(value -> '"' + word(value) + '"')
              .collect(Collectors.joining(" or "));
      throw new IllegalArgumentException("expected " + words + ", got " + node);
    }
    return other;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
