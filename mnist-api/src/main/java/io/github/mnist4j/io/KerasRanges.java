package io.github.mnist4j.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.RandomContrast;
import io.github.mnist4j.layers.Range;
import java.io.IOException;

/** Ranges in configs: a factor is a number or two, the values of images are two. */
final class KerasRanges {
  private static final String VALUES = "value_range";

  private KerasRanges() {}

  /**
   * Writes a number where it stands for both sides of 0: of a shear, Keras refuses the pair that
   * says the same. Of the values of images, Keras refuses the number.
   */
  static final class Writer extends StdSerializer<Range> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Range.class);
    }

    @Override
    public void serialize(Range range, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      boolean number = range.lower() == -range.upper();
      if (number && !VALUES.equals(json.getOutputContext().getCurrentName())) {
        json.writeNumber(range.upper());
      } else {
        json.writePOJO(new double[] {range.lower(), range.upper()});
      }
    }
  }

  /** Keras takes a pair in any order. */
  static Range read(JsonNode node) {
    if (node.isNumber()) {
      return Range.around(node.asDouble());
    }
    if (node.isArray() && node.size() == 2 && node.get(0).isNumber() && node.get(1).isNumber()) {
      double one = node.get(0).asDouble();
      double other = node.get(1).asDouble();
      return new Range(Math.min(one, other), Math.max(one, other));
    }
    throw new IllegalArgumentException("expected a number or two such as [-0.1, 0.1], got " + node);
  }

  /** Returns a value as the layer means it: the one number of a contrast is its upper side. */
  static JsonNode meant(Layer layer, String key, JsonNode value) {
    boolean upper = layer instanceof RandomContrast && key.equals("factor") && value.isNumber();
    return upper
        ? KerasTree.MAPPER.valueToTree(new double[] {0, Math.abs(value.asDouble())})
        : value;
  }
}
