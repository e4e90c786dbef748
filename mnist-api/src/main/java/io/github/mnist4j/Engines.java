package io.github.mnist4j;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.spi.Engine;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the engine on the class path. */
final class Engines {
  private Engines() {}

  static Engine find() {
    List<Engine> engines =
        ServiceLoader.load(Engine.class).stream().map(ServiceLoader.Provider::get).toList();
    return only(engines);
  }

  static Engine only(List<Engine> engines) {
    if (engines.size() == 1) {
      return engines.get(0);
    }
    String found =
        engines.isEmpty()
            ? "none"
            : engines.stream()
                .map(engine -> engine.name() + " (" + engine.getClass().getName() + ")")
                .collect(Collectors.joining(", "));
    throw Problem.of("there is not one engine to run the network")
        .expected("one engine on the class path")
        .got(found)
        .fix(
            engines.isEmpty()
                ? "add the dependency io.github.mnist4j:mnist-nd4j"
                : "take one away, or name one: CompileOptions.of(…).engine(…)")
        .see("no-engine")
        .asCompileException();
  }
}
