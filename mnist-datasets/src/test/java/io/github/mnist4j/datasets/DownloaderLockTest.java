package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DownloaderLockTest {
  private static final String NAME = "train-images-idx3-ubyte.gz";

  @TempDir Path folder;
  private final Fixture fixture = new Fixture();
  private final byte[] zipped = Fixture.zip(fixture.trainImages);
  private MirrorServer server;
  private CacheFolder cache;

  @BeforeEach
  void start() {
    server = new MirrorServer().on(NAME, MirrorServer.whole(zipped));
    cache = new CacheFolder(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void threads_download_a_file_once() {
    List<CompletableFuture<Idx>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(
          CompletableFuture.supplyAsync(
              () -> fixture.downloader(server.uri()).fetch(fixture.images, cache)));
    }

    assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(all.get(0).join()));
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void processes_download_a_file_once() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    server.on(
        NAME,
        exchange -> {
          asked.countDown();
          await(go);
          MirrorServer.whole(zipped).to(exchange);
        });
    Process other = process();
    await(asked); // now the other process has the lock
    var here =
        CompletableFuture.supplyAsync(
            () -> fixture.downloader(server.uri()).fetch(fixture.images, cache));
    while (fixture.said().isEmpty()) {
      Thread.onSpinWait();
    }
    go.countDown();

    assertThat(here.join().shape().dim(0)).isEqualTo(40);
    assertThat(other.waitFor()).isZero();
    assertThat(server.asked).hasSize(1);
    assertThat(fixture.said())
        .containsExactly("waiting for another process that writes to " + folder);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process process() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            OtherProcess.class.getName(),
            server.uri().toString(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** What another process does: it downloads. */
  static final class OtherProcess {
    public static void main(String[] args) {
      Fixture fixture = new Fixture();
      Idx idx =
          fixture
              .downloader(URI.create(args[0]))
              .fetch(fixture.images, new CacheFolder(Path.of(args[1])));
      System.exit(idx.shape().dim(0) == 40 ? 0 : 1);
    }
  }

  @Test
  void a_lock_that_is_never_let_go_is_an_error_that_says_so() throws Exception {
    var brief =
        new Downloader.Patience(
            Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(50), 1, Duration.ZERO);
    var downloader = new Downloader(List.of(server.uri()), brief, fixture.progress);
    try (var channel =
            FileChannel.open(
                folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();

      assertThatThrownBy(() -> downloader.fetch(fixture.images, cache))
          .isInstanceOf(DataException.class)
          .hasMessage(
              """
              another process is writing to the cache folder and does not end
                expected: the lock on %s
                got:      no lock within 0.05 s
                fix:      end the other process, or name another folder by -Dmnist.home or \
              MNIST_HOME
                see:      https://mnist4j.github.io/troubleshooting#mnist-lock"""
                  .formatted(folder.resolve(".lock")));
    }
    assertThat(fixture.said())
        .containsExactly("waiting for another process that writes to " + folder);
  }

  @Test
  void an_interrupt_ends_a_download() throws Exception {
    server.on(NAME, server.silence());
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                fixture.downloader(server.uri()).fetch(fixture.images, cache);
              } catch (DataException e) {
                thrown.set(Thread.currentThread().isInterrupted() ? e : null);
              }
            });
    thread.start();
    thread.interrupt();
    thread.join();

    assertThat(thrown.get()).hasMessageStartingWith("the download of " + NAME + " was interrupted");
  }
}
