import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Checks what would be published: that nothing else is, that each POM says what a repository of
 * artifacts wants to know, that a consumer can resolve each version in it, and that each jar has
 * its sources, its Javadoc, its bill of materials, its licence and its checksums.
 *
 * <p>{@code tools/release/check} runs it: {@code java CheckRelease.java STAGING PROJECT}.
 */
final class CheckRelease {
  private static final String GROUP = "io.github.mnist4j";
  private static final Set<String> POMS = Set.of("mnist4j-parent", "mnist-bom");
  private static final Set<String> JARS =
      Set.of("mnist-api", "mnist-nd4j", "mnist-datasets", "mnist-data");
  private static final List<String> METADATA =
      List.of(
          "name",
          "description",
          "url",
          "licenses/license/name",
          "licenses/license/url",
          "developers/developer/name",
          "scm/url",
          "scm/connection",
          "scm/developerConnection");
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  private final Path staging;
  private final Path project;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Element> poms = new TreeMap<>();
  private String version = "";

  private CheckRelease(Path staging, Path project) {
    this.staging = staging;
    this.project = project;
  }

  public static void main(String[] arguments) throws Exception {
    var check = new CheckRelease(Path.of(arguments[0]), Path.of(arguments[1]));
    check.all();
    check.problems.forEach(problem -> System.err.println("release: " + problem));
    if (!check.problems.isEmpty()) {
      System.exit(1);
    }
    System.out.println("complete: " + check.poms.keySet() + " " + check.version);
  }

  private void all() throws Exception {
    Path group = staging.resolve(GROUP.replace('.', '/'));
    version = text(read(project.resolve("pom.xml")), "version");
    require(!version.endsWith("-SNAPSHOT"), "a release is no snapshot, got " + version);
    Set<String> expected = new TreeSet<>(POMS);
    expected.addAll(JARS);
    Set<String> published = names(group);
    require(
        published.equals(expected), "expected " + expected + " and nothing else, got " + published);
    published.retainAll(expected);
    for (String artifact : published) {
      Path folder = group.resolve(artifact).resolve(version);
      require(
          Set.of(version).equals(names(group.resolve(artifact))),
          artifact + " has versions " + names(group.resolve(artifact)));
      poms.put(artifact, read(folder.resolve(artifact + "-" + version + ".pom")));
      checksums(folder);
    }
    for (String artifact : published) {
      pom(artifact);
      files(artifact, group.resolve(artifact).resolve(version));
    }
    bom();
    nothingElseIsDeployed();
  }

  // What the POMs say.

  private void pom(String artifact) {
    Element pom = poms.get(artifact);
    for (String path : METADATA) {
      String found = inherited(pom, path);
      require(!found.isBlank(), artifact + "'s POM has no " + path);
      require(!found.contains("${"), artifact + "'s " + path + " has a property: " + found);
    }
    require(
        !text(pom, "name").isBlank() && !text(pom, "description").isBlank(),
        artifact + " has no name or description of its own");
    for (String unwanted :
        List.of("repositories", "pluginRepositories", "distributionManagement")) {
      require(child(pom, unwanted) == null, artifact + "'s POM has " + unwanted);
    }
    List<Element> scopes = new ArrayList<>(List.of(pom));
    children(pom, "profiles/profile").forEach(scopes::add);
    for (Element scope : scopes) {
      for (Element dependency : children(scope, "dependencies/dependency")) {
        dependency(artifact, dependency);
      }
    }
  }

  private void dependency(String artifact, Element dependency) {
    String what =
        artifact + " → " + text(dependency, "groupId") + ":" + text(dependency, "artifactId");
    String found = text(dependency, "version");
    if (found.isEmpty()) {
      found = managed(dependency);
    }
    found = resolve(found);
    require(!found.isEmpty(), what + " has no version that a consumer can find");
    require(!found.contains("${") && !found.contains("SNAPSHOT"), what + " has version " + found);
    require(child(dependency, "systemPath") == null, what + " is a file of this machine");
  }

  private String managed(Element dependency) {
    for (Element candidate :
        children(poms.get("mnist4j-parent"), "dependencyManagement/dependencies/dependency")) {
      if (Stream.of("groupId", "artifactId", "classifier")
          .allMatch(key -> text(candidate, key).equals(text(dependency, key)))) {
        return text(candidate, "version");
      }
    }
    return "";
  }

  private String resolve(String text) {
    Matcher property = PROPERTY.matcher(text);
    return property.replaceAll(
        match -> {
          String name = match.group(1);
          String value =
              name.equals("project.version")
                  ? version
                  : text(poms.get("mnist4j-parent"), "properties/" + name);
          return Matcher.quoteReplacement(value.isEmpty() ? match.group() : value);
        });
  }

  private void bom() {
    Element bom = poms.get("mnist-bom");
    Element parent = poms.get("mnist4j-parent");
    require(
        child(bom, "parent") == null,
        "mnist-bom must have no parent: it would hand on what the parent manages");
    for (String path :
        Stream.concat(METADATA.stream().skip(2), Stream.of("version", "inceptionYear")).toList()) {
      require(
          text(bom, path).equals(text(parent, path)), "mnist-bom and the parent differ in " + path);
    }
    Set<String> listed = new TreeSet<>();
    for (Element dependency : children(bom, "dependencyManagement/dependencies/dependency")) {
      listed.add(text(dependency, "artifactId"));
      require(
          resolve(text(dependency, "version")).equals(version),
          "mnist-bom has another version of " + text(dependency, "artifactId"));
    }
    require(listed.equals(JARS), "mnist-bom must list " + new TreeSet<>(JARS) + ", got " + listed);
  }

  private void nothingElseIsDeployed() throws Exception {
    Set<String> published = new HashSet<>(JARS);
    published.addAll(POMS);
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.filter(path -> path.endsWith("pom.xml")).toList()) {
        Element pom = read(file);
        String artifact = text(pom, "artifactId");
        boolean child = text(pom, "parent/artifactId").equals("mnist4j-parent");
        if (child && !published.contains(artifact)) {
          require(
              text(pom, "properties/maven.deploy.skip").equals("true"),
              artifact + " would be deployed: set maven.deploy.skip");
          require(
              text(pom, "properties/maven.install.skip").equals("true"),
              artifact + " would be installed: set maven.install.skip");
        }
      }
    }
  }

  // What lies beside the POMs.

  private void files(String artifact, Path folder) throws IOException {
    String base = artifact + "-" + version;
    Set<String> names = names(folder);
    if (!artifact.equals("mnist-bom")) {
      boolean both =
          names.contains(base + "-cyclonedx.json") && names.contains(base + "-cyclonedx.xml");
      require(both, artifact + " has no bill of materials");
      String sbom = both ? Files.readString(folder.resolve(base + "-cyclonedx.json")) : "";
      require(
          !both || sbom.contains("pkg:maven/" + GROUP + "/" + artifact + "@" + version),
          artifact + "'s bill of materials is of something else");
      require(
          !sbom.contains("\"timestamp\""), artifact + "'s bill of materials says when it was made");
    }
    for (String kind :
        JARS.contains(artifact) ? List.of("", "-sources", "-javadoc") : List.<String>of()) {
      require(names.contains(base + kind + ".jar"), artifact + " has no " + base + kind + ".jar");
    }
    for (String name : names) {
      if (name.endsWith(".jar")) {
        jar(artifact, folder.resolve(name));
      }
    }
  }

  private void jar(String artifact, Path file) throws IOException {
    String name = file.getFileName().toString();
    boolean data = artifact.equals("mnist-data");
    try (var zip = new ZipFile(file.toFile())) {
      List<String> entries = zip.stream().map(ZipEntry::getName).toList();
      require(
          !data
              || name.contains("-sources")
              || name.contains("-javadoc")
              || entries.contains("META-INF/LICENSE.md"),
          name + " has no META-INF/LICENSE.md, of the data");
      if (!data) {
        require(
            entries.contains("META-INF/LICENSE") && entries.contains("META-INF/NOTICE"),
            name + " has no LICENSE and NOTICE in META-INF");
        require(
            !name.contains("-javadoc") || entries.contains("index.html"),
            name + " has no index.html");
        require(
            !name.contains("-sources")
                || entries.stream().anyMatch(entry -> entry.endsWith(".java")),
            name + " has no sources");
      }
      require(
          !name.contains("-javadoc")
              || entries.stream().noneMatch(entry -> entry.matches(".*mnist4j/(io|reports)/.*")),
          name + " shows a package that is not for others, io or reports");
      byte[] path = project.toString().getBytes(StandardCharsets.UTF_8);
      for (ZipEntry entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          require(
              !contains(in.readAllBytes(), path),
              name + " names the folder it was built in, in " + entry.getName());
        }
      }
    }
  }

  private void checksums(Path folder) throws Exception {
    for (String name : names(folder)) {
      if (name.endsWith(".md5") || name.endsWith(".sha1")) {
        continue;
      }
      for (var sum : Map.of(".md5", "MD5", ".sha1", "SHA-1").entrySet()) {
        Path beside = folder.resolve(name + sum.getKey());
        byte[] digest =
            MessageDigest.getInstance(sum.getValue())
                .digest(Files.readAllBytes(folder.resolve(name)));
        require(
            Files.exists(beside)
                && Files.readString(beside).strip().equals(HexFormat.of().formatHex(digest)),
            name + " has no true " + sum.getKey());
      }
    }
  }

  // Helpers.

  private void require(boolean condition, String problem) {
    if (!condition) {
      problems.add(problem);
    }
  }

  private static boolean contains(byte[] all, byte[] part) {
    var text = new String(all, StandardCharsets.ISO_8859_1);
    return text.contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
    }
  }

  private static Element read(Path pom) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(pom.toFile())
        .getDocumentElement();
  }

  /** Of the POM, or else of its parent: what Maven hands on, name and description apart. */
  private String inherited(Element pom, String path) {
    String own = text(pom, path);
    return own.isEmpty() && child(pom, "parent") != null
        ? text(poms.get("mnist4j-parent"), path)
        : own;
  }

  private static String text(Element element, String path) {
    List<Element> found = children(element, path);
    return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
  }

  private static Element child(Element element, String name) {
    return children(element, name).stream().findFirst().orElse(null);
  }

  private static List<Element> children(Element element, String path) {
    List<Element> found = List.of(element);
    for (String name : path.split("/")) {
      List<Element> next = new ArrayList<>();
      for (Element parent : found) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
          if (node instanceof Element child && child.getTagName().equals(name)) {
            next.add(child);
          }
        }
      }
      found = next;
    }
    return found;
  }
}
