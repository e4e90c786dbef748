package io.github.mnist4j.datasets;

import io.github.mnist4j.errors.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a data set may come from, in the order in which it is looked for.
 *
 * @param named the caller's folder; where there is one, nothing else counts
 * @param loaders may find the {@code mnist-data} jar
 */
record Sources(
    @Nullable NamedFolder named,
    CacheFolder cache,
    List<ClassLoader> loaders,
    Downloader downloader,
    Progress progress) {
  private static final String RESOURCES = "io/github/mnist4j/mnist/";

  /** Returns what this process was told, by properties and environment. */
  static Sources ofSystem() {
    Progress progress = Progress.ofSystem();
    return new Sources(
        named(System::getProperty, System::getenv),
        CacheFolder.of(
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")),
            System::getenv),
        classLoaders(),
        new Downloader(Downloader.MIRRORS, Downloader.Patience.USUAL, progress),
        progress);
  }

  static @Nullable NamedFolder named(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    String property = properties.apply("mnist.home");
    if (property != null && !property.isBlank()) {
      return new NamedFolder(Path.of(property), "-Dmnist.home");
    }
    String variable = environment.apply("MNIST_HOME");
    return variable == null || variable.isBlank()
        ? null
        : new NamedFolder(Path.of(variable), "MNIST_HOME");
  }

  /** Not Class.getResource: in a named module that one never looks into another jar. */
  private static List<ClassLoader> classLoaders() {
    List<ClassLoader> loaders = new ArrayList<>(List.of(Sources.class.getClassLoader()));
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (context != null && context != loaders.get(0)) {
      loaders.add(context);
    }
    return loaders;
  }

  Mnist load(IdxSet set) {
    return named != null ? named.load(set, progress) : set.assemble(this::find);
  }

  private Idx find(DataFile file) {
    Idx idx = cache.find(file, progress);
    if (idx == null) {
      idx = bundled(file);
    }
    return idx != null ? idx : downloader.fetch(file, cache);
  }

  private @Nullable Idx bundled(DataFile file) {
    for (ClassLoader loader : loaders) {
      String name = RESOURCES + file.zippedName();
      try (InputStream in = loader.getResourceAsStream(name)) {
        if (in != null) {
          Verified read = Verified.read(in, name, file.bytes());
          if (read.is(file)) {
            return read.idx();
          }
          progress.note(name + " on the class path has the wrong checksum");
        }
      } catch (IOException | DataException e) {
        progress.note(name + " on the class path is damaged: " + e.getMessage());
      }
    }
    return null;
  }
}
