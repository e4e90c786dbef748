package io.github.mnist4j.nd4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import java.io.UncheckedIOException;

/** The optimizers of golden files, of Keras' config. */
final class GoldenOptimizers {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private GoldenOptimizers() {}

  static Optimizer of(Golden.Case c) {
    Optimizer prototype = Optimizers.TYPES.get(c.get("optimizer").asText());
    ObjectNode tree = MAPPER.valueToTree(prototype);
    ObjectNode options = (ObjectNode) tree.get("options");
    for (var entry : c.get("config").properties()) {
      String key = entry.getKey().replace("beta_", "beta");
      JsonNode value = entry.getValue();
      if (tree.has(key)) {
        tree.set(key, value);
      } else if (options.has(key)) {
        options.set(key, value);
      }
    }
    try {
      return MAPPER.treeToValue(tree, prototype.getClass());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
