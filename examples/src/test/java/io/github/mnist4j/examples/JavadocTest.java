package io.github.mnist4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * What the API reference promises: an example of each type that others may use, and it compiles.
 */
class JavadocTest {
  private static final List<String> MODULES = List.of("mnist-api", "mnist-nd4j", "mnist-datasets");
  private static final Pattern TYPE =
      Pattern.compile(
          "(/\\*\\*(?:(?!\\*/).)*\\*/)\\s*(?:@[^\\n]*\\n)*public (?:(?:final|sealed|non-sealed|abstract) )*"
              + "(?:record|class|interface|enum|@interface) (\\w+)",
          Pattern.DOTALL);

  private static Map<Path, String> sources() throws IOException {
    Map<Path, String> sources = new TreeMap<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          String source = Files.readString(file);
          if (JavadocExample.EXPORTED.stream()
              .anyMatch(each -> source.contains("package " + each + ";"))) {
            sources.put(file, source);
          }
        }
      }
    }
    return sources;
  }

  @Test
  void every_public_type_has_an_example() throws IOException {
    List<String> without = new ArrayList<>();
    int types = 0;
    for (var source : sources().entrySet()) {
      Matcher type = TYPE.matcher(source.getValue());
      if (type.find()) {
        types++;
        if (JavadocExample.in(source.getKey(), type.group(1)).isEmpty()) {
          without.add(source.getKey().toString());
        }
      }
    }
    assertThat(types).isGreaterThan(200);
    assertThat(without).as("public types without <pre>{@code …}</pre> in their comment").isEmpty();
  }

  @Test
  void everything_that_others_may_use_is_explained() throws IOException {
    try (var files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      List<JavaFileObject> sources = new ArrayList<>();
      files.getJavaFileObjectsFromPaths(sources().keySet()).forEach(sources::add);
      assertThat(Uncommented.in(sources)).isEmpty();
    }
  }

  @Test
  void what_is_not_explained_is_named() throws IOException {
    var source =
        JavadocExample.source(
            "Some",
            "/** Text. */ public class Some { public int a; /** Text. */ public int b;"
                + " public void c() {} void d() {} @Override public String toString() { return null; }"
                + " public interface E { void f(); } private enum G { H } }");
    assertThat(Uncommented.in(List.of(source)))
        .containsExactly("Some.java: a", "Some.java: c", "Some.java: E", "Some.java: f");
  }

  @Test
  void every_example_compiles() throws IOException {
    List<JavadocExample> examples = new ArrayList<>();
    for (var source : sources().entrySet()) {
      examples.addAll(JavadocExample.in(source.getKey(), source.getValue()));
    }
    assertThat(examples.size()).isGreaterThan(200);
    assertThat(errors(examples)).isEmpty();
  }

  @Test
  void what_does_not_compile_is_named() throws IOException {
    Path file = Path.of("Some.java");
    List<JavadocExample> examples =
        JavadocExample.in(
            file,
            "/**\n * Text.\n *\n * <pre>{@code Dense(10, relu)}</pre>\n *\n * <pre>{@code\n"
                + " * model.fit(train, epochz(3));\n * }</pre>\n */\nclass Some {}");
    assertThat(examples)
        .extracting(JavadocExample::code)
        .containsExactly("Dense(10, relu)", "model.fit(train, epochz(3));");
    assertThat(errors(examples)).hasSize(1);
    assertThat(errors(examples).get(0)).startsWith("Some.java:6: ").contains("epochz(int)");
  }

  private static List<String> errors(List<JavadocExample> examples) throws IOException {
    List<JavaFileObject> programs = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      programs.add(examples.get(i).program("Example" + i));
    }
    programs.add(JavadocExample.source("Given", JavadocExample.GIVEN));
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    var options =
        List.of("-proc:none", "-Xmaxerrs", "1000", "-cp", System.getProperty("java.class.path"));
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, found, options, null, programs);
    task.analyze();
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(
            diagnostic -> {
              String program = diagnostic.getSource().getName().replaceAll("\\D", "");
              JavadocExample example = examples.get(Integer.parseInt(program));
              return example.file()
                  + (":" + example.line() + ": ")
                  + diagnostic.getMessage(null)
                  + ("\n" + example.code() + "\n");
            })
        .toList();
  }
}
