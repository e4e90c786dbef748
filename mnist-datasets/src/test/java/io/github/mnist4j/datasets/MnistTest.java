package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real data, from the {@code mnist-data} jar. */
class MnistTest {
  private static final String RESOURCES = "/io/github/mnist4j/mnist/";

  @TempDir Path folder;

  @Test
  void the_jar_holds_the_data_that_everybody_knows() {
    Mnist mnist = load(new CacheFolder(folder.resolve("none")));

    assertThat(mnist.train().imagesShape()).isEqualTo(Shape.of(60_000, 28, 28));
    assertThat(mnist.train().labelsShape()).isEqualTo(Shape.of(60_000));
    assertThat(mnist.test().imagesShape()).isEqualTo(Shape.of(10_000, 28, 28));
    assertThat(mnist.train().take(5).labels()).containsExactly(5, 0, 4, 1, 9);
    assertThat(mnist.test().take(5).labels()).containsExactly(7, 2, 1, 0, 4);
    assertThat(mnist.train().image(0).at(5, 12)).isEqualTo(3); // the first ink of the first 5
  }

  @Test
  void a_folder_and_the_cache_hold_the_same() throws IOException {
    for (DataFile file : IdxSet.MNIST.files()) {
      try (InputStream in = MnistTest.class.getResourceAsStream(RESOURCES + file.zippedName())) {
        Files.copy(in, folder.resolve(file.zippedName()));
      }
    }
    Mnist named = Mnist.load(folder);
    Mnist cached = load(new CacheFolder(folder));

    assertThat(named.train().labels()).isEqualTo(cached.train().labels());
    assertThat(named.test().image(9999)).isEqualTo(cached.test().image(9999));
  }

  @Test
  void the_sums_in_the_jar_are_those_of_its_files() throws Exception {
    List<String> sums = List.of(resource("SHA256SUMS").split("\n"));

    for (DataFile file : IdxSet.MNIST.files()) {
      assertThat(sums).contains(file.sha256() + "  " + file.name());
      try (InputStream in = MnistTest.class.getResourceAsStream(RESOURCES + file.zippedName())) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
        assertThat(sums).contains(HexFormat.of().formatHex(digest) + "  " + file.zippedName());
      }
    }
    assertThat(resource("LICENSE.md")).contains("CC BY-SA 3.0", "Yann LeCun and Corinna Cortes");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = MnistTest.class.getResourceAsStream(RESOURCES + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Without mirrors, so that nothing can be downloaded. */
  private static Mnist load(CacheFolder cache) {
    Fixture fixture = new Fixture();
    Mnist mnist =
        new Sources(
                null,
                cache,
                List.of(MnistTest.class.getClassLoader()),
                fixture.downloader(),
                fixture.progress)
            .load(IdxSet.MNIST);
    assertThat(fixture.said()).isEmpty();
    return mnist;
  }
}
