package io.github.mnist4j.nd4j;

import io.github.mnist4j.spi.Engine;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.Program;

/**
 * Runs networks on ND4J. Found by {@link java.util.ServiceLoader}; ND4J itself is loaded with the
 * first network.
 *
 * <pre>{@code
 * Engine engine = new Nd4jEngine();
 * engine.prepare();     // loads ND4J now, and not with the first network
 * try (Program program = engine.compile(network)) {
 *   program.load(network.initialWeights());
 * }
 * }</pre>
 */
public final class Nd4jEngine implements Engine {
  /** For the service loader. */
  public Nd4jEngine() {}

  @Override
  public String name() {
    return "ND4J";
  }

  @Override
  public void prepare() {
    Nd4jRuntime.start();
    OneDnn.isUsed();
  }

  @Override
  public Program compile(NetworkSpec network) {
    Nd4jRuntime.start();
    return new Nd4jProgram(network);
  }
}
