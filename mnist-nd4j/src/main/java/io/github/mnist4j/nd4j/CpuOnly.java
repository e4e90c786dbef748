package io.github.mnist4j.nd4j;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import org.nd4j.common.config.ND4JClassLoading;

/**
 * Keeps ND4J from finding backends other than the processor's. ND4J itself has only an environment
 * variable for it.
 */
final class CpuOnly extends ClassLoader {
  private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";
  private static final String CPU_BACKEND = "org.nd4j.linalg.cpu.";

  CpuOnly(ClassLoader parent) {
    super(parent);
  }

  static void hideOtherBackends() {
    ND4JClassLoading.setNd4jClassloader(new CpuOnly(ND4JClassLoading.getNd4jClassloader()));
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> found = super.getResources(name);
    if (!name.equals(SERVICE)) {
      return found;
    }
    List<URL> ofCpu =
        Collections.list(found).stream().filter(CpuOnly::isOfCpu).collect(Collectors.toList());
    return Collections.enumeration(ofCpu);
  }

  private static boolean isOfCpu(URL services) {
    try (var in = services.openStream()) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .contains(CPU_BACKEND);
    } catch (IOException e) {
      return false;
    }
  }
}
