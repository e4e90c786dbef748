package io.github.mnist4j.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Numbers of SciPy, scikit-learn and statsmodels; {@code golden/evaluation.py} made them. */
final class Golden {
  private Golden() {}

  static Stream<JsonNode> cases(String list) throws IOException {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/evaluation.json")) {
      return stream(new ObjectMapper().readTree(in).required(list));
    }
  }

  static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  static int[] ints(JsonNode list) {
    return stream(list).mapToInt(JsonNode::asInt).toArray();
  }

  static double[] doubles(JsonNode list) {
    return stream(list).mapToDouble(JsonNode::asDouble).toArray();
  }

  static float[] floats(JsonNode list) {
    double[] doubles = doubles(list);
    float[] floats = new float[doubles.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) doubles[i];
    }
    return floats;
  }
}
