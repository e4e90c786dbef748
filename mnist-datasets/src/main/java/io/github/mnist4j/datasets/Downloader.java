package io.github.mnist4j.datasets;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files from the first mirror that has them, into the cache.
 *
 * <p>A file counts as fetched when its checksum is right; until then it has another name. What was
 * received before a connection broke is kept, and only the rest is asked for.
 */
final class Downloader {
  /** Where PyTorch's and TensorFlow's own loaders take MNIST from. */
  static final List<URI> MIRRORS =
      List.of(
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

  /**
   * How long to wait, how often to ask.
   *
   * @param connect until a connection stands
   * @param stall while a server sends nothing
   * @param lock while another process downloads
   * @param attempts for each mirror, at least 1
   * @param pause before the second attempt, twice that before the third, and so on
   */
  record Patience(Duration connect, Duration stall, Duration lock, int attempts, Duration pause) {
    static final Patience USUAL =
        new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofMinutes(10),
            3,
            Duration.ofSeconds(1));
  }

  private final List<URI> mirrors;
  private final Patience patience;
  private final Progress progress;
  private @Nullable HttpClient client;

  /**
   * Makes a downloader; nothing is opened until it is used.
   *
   * @param mirrors folders that hold the files gzipped, each address with a slash at its end
   */
  Downloader(List<URI> mirrors, Patience patience, Progress progress) {
    this.mirrors = List.copyOf(mirrors);
    this.patience = patience;
    this.progress = progress;
  }

  /**
   * Returns a file's content, and keeps it in the cache where that can be written to.
   *
   * @throws DataException if no mirror has it, or none can be reached
   */
  Idx fetch(DataFile file, CacheFolder cache) {
    try {
      CacheLock lock;
      try {
        Files.createDirectories(cache.path());
        lock = CacheLock.take(cache.path(), patience.lock(), progress);
      } catch (IOException e) {
        progress.note("the cache folder cannot be written to, nothing is kept: " + e);
        return fetchUnkept(file, cache);
      }
      try (lock) {
        // Who had the lock before may have fetched the very same.
        Idx there = cache.find(file, progress);
        return there != null ? there : fetchInto(cache, file, lock.exclusive());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of("the download of " + file.zippedName() + " was interrupted")
          .fix("load again; what was received is kept")
          .see("mnist-download")
          .asDataException();
    }
  }

  private Idx fetchUnkept(DataFile file, CacheFolder cache) throws InterruptedException {
    Path part = null;
    try {
      part = Files.createTempFile("mnist4j", ".part");
      return fromMirrors(file, part, cache);
    } catch (IOException e) {
      throw allFailed(file, cache, List.of("no temporary file: " + e));
    } finally {
      discard(part);
    }
  }

  private Idx fetchInto(CacheFolder cache, DataFile file, boolean exclusive)
      throws InterruptedException {
    Path part = cache.path().resolve(file.zippedName() + ".part");
    if (!exclusive) {
      part = part.resolveSibling(part.getFileName() + "-" + ProcessHandle.current().pid());
    }
    Idx idx = fromMirrors(file, part, cache);
    try {
      cache.keep(part, file);
      Transfer.discard(part);
    } catch (IOException e) {
      progress.note("the file could not be kept in the cache: " + e);
    }
    return idx;
  }

  private Idx fromMirrors(DataFile file, Path part, CacheFolder cache) throws InterruptedException {
    List<String> reasons = new ArrayList<>();
    for (URI mirror : mirrors) {
      URI uri = mirror.resolve(file.zippedName());
      progress.start(uri);
      try {
        Idx idx = fromMirror(file, uri, part);
        progress.done(Files.size(part));
        return idx;
      } catch (IOException e) {
        reasons.add(uri + ": " + reason(e));
        progress.note("failed: " + reason(e));
      }
    }
    throw allFailed(file, cache, reasons);
  }

  private Idx fromMirror(DataFile file, URI uri, Path part)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        boolean resumed =
            Transfer.run(client(), uri, part, file.downloadLimit(), patience.stall(), progress);
        return verified(file, part, resumed);
      } catch (Transfer.Refused e) {
        Transfer.discard(part);
        throw e;
      } catch (IOException e) {
        if (attempt >= patience.attempts()) {
          throw e;
        }
        progress.note(reason(e) + "; trying again");
        Thread.sleep(patience.pause().toMillis() << (attempt - 1));
      }
    }
  }

  private static Idx verified(DataFile file, Path part, boolean resumed) throws IOException {
    String wrong;
    try {
      Verified read = Verified.read(part, file);
      if (read.is(file)) {
        return read.idx();
      }
      wrong = "its SHA-256 is " + read.sha256();
    } catch (DataException e) {
      wrong = e.getMessage().lines().findFirst().orElseThrow().replace(part.toString(), "it");
    }
    String text = "the answer is not " + file.name() + ": " + wrong;
    Transfer.discard(part);
    // Two answers that do not fit together are worth a whole one.
    throw resumed ? new IOException(text) : new Transfer.Refused(text);
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NORMAL)
              .connectTimeout(patience.connect())
              .build();
    }
    return client;
  }

  /** Returns what a user can make of an error. */
  static String reason(IOException e) {
    if (e instanceof ConnectException) {
      // The client gives these no message of their own.
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof UnresolvedAddressException) {
          return "unknown host";
        }
      }
      return "no connection";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static DataException allFailed(DataFile file, CacheFolder cache, List<String> reasons) {
    String item = "\n    - ";
    return Problem.of(file.zippedName() + " could not be downloaded")
        .expected("one of MNIST's mirrors to answer with it")
        .got("no mirror that did" + item + String.join(item, reasons))
        .fix(
            "check the network, or go on without it in one of three ways"
                + item
                + "put MNIST's four files into a folder and name it by -Dmnist.home=<folder>"
                + " or the environment variable MNIST_HOME"
                + item
                + "add the dependency io.github.mnist4j:mnist-data, in the version of"
                + " mnist-datasets"
                + item
                + "copy the four files into the cache folder "
                + cache.path())
        .see("mnist-download")
        .asDataException();
  }

  private static void discard(@Nullable Path part) {
    try {
      if (part != null) {
        Transfer.discard(part);
      }
    } catch (IOException e) {
      // A temporary file that stays; the system clears its folder.
    }
  }
}
