package io.github.mnist4j.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Constraint;
import io.github.mnist4j.layers.Constraints;
import io.github.mnist4j.layers.Initializer;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.layers.Margins;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.layers.Regularizer;
import io.github.mnist4j.layers.Regularizers;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.optimizers.Schedule;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** How the values in a layer's config look in Keras' JSON. */
final class KerasValues extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /**
   * The class of orthogonal matrices is {@code OrthogonalInitializer} before Keras 3.5, and is
   * found under that name by the later versions, too.
   */
  private static final KerasObjects<Initializer> INITIALIZERS =
      new KerasObjects<>(
          "keras.initializers",
          Initializers::named,
          Map.of("Orthogonal", "OrthogonalInitializer"),
          Set.of("input_axes", "output_axes"),
          Set.of("dtype"));

  private static final KerasObjects<Regularizer> REGULARIZERS =
      new KerasObjects<>("keras.regularizers", Regularizers::named, Map.of(), Set.of(), Set.of());

  private static final KerasObjects<Constraint> CONSTRAINTS =
      new KerasObjects<>("keras.constraints", Constraints::named, Map.of(), Set.of(), Set.of());

  KerasValues() {
    both(Schedule.class, KerasSchedule::write, KerasSchedule::read);
    both(Size.class, size -> new int[] {size.height(), size.width()}, KerasValues::size);
    both(
        Margins.class,
        m -> new int[][] {{m.top(), m.bottom()}, {m.left(), m.right()}},
        KerasValues::margins);
    addSerializer(Range.class, new KerasRanges.Writer());
    reads(Range.class, KerasRanges::read);
    both(Activation.class, Activation::name, node -> Activation.named(node.asText()));
    both(Initializer.class, INITIALIZERS::write, INITIALIZERS::read);
    both(Regularizer.class, REGULARIZERS::write, REGULARIZERS::read);
    both(Constraint.class, CONSTRAINTS::write, CONSTRAINTS::read);
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
    reads(type, read);
  }

  private <T> void reads(Class<T> type, Read<T> read) {
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

  /** Keras takes one number, one a direction, or two a direction. */
  private static Margins margins(JsonNode node) {
    if (node.isInt()) {
      return Margins.all(node.asInt());
    }
    if (node.isArray() && node.size() == 2) {
      int[] rows = ends(node.get(0));
      int[] columns = ends(node.get(1));
      return new Margins(rows[0], rows[1], columns[0], columns[1]);
    }
    throw new IllegalArgumentException("expected margins such as [[1, 2], [3, 0]], got " + node);
  }

  private static int[] ends(JsonNode node) {
    if (node.isInt()) {
      return new int[] {node.asInt(), node.asInt()};
    }
    if (node.isArray() && node.size() == 2 && node.get(0).isInt() && node.get(1).isInt()) {
      return new int[] {node.get(0).asInt(), node.get(1).asInt()};
    }
    throw new IllegalArgumentException("expected a number or two such as [1, 2], got " + node);
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
}
