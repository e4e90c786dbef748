package io.github.mnist4j.datasets;

import io.github.mnist4j.errors.DataException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where files are kept once they were downloaded, each checked whenever it is read. */
record CacheFolder(Path path) {
  /**
   * Returns the platform's usual place.
   *
   * @param environment answers a variable's name with its value or {@code null}
   */
  static CacheFolder of(String os, Path home, Function<String, @Nullable String> environment) {
    String name = os.toLowerCase(Locale.ROOT);
    Path base;
    if (name.contains("windows")) {
      base = absolute(environment.apply("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
    } else if (name.contains("mac")) {
      base = home.resolve("Library").resolve("Caches");
    } else {
      base = absolute(environment.apply("XDG_CACHE_HOME"), home.resolve(".cache"));
    }
    return new CacheFolder(base.resolve("mnist4j").resolve("mnist"));
  }

  /** The XDG specification has relative paths ignored. */
  private static Path absolute(@Nullable String named, Path otherwise) {
    return named != null && Path.of(named).isAbsolute() ? Path.of(named) : otherwise;
  }

  /** Returns the file if it is here and right; what is damaged is told of, and passed by. */
  @Nullable Idx find(DataFile file, Progress progress) {
    for (Path candidate : present(file)) {
      try {
        Verified read = Verified.read(candidate, file);
        if (read.is(file)) {
          return read.idx();
        }
        progress.note(candidate + " has the wrong checksum");
      } catch (DataException e) {
        progress.note(e.getMessage().lines().findFirst().orElseThrow());
      }
    }
    return null;
  }

  /** Puts a right file in its place, in one step, and removes damaged ones of other names. */
  void keep(Path part, DataFile file) throws IOException {
    Path target = path.resolve(file.zippedName());
    List<Path> damaged = present(file);
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
    for (Path other : damaged) {
      if (!other.equals(target)) {
        Files.deleteIfExists(other);
      }
    }
  }

  private List<Path> present(DataFile file) {
    List<Path> found = new ArrayList<>();
    for (String name : file.names()) {
      if (Files.isRegularFile(path.resolve(name))) {
        found.add(path.resolve(name));
      }
    }
    return found;
  }
}
