package io.github.mnist4j.nd4j;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.bytedeco.dnnl.engine;
import org.bytedeco.javacpp.Loader;

/**
 * Whether oneDNN can be called directly, and its engine. It gives what ND4J's operations hide:
 * blocked layouts that stay from layer to layer, fused activations, pooling that remembers,
 * gradients by weights alone. Where it is not there, or does not load, ND4J's operations do
 * everything.
 */
final class OneDnn {
  /** Set to {@code false}, this system property leaves oneDNN alone. */
  static final String PROPERTY = "mnist4j.oneDnn";

  private static final Logger LOG = System.getLogger(OneDnn.class.getName());

  private OneDnn() {}

  /** Returns whether networks run on oneDNN. */
  static boolean isUsed() {
    return wanted() && Nd4jRuntime.onProcessor() && Loaded.THERE;
  }

  /** Returns whether it is wanted and its native library is on the class path; loads nothing. */
  static boolean isOffered() {
    String library =
        "org/bytedeco/dnnl/" + Loader.getPlatform() + "/" + System.mapLibraryName("jnidnnl");
    return wanted() && OneDnn.class.getClassLoader().getResource(library) != null;
  }

  private static boolean wanted() {
    return Boolean.parseBoolean(System.getProperty(PROPERTY, "true"));
  }

  static engine engine() {
    return Loaded.ENGINE;
  }

  /** Loads the library, once, when it is first asked for. */
  private static final class Loaded {
    static final engine ENGINE;
    static final boolean THERE;

    static {
      engine loaded = null;
      try {
        loaded = new engine(engine.kind.cpu, 0);
      } catch (LinkageError | RuntimeException e) {
        LOG.log(Level.DEBUG, "oneDNN is not used: {0}", e.toString());
      }
      ENGINE = loaded;
      THERE = loaded != null;
    }
  }
}
