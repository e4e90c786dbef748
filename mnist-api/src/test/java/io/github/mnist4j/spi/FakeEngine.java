package io.github.mnist4j.spi;

/**
 * Runs {@code Flatten} and {@code Dense} layers by plain loops: small, slow and honest. For the
 * tests of all that needs an engine and no native code.
 */
public final class FakeEngine implements Engine {
  /** For the service loader. */
  public FakeEngine() {}

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Program compile(NetworkSpec network) {
    return new FakeProgram(network);
  }
}
