package io.github.mnist4j;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.spi.Engine;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the engine on the class path. */
final class Engines {
  private static final System.Logger LOG = System.getLogger(Engines.class.getName());

  private Engines() {}

  static Engine find() {
    List<Engine> engines =
        ServiceLoader.load(Engine.class).stream().map(ServiceLoader.Provider::get).toList();
    return only(engines);
  }

  /**
   * Loads what an engine needs, or that on the class path, in a thread of its own: whoever calls
   * this has a file to read first. What goes wrong here goes wrong again where it can be told.
   */
  static void warmUp(@Nullable Engine engine) {
    Thread thread =
        new Thread(
            () -> {
              try {
                (engine == null ? find() : engine).prepare();
              } catch (RuntimeException | LinkageError e) {
                LOG.log(
                    System.Logger.Level.DEBUG,
                    "the engine could not be prepared: {0}",
                    e.toString());
              }
            },
            "mnist4j-warm-up");
    thread.setDaemon(true);
    thread.start();
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
