package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.Composite;
import io.github.mnist4j.layers.Layer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name by which Keras' versions mean different functions: {@code hard_sigmoid} is cut from (x +
 * 3) / 6 in Keras 3, and from 0.2 x + 0.5 in Keras 1 and 2 and in TF.js. Read as the other one, a
 * network would compute, and wrongly.
 */
final class KerasMeanings {
  private static final String NAME = "hard_sigmoid";
  private static final int FIRST = 3;

  private KerasMeanings() {}

  /**
   * Requires that a network's names mean what they mean here.
   *
   * @param version the version of Keras that wrote it, where the file around it says so
   * @throws io.github.mnist4j.errors.ModelFormatException if one of them means another function, or
   *     it cannot be known which
   */
  static void require(JsonNode root, @Nullable String version) {
    String path = find(root, "$");
    String written = version == null ? root.path("keras_version").asText("") : version;
    if (path == null || (written.isEmpty() ? hasModules(root) : major(written) >= FIRST)) {
      return;
    }
    throw Problem.of(
            "the JSON says " + NAME + ", which is another function before Keras 3, at " + path)
        .expected("a network of Keras 3, where it is relu6(x + 3) / 6")
        .got(
            written.isEmpty()
                ? "no version, and no key that Keras 3 alone writes (\"module\")"
                : "one of Keras " + written + ", where it is 0.2 x + 0.5, cut at 0 and 1")
        .fix("train it with another activation, or with Keras 3")
        .see("hard-sigmoid")
        .asModelFormatException();
  }

  /** Returns why Keras 2's words for a layer would mean another one, where they would. */
  static Optional<String> obstacleInKeras2(Layer layer) {
    if (layer instanceof Composite) {
      return Optional.of("layers inside of layers are not written in Keras 2's words");
    }
    return find(KerasTree.write(layer, null), "$") == null
        ? Optional.empty()
        : Optional.of("Keras 2 means another function by " + NAME);
  }

  private static @Nullable String find(JsonNode node, String path) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String at = path + "." + entry.getKey();
      boolean activation = entry.getKey().endsWith("activation");
      String found =
          activation && entry.getValue().asText().equals(NAME) ? at : find(entry.getValue(), at);
      if (found != null) {
        return found;
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      String found = find(node.get(i), path + "[" + i + "]");
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Keras 3 writes the modules of its classes; so does Keras 2.13 and later, with its version. */
  private static boolean hasModules(JsonNode root) {
    return root.has("module") || root.path("config").path("layers").path(0).has("module");
  }

  private static int major(String version) {
    int end = 0;
    while (end < Math.min(4, version.length()) && Character.isDigit(version.charAt(end))) {
      end++;
    }
    return end == 0 ? 0 : Integer.parseInt(version.substring(0, end));
  }
}
