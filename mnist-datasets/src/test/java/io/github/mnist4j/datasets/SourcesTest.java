package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final String IMAGES = "train-images-idx3-ubyte";

  @TempDir Path folder;
  private final Fixture fixture = new Fixture();
  private MirrorServer server;
  private CacheFolder cache;

  @BeforeEach
  void start() {
    server = new MirrorServer();
    cache = new CacheFolder(folder.resolve("cache"));
    for (DataFile file : fixture.set.files()) {
      server.on(file.zippedName(), MirrorServer.whole(Fixture.zip(fixture.content(file))));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void without_anything_else_all_four_are_downloaded_and_then_cached() throws Exception {
    assertThat(load(null).train().size()).isEqualTo(40);
    assertThat(load(null).test().size()).isEqualTo(8);
    assertThat(server.asked).hasSize(4);
  }

  @Test
  void the_jar_comes_before_a_download_and_writes_nothing() throws Exception {
    fixture.writeAll(folder.resolve("jar/io/github/mnist4j/mnist"), true);

    assertThat(load(null).train().size()).isEqualTo(40);
    assertThat(server.asked).isEmpty();
    assertThat(cache.path()).doesNotExist();
  }

  @Test
  void the_cache_comes_before_the_jar() throws Exception {
    fixture.writeAll(folder.resolve("jar/io/github/mnist4j/mnist"), true);
    fixture.writeAll(cache.path(), false);
    damage(folder.resolve("jar/io/github/mnist4j/mnist"), IMAGES + ".gz");

    assertThat(load(null).train().size()).isEqualTo(40);
    assertThat(fixture.said()).isEmpty();
  }

  @Test
  void a_named_folder_comes_first_and_nothing_after_it() throws Exception {
    fixture.writeAll(cache.path(), true);
    NamedFolder empty = new NamedFolder(folder.resolve("none"), "MNIST_HOME");

    assertThatThrownBy(() -> load(empty))
        .hasMessageStartingWith("the folder named by MNIST_HOME does not hold MNIST's files");
    assertThat(server.asked).isEmpty();
  }

  @Test
  void damaged_files_in_the_cache_are_fetched_anew_and_replaced() throws Exception {
    fixture.writeAll(cache.path(), false);
    damage(cache.path(), IMAGES);
    Fixture.write(cache.path().resolve(IMAGES + ".gz"), new byte[] {0x1f, (byte) 0x8b, 8});

    assertThat(load(null).train().size()).isEqualTo(40);
    assertThat(server.asked).containsExactly("/" + IMAGES + ".gz");
    assertThat(fixture.said())
        .contains(
            cache.path().resolve(IMAGES) + " has the wrong checksum",
            cache.path().resolve(IMAGES + ".gz") + " is not a whole gzip file");
    assertThat(cache.path().resolve(IMAGES)).doesNotExist();
    assertThat(cache.find(fixture.images, fixture.progress)).isNotNull();
  }

  @Test
  void a_damaged_jar_is_passed_by() throws Exception {
    fixture.writeAll(folder.resolve("jar/io/github/mnist4j/mnist"), true);
    damage(folder.resolve("jar/io/github/mnist4j/mnist"), IMAGES + ".gz");

    assertThat(load(null).train().size()).isEqualTo(40);
    assertThat(server.asked).containsExactly("/" + IMAGES + ".gz");
  }

  @Test
  void a_property_is_heard_before_the_environment_and_blanks_are_not() {
    Path path = Path.of("a");

    assertThat(named(Map.of("mnist.home", "a"), Map.of("MNIST_HOME", "b")))
        .isEqualTo(new NamedFolder(path, "-Dmnist.home"));
    assertThat(named(Map.of("mnist.home", " "), Map.of("MNIST_HOME", "a")))
        .isEqualTo(new NamedFolder(path, "MNIST_HOME"));
    assertThat(named(Map.of(), Map.of("MNIST_HOME", ""))).isNull();
  }

  @Test
  void this_process_has_a_cache_and_a_class_loader() {
    Sources sources = Sources.ofSystem();

    assertThat(sources.cache().path()).endsWithRaw(Path.of("mnist4j", "mnist")).isAbsolute();
    assertThat(sources.loaders()).contains(Sources.class.getClassLoader());
  }

  private static @Nullable NamedFolder named(
      Map<String, String> properties, Map<String, String> environment) {
    return Sources.named(properties::get, environment::get);
  }

  private static void damage(Path folder, String name) throws Exception {
    byte[] content = Files.readAllBytes(folder.resolve(name));
    content[content.length / 2] ^= 1;
    Fixture.write(folder.resolve(name), content);
  }

  private Mnist load(@Nullable NamedFolder named) throws Exception {
    URL jar = URI.create(folder.toUri() + "jar/").toURL();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, null)) {
      return new Sources(
              named, cache, List.of(loader), fixture.downloader(server.uri()), fixture.progress)
          .load(fixture.set);
    }
  }
}
