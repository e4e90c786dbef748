package io.github.mnist4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
  private static final String ROOT = "io.github.mnist4j";

  /** What each package may import of the others; the root package may import all. */
  private static final Map<String, String> MAY_IMPORT =
      new TreeMap<>(
          Map.of(
              "errors", "",
              "tensor", "errors",
              "layers", "tensor errors",
              "optimizers", "tensor errors",
              "losses", "layers tensor errors",
              "metrics", "losses tensor errors",
              "data", "augmentations tensor errors",
              "spi", "layers optimizers losses data tensor errors",
              "callbacks", "spi tensor errors",
              "io", "layers optimizers losses metrics saving spi tensor errors"));

  static {
    MAY_IMPORT.put("augmentations", "layers tensor errors");
    MAY_IMPORT.put("evaluation", "metrics tensor errors");
    MAY_IMPORT.put("plot", "evaluation metrics tensor errors");
    MAY_IMPORT.put("reports", "plot evaluation metrics tensor errors");
    MAY_IMPORT.put("saving", "errors");
    // Names are enough here: reading the JDK's classes, too, would take seconds.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
  }

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static Set<String> packages() {
    return MAY_IMPORT.keySet();
  }

  @Test
  void the_table_knows_every_package() {
    Set<String> found =
        classes.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(ROOT))
            .map(name -> name.substring(ROOT.length() + 1))
            .collect(Collectors.toSet());
    assertThat(found).containsExactlyInAnyOrderElementsOf(packages());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void a_package_imports_only_what_it_may(String name) {
    List<String> allowed = Arrays.asList(MAY_IMPORT.get(name).split(" "));
    String[] forbidden =
        packages().stream()
            .filter(other -> !other.equals(name) && !allowed.contains(other))
            .map(other -> ROOT + "." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .check(classes);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void a_package_says_who_imports_it_and_what_it_imports(String name) throws IOException {
    Path file = Path.of("src/main/java", ROOT.replace('.', '/'), name, "package-info.java");
    String text = Files.readString(file).replaceAll("\\s+\\*?\\s*", " ");
    assertThat(text).containsAnyOf("Imported by", "may import it");
    Matcher imports = Pattern.compile("\\bimports ([^;.]*)").matcher(text);
    assertThat(imports.find()).isTrue();
    List<String> said =
        Pattern.compile("\\{@code (\\w+)}")
            .matcher(imports.group(1))
            .results()
            .map(each -> each.group(1))
            .toList();
    List<String> allowed =
        Arrays.stream(MAY_IMPORT.get(name).split(" ")).filter(other -> !other.isEmpty()).toList();
    assertThat(said).containsExactlyInAnyOrderElementsOf(allowed);
  }

  @Test
  void nothing_imports_the_root_package() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(classes);
  }

  @Test
  void nothing_knows_nd4j() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j..", "org.bytedeco..", "org.deeplearning4j..")
        .check(classes);
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void every_package_is_null_marked() {
    JavaPackage root = classes.getPackage(ROOT);
    assertThat(root.isAnnotatedWith(NullMarked.class)).isTrue();
    for (JavaPackage each : root.getSubpackages()) {
      assertThat(each.tryGetPackageInfo().isPresent()).as(each.getName()).isTrue();
      assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
    }
  }
}
