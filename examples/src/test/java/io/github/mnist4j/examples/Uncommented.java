package io.github.mnist4j.examples;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Finds what others may use and no comment explains. Overriding methods have their parents'. */
final class Uncommented extends TreePathScanner<Void, Void> {
  private final DocTrees comments;
  private final List<String> found = new ArrayList<>();

  private Uncommented(DocTrees comments) {
    this.comments = comments;
  }

  /** Returns the names of what has no comment, as {@code File: member}. */
  static List<String> in(List<? extends JavaFileObject> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
    var scanner = new Uncommented(DocTrees.instance(task));
    for (CompilationUnitTree file : task.parse()) {
      scanner.scan(file, null);
    }
    return scanner.found;
  }

  @Override
  public Void visitClass(ClassTree type, Void unused) {
    if (!visible(type.getModifiers())) {
      return null;
    }
    check(type.getSimpleName().toString());
    return super.visitClass(type, unused);
  }

  @Override
  public Void visitMethod(MethodTree method, Void unused) {
    boolean overrides =
        method.getModifiers().getAnnotations().stream()
            .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
    if (visible(method.getModifiers()) && !overrides) {
      check(method.getName().toString());
    }
    return null;
  }

  @Override
  public Void visitVariable(VariableTree field, Void unused) {
    // A record's components are explained by its @param.
    boolean component =
        getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD
            && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    if (visible(field.getModifiers()) && !component) {
      check(field.getName().toString());
    }
    return null;
  }

  private boolean visible(ModifiersTree modifiers) {
    var flags = modifiers.getFlags();
    Tree around = getCurrentPath().getParentPath().getLeaf();
    return flags.contains(Modifier.PUBLIC)
        || flags.contains(Modifier.PROTECTED)
        || around.getKind() == Tree.Kind.INTERFACE && !flags.contains(Modifier.PRIVATE);
  }

  private void check(String name) {
    if (comments.getDocComment(getCurrentPath()) == null) {
      String file = getCurrentPath().getCompilationUnit().getSourceFile().getName();
      found.add(file.substring(file.lastIndexOf('/') + 1) + ": " + name);
    }
  }
}
