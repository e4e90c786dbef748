package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4jBackend;

class CpuOnlyTest {
  private static final String BACKENDS = "META-INF/services/" + Nd4jBackend.class.getName();
  private static final String OTHERS = "META-INF/services/org.example.Other";

  @TempDir Path folder;

  private URLClassLoader withGpu() throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(Nd4jBackend.class.getName()), "org.nd4j.linalg.jcublas.JCublasBackend\n");
    Files.writeString(services.resolve("org.example.Other"), "org.example.Thing\n");
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, CpuOnlyTest.class.getClassLoader());
  }

  private static List<URL> resources(ClassLoader loader, String name) throws IOException {
    return Collections.list(loader.getResources(name));
  }

  @Test
  void other_backends_than_the_processors_are_hidden() throws IOException {
    try (URLClassLoader both = withGpu()) {
      List<URL> hidden = resources(new CpuOnly(both), BACKENDS);
      assertThat(resources(both, BACKENDS)).hasSize(hidden.size() + 1).containsAll(hidden);
      assertThat(hidden).isNotEmpty().noneMatch(url -> url.getProtocol().equals("file"));
    }
  }

  @Test
  void everything_else_is_found_as_before() throws IOException {
    try (URLClassLoader both = withGpu()) {
      assertThat(resources(new CpuOnly(both), OTHERS))
          .isEqualTo(resources(both, OTHERS))
          .hasSize(1);
    }
  }
}
