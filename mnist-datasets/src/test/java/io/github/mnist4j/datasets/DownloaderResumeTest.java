package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class DownloaderResumeTest {
  private static final String NAME = "train-images-idx3-ubyte.gz";
  private static final int HALF = 15_000;

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
  void after_a_broken_connection_only_the_rest_is_asked_for() {
    server.on(
        NAME, MirrorServer.cut(zipped, HALF, "\"1\""), MirrorServer.rest(zipped, HALF, "\"1\""));

    fetch();

    assertThat(server.asked).containsExactly("/" + NAME, "/" + NAME + " bytes=15000- \"1\"");
  }

  @Test
  void a_later_run_takes_up_what_an_earlier_one_left() {
    server.on(NAME, MirrorServer.cut(zipped, HALF, "\"1\""));
    var downloader = fixture.downloader(Duration.ofSeconds(5), 1, server.uri());
    assertThatThrownBy(() -> downloader.fetch(fixture.images, cache))
        .isInstanceOf(DataException.class);

    server.on(NAME, MirrorServer.rest(zipped, HALF, "\"1\""));
    fetch();

    assertThat(server.asked).last().isEqualTo("/" + NAME + " bytes=15000- \"1\"");
  }

  @Test
  void redirects_keep_the_range() {
    server.on(NAME, MirrorServer.redirect("/x"));
    server.on(
        "x", MirrorServer.cut(zipped, HALF, "\"1\""), MirrorServer.rest(zipped, HALF, "\"1\""));

    fetch();

    assertThat(server.asked).last().isEqualTo("/x bytes=15000- \"1\"");
  }

  @Test
  void a_weak_tag_is_no_condition() {
    server.on(NAME, MirrorServer.cut(zipped, HALF, "W/\"1\""), MirrorServer.rest(zipped, HALF, ""));

    fetch();

    assertThat(server.asked).last().isEqualTo("/" + NAME + " bytes=15000-");
  }

  @Test
  void a_server_that_sends_all_again_is_taken_at_its_word() {
    server.on(NAME, MirrorServer.cut(zipped, HALF, "\"old\""), MirrorServer.whole(zipped));

    fetch();

    assertThat(server.asked).hasSize(2);
  }

  @Test
  void halves_that_do_not_fit_together_are_replaced_by_a_whole() {
    byte[] other = Fixture.zip(Fixture.images(40, 99));
    server.on(
        NAME,
        MirrorServer.cut(other, HALF, ""),
        MirrorServer.rest(zipped, HALF, ""),
        MirrorServer.whole(zipped));

    fetch();

    assertThat(server.asked).containsExactly("/" + NAME, "/" + NAME + " bytes=15000-", "/" + NAME);
  }

  @Test
  void a_range_that_cannot_be_had_is_asked_for_no_more() {
    server.on(
        NAME,
        MirrorServer.cut(zipped, HALF, ""),
        MirrorServer.status(416),
        MirrorServer.whole(zipped));

    fetch();

    assertThat(server.asked).last().isEqualTo("/" + NAME);
  }

  @Test
  void another_range_than_asked_for_is_not_taken() {
    server.on(
        NAME,
        MirrorServer.cut(zipped, HALF, ""),
        MirrorServer.rest(zipped, HALF - 1, ""),
        MirrorServer.whole(zipped));

    fetch();

    assertThat(server.asked).last().isEqualTo("/" + NAME);
  }

  @Test
  void another_mirror_is_not_asked_for_the_rest() {
    server.on("a/" + NAME, MirrorServer.cut(zipped, HALF, "\"1\""), MirrorServer.status(404));
    server.on("b/" + NAME, MirrorServer.whole(zipped));

    fixture
        .downloader(server.uri().resolve("a/"), server.uri().resolve("b/"))
        .fetch(fixture.images, cache);

    assertThat(server.asked).last().isEqualTo("/b/" + NAME);
  }

  @Test
  void a_transfer_that_stalls_is_given_up_and_continued() {
    server.on(NAME, server.stall(zipped, HALF), MirrorServer.rest(zipped, HALF, ""));

    fetch(Duration.ofMillis(300));

    assertThat(server.asked).last().isEqualTo("/" + NAME + " bytes=15000-");
    assertThat(fixture.said()).contains("the server sent nothing for 0.3 s; trying again");
  }

  @Test
  void a_server_that_never_answers_does_not_hang_the_caller() {
    server.on(NAME, server.silence());

    assertThatThrownBy(() -> fetch(Duration.ofMillis(100)))
        .hasMessageContaining(": the server sent nothing for 0.1 s\n");
    assertThat(server.asked).hasSize(3);
  }

  @Test
  void a_slow_server_that_goes_on_sending_is_waited_for() {
    server.on(
        NAME,
        exchange -> {
          exchange.sendResponseHeaders(200, zipped.length);
          int step = zipped.length / 5 + 1;
          for (int at = 0; at < zipped.length; at += step) {
            exchange.getResponseBody().write(zipped, at, Math.min(step, zipped.length - at));
            exchange.getResponseBody().flush();
            pause();
          }
        });

    fetch(Duration.ofMillis(500));

    assertThat(server.asked).hasSize(1);
  }

  /** Five of these are longer than the time in which nothing may come. */
  private static void pause() {
    try {
      Thread.sleep(110);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fetch() {
    fetch(Duration.ofSeconds(5));
  }

  private void fetch(Duration stall) {
    Idx idx = fixture.downloader(stall, 3, server.uri()).fetch(fixture.images, cache);
    assertThat(Fixture.bytes(idx)).isEqualTo(fixture.trainImages);
    assertThat(cache.path().toFile().list()).containsExactlyInAnyOrder(".lock", NAME);
  }
}
