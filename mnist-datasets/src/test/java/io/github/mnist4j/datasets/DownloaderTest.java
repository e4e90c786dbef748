package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloaderTest {
  private static final String NAME = "train-images-idx3-ubyte.gz";

  @TempDir Path folder;
  private final Fixture fixture = new Fixture();
  private final byte[] zipped = Fixture.zip(fixture.trainImages);
  private MirrorServer server;
  private CacheFolder cache;

  @BeforeEach
  void start() {
    server = new MirrorServer();
    cache = new CacheFolder(folder.resolve("cache"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_file_is_fetched_checked_and_kept() throws IOException {
    server.on(NAME, MirrorServer.whole(zipped));

    Idx idx = fixture.downloader(server.uri()).fetch(fixture.images, cache);

    assertThat(Fixture.bytes(idx)).isEqualTo(fixture.trainImages);
    assertThat(kept()).containsExactly(".lock", NAME);
    assertThat(Files.readAllBytes(cache.path().resolve(NAME))).isEqualTo(zipped);
    assertThat(fixture.said()).hasSize(2);
    assertThat(fixture.said().get(0)).isEqualTo("downloading " + server.uri() + NAME);
    assertThat(fixture.said().get(1)).matches("got 0\\.0 MB in \\d+\\.\\d s, checksum right");
  }

  @Test
  void redirects_are_followed() {
    server.on(NAME, MirrorServer.redirect("/other/place"));
    server.on("other/place", MirrorServer.whole(zipped));

    fixture.downloader(server.uri()).fetch(fixture.images, cache);

    assertThat(server.asked).containsExactly("/" + NAME, "/other/place");
  }

  @Test
  void a_mirror_that_lacks_the_file_is_asked_once_and_the_next_one_then() {
    server.on("b/" + NAME, MirrorServer.whole(zipped));

    fixture.downloader(mirror("a/"), mirror("b/")).fetch(fixture.images, cache);

    assertThat(server.asked).containsExactly("/a/" + NAME, "/b/" + NAME);
    assertThat(fixture.said()).contains("failed: HTTP 404");
  }

  @Test
  void a_server_in_trouble_is_asked_again() {
    server.on(NAME, MirrorServer.status(503), MirrorServer.status(429), MirrorServer.whole(zipped));

    fixture.downloader(server.uri()).fetch(fixture.images, cache);

    assertThat(server.asked).hasSize(3);
    assertThat(fixture.said()).contains("HTTP 503; trying again", "HTTP 429; trying again");
  }

  @Test
  void wrong_bytes_are_not_kept_and_the_next_mirror_is_asked() throws IOException {
    server.on("a/" + NAME, MirrorServer.whole(Fixture.zip(Fixture.images(40, 99))));
    server.on("b/" + NAME, MirrorServer.whole("<html>sign in</html>".getBytes()));
    server.on("c/" + NAME, MirrorServer.whole(zipped));

    fixture.downloader(mirror("a/"), mirror("b/"), mirror("c/")).fetch(fixture.images, cache);

    assertThat(server.asked).hasSize(3);
    assertThat(kept()).containsExactly(".lock", NAME);
    assertThat(fixture.said())
        .anyMatch(line -> line.startsWith("failed: the answer is not train-images-idx3-ubyte: its"))
        .contains("failed: the answer is not train-images-idx3-ubyte: it is not an IDX file");
  }

  @Test
  void an_answer_larger_than_the_file_can_be_is_cut_off() {
    byte[] large = new byte[(int) fixture.images.downloadLimit() + 1];
    server.on("a/" + NAME, MirrorServer.whole(large));
    server.on(
        "b/" + NAME,
        exchange -> {
          exchange.sendResponseHeaders(200, 0); // chunked: the length is told to nobody
          exchange.getResponseBody().write(large);
        });

    assertThatThrownBy(
            () -> fixture.downloader(mirror("a/"), mirror("b/")).fetch(fixture.images, cache))
        .hasMessageContaining("a/" + NAME + ": the answer is larger than the file can be, 96912 b")
        .hasMessageContaining("b/" + NAME + ": the answer is larger than the file can be, 96912 b");
    assertThat(kept()).containsExactly(".lock");
  }

  @Test
  void where_all_fail_the_error_lists_each_and_the_ways_on() throws IOException {
    URI closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }
    server.on("a/" + NAME, MirrorServer.status(500));

    assertThatThrownBy(
            () ->
                fixture.downloader(mirror("a/"), mirror("b/"), closed).fetch(fixture.images, cache))
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            train-images-idx3-ubyte.gz could not be downloaded
              expected: one of MNIST's mirrors to answer with it
              got:      no mirror that did
                - %1$sa/%2$s: HTTP 500
                - %1$sb/%2$s: HTTP 404
                - %3$s%2$s: no connection
              fix:      check the network, or go on without it in one of three ways
                - put MNIST's four files into a folder and name it by -Dmnist.home=<folder> \
            or the environment variable MNIST_HOME
                - add the dependency io.github.mnist4j:mnist-data, in the version of mnist-datasets
                - copy the four files into the cache folder %4$s
              see:      https://mnist4j.github.io/troubleshooting#mnist-download"""
                .formatted(server.uri(), NAME, closed, cache.path()));
  }

  @Test
  void an_unknown_host_is_called_so() { // made here, for a real one is a question to the network
    IOException thrown = new ConnectException();
    thrown.initCause(new UnresolvedAddressException());

    assertThat(Downloader.reason(thrown)).isEqualTo("unknown host");
  }

  @Test
  void a_cache_that_cannot_be_written_to_does_not_stop_a_download() {
    server.on(NAME, MirrorServer.whole(zipped));
    Fixture.write(folder.resolve("file"), new byte[0]);
    CacheFolder impossible = new CacheFolder(folder.resolve("file").resolve("cache"));

    Idx idx = fixture.downloader(server.uri()).fetch(fixture.images, impossible);

    assertThat(Fixture.bytes(idx)).isEqualTo(fixture.trainImages);
    assertThat(fixture.said().get(0))
        .startsWith("the cache folder cannot be written to, nothing is kept: ");
  }

  @Test
  void the_usual_mirrors_are_folders_over_https() {
    assertThat(Downloader.MIRRORS)
        .hasSizeGreaterThan(1)
        .allSatisfy(mirror -> assertThat(mirror.toString()).startsWith("https://").endsWith("/"));
  }

  private URI mirror(String path) {
    return server.uri().resolve(path);
  }

  private List<String> kept() {
    return List.of(cache.path().toFile().list()).stream().sorted().toList();
  }
}
