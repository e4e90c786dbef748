package io.github.mnist4j.nd4j;

import io.github.mnist4j.spi.Engine;
import io.github.mnist4j.spi.EngineContract;

class Nd4jEngineTest extends EngineContract {
  @Override
  protected Engine engine() {
    return new Nd4jEngine();
  }
}
