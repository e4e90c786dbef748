package io.github.mnist4j.spi;

/**
 * Turns a network's description into something that runs. Found by {@link java.util.ServiceLoader}.
 *
 * <pre>{@code
 * Engine engine = ServiceLoader.load(Engine.class).findFirst().orElseThrow();
 * try (Program program = engine.compile(network)) {
 *   program.load(network.initialWeights());
 *   program.predict(x);
 * }
 * }</pre>
 */
public interface Engine {
  /** Returns the engine's name, for people. */
  String name();

  /**
   * Loads what takes time to load, so that the first {@link #compile} need not; from any thread,
   * any number of times.
   */
  default void prepare() {}

  /**
   * Makes a program, with the initial weights of the description.
   *
   * @throws io.github.mnist4j.errors.CompileException if this engine cannot run such a network; the
   *     message names the layer
   */
  Program compile(NetworkSpec network);
}
