package io.github.mnist4j.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * A block of code in a comment: {@code <pre>{@code …}</pre>}. It is statements, or a call alone,
 * within a program that imports all of this library and has what {@link #GIVEN} declares.
 *
 * @param file where it stands
 * @param line on which line it begins, from 1
 * @param code what stands between the braces
 */
record JavadocExample(Path file, int line, String code) {
  /** The packages that others may use: those that a module exports, and the engine's. */
  static final List<String> EXPORTED = exported();

  /** What an example may use as if it had been declared before. */
  static final String GIVEN =
      """
      abstract class Given {
        Sequential cnn;
        Model model, trained, small, large;
        Mnist mnist;
        ImageDataset train, test;
        Loss loss;
        Engine engine;
        NetworkSpec network;
        Program program;
        Batch batch;
        List<Batch> batches;
        Tensor x, y, image;
        List<Tensor> images;
        int[] labels;
        List<String> captions, classNames;
        History history;
        KFold folds;
        CrossValidated crossValidated;
        Predictions predictions;
        List<Predictions> said;
        float[] pixels, scores;
        int epochs, stepsPerEpoch;
      }
      """;

  private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern START = Pattern.compile("<pre>[\\s*]*\\{@code");
  private static final String ROOT = "io.github.mnist4j";
  private static final List<String> FACTORIES =
      List.of(
          "FitOptions",
          "augmentations.Augmentations",
          "callbacks.Callbacks",
          "layers.Activation",
          "layers.Constraints",
          "layers.Initializers",
          "layers.Layers",
          "layers.Padding",
          "layers.Regularizers",
          "losses.Losses",
          "metrics.Metrics",
          "optimizers.Optimizers",
          "optimizers.Schedules");

  private static List<String> exported() {
    List<String> packages = new ArrayList<>(List.of("io.github.mnist4j.nd4j"));
    for (String module : List.of("mnist-api", "mnist-datasets")) {
      try {
        String text = Files.readString(Path.of("..", module, "src/main/java/module-info.java"));
        Matcher exports = Pattern.compile("exports ([\\w.]+);").matcher(text);
        exports.results().map(each -> each.group(1)).forEach(packages::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return packages;
  }

  /** Returns the examples in all comments of a source file. */
  static List<JavadocExample> in(Path file, String source) {
    List<JavadocExample> examples = new ArrayList<>();
    Matcher comment = COMMENT.matcher(source);
    while (comment.find()) {
      Matcher start = START.matcher(comment.group());
      while (start.find()) {
        int from = comment.start() + start.end();
        int line = (int) source.substring(0, from).lines().count();
        String code = source.substring(from, closing(source, from));
        examples.add(new JavadocExample(file, line, code.replaceAll("\\n *\\* ?", "\n").strip()));
      }
    }
    return examples;
  }

  /** Returns where the brace ends that was open at {@code from}. */
  private static int closing(String source, int from) {
    int depth = 1;
    for (int i = from; i < source.length(); i++) {
      depth += source.charAt(i) == '{' ? 1 : source.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new AssertionError("a brace is open at the end of a file: " + source.substring(from));
  }

  /** Returns a program with the example in it, which the compiler can judge. */
  JavaFileObject program(String name) {
    String imports =
        code.lines().filter(row -> row.startsWith("import ")).collect(Collectors.joining("\n"));
    String body =
        code.lines().filter(row -> !row.startsWith("import ")).collect(Collectors.joining("\n"));
    String end = body.replaceAll("//.*", "").strip();
    boolean whole = end.endsWith(";") || end.endsWith("}");
    return source(
        name,
        imports
            + ("\nclass " + name + " extends Given {\nvoid example() throws Exception {\n")
            + (whole ? body : body + "\n;")
            + "\n}\n}\n");
  }

  /** Returns a source file in memory, with the imports that every example has. */
  static JavaFileObject source(String name, String text) {
    List<String> imports = new ArrayList<>(EXPORTED);
    imports.addAll(
        List.of(
            "java.awt.image",
            "java.nio.file",
            "java.time",
            "java.util",
            "java.util.stream",
            "java.io"));
    StringBuilder all = new StringBuilder();
    imports.forEach(each -> all.append("import ").append(each).append(".*;\n"));
    FACTORIES.forEach(
        each -> all.append("import static " + ROOT + ".").append(each).append(".*;\n"));
    String content = all + text;
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return content;
      }
    };
  }
}
