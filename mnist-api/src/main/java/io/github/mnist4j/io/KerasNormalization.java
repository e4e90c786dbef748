package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.layers.Normalization;
import io.github.mnist4j.tensor.Shape;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mean and variance in a {@code Normalization}'s config: Keras has an array with an axis for each
 * of the layer's, and a number where it has none; the record has them in a row.
 */
final class KerasNormalization {
  static final Set<String> STATISTICS = Set.of("mean", "variance");

  private KerasNormalization() {}

  /** Gives the statistics in a layer's config the axes that Keras wants. */
  static void shape(Normalization layer, @Nullable Shape input, ObjectNode config) {
    for (String key : STATISTICS) {
      JsonNode row = config.path(key);
      if (row.size() == 1) {
        config.set(key, row.get(0));
      } else if (row.isArray() && input != null && layer.axis().size() > 1) {
        int[] axes =
            layer.axis().stream()
                .mapToInt(axis -> axis < 0 ? axis + input.rank() : axis - 1)
                .sorted()
                .toArray();
        config.set(key, nested(row.elements(), input, axes, 0));
      }
    }
  }

  private static ArrayNode nested(Iterator<JsonNode> row, Shape input, int[] axes, int depth) {
    ArrayNode array = KerasTree.MAPPER.createArrayNode();
    for (int i = 0; i < input.dim(axes[depth]); i++) {
      array.add(depth + 1 == axes.length ? row.next() : nested(row, input, axes, depth + 1));
    }
    return array;
  }

  /** Returns the numbers of an array in a row. */
  static JsonNode row(JsonNode statistics) {
    if (!statistics.isArray()) {
      return statistics;
    }
    ArrayNode row = KerasTree.MAPPER.createArrayNode();
    flatten(statistics, row);
    return row;
  }

  private static void flatten(JsonNode node, ArrayNode row) {
    if (node.isArray()) {
      node.forEach(each -> flatten(each, row));
    } else {
      row.add(node);
    }
  }
}
