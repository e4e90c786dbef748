package io.github.mnist4j;

import io.github.mnist4j.spi.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Class paths with as many engines as a test wants; there is none on the tests' own. */
final class ClassPath {
  private ClassPath() {}

  /** Runs something in this thread with engines to be found by the service loader. */
  static <T> T withEngines(Path folder, Supplier<T> task, Class<?>... engines) {
    Path services = folder.resolve("META-INF/services/" + Engine.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      Files.createDirectories(services.getParent());
      Files.writeString(
          services, Arrays.stream(engines).map(Class::getName).collect(Collectors.joining("\n")));
      URL[] urls = {folder.toUri().toURL()};
      try (URLClassLoader loader = new URLClassLoader(urls, ClassPath.class.getClassLoader())) {
        thread.setContextClassLoader(loader);
        return task.get();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
