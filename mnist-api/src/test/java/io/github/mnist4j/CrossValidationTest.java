package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.callbacks.Callbacks;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.Engine;
import io.github.mnist4j.spi.FakeEngine;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.tensor.RandomStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
  private static final KFold FOLDS = KFold.stratified(3, 11);
  private final Dataset data = Blobs.dataset(60, 1);

  /** Remembers its networks, and that no two are open at once. */
  private static final class OneAtATime implements Engine {
    private final List<NetworkSpec> compiled = new ArrayList<>();
    private int open;
    private int mostOpen;

    @Override
    public String name() {
      return "one at a time";
    }

    @Override
    public Program compile(NetworkSpec network) {
      compiled.add(network);
      mostOpen = Math.max(mostOpen, ++open);
      Program program = new FakeEngine().compile(network);
      AtomicBoolean closed = new AtomicBoolean();
      return (Program)
          Proxy.newProxyInstance(
              Program.class.getClassLoader(),
              new Class<?>[] {Program.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close") && !closed.getAndSet(true)) {
                  open--;
                }
                try {
                  return method.invoke(program, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  private CrossValidated evaluate(KFold folds, CompileOptions options) {
    return folds.evaluate(TestModels.network(), options, data, epochs(4).batchSize(8));
  }

  @Test
  void each_fold_is_tested_by_a_model_trained_on_the_others() {
    CrossValidated scores = evaluate(FOLDS, TestModels.options());
    for (int i = 0; i < 3; i++) {
      KFold.Fold fold = FOLDS.split(data).get(i);
      long seed = RandomStream.of(TestModels.SEED).split(i).bits(0);
      try (Model model = TestModels.network().compile(TestModels.options().seed(seed))) {
        model.fit(fold.train(), epochs(4).batchSize(8));
        assertThat(scores.folds().get(i))
            .isEqualTo(model.evaluate(fold.test(), 8, Verbosity.SILENT));
      }
    }
  }

  @Test
  void the_seed_decides_all() {
    assertThat(evaluate(FOLDS, TestModels.options()))
        .isEqualTo(evaluate(FOLDS, TestModels.options()))
        .isNotEqualTo(evaluate(FOLDS, TestModels.options().seed(6)));
  }

  @Test
  void one_model_is_open_at_a_time_and_none_behind() {
    OneAtATime engine = new OneAtATime();
    evaluate(FOLDS, TestModels.options().engine(engine));
    assertThat(engine.compiled).hasSize(3);
    assertThat(engine.compiled).extracting(NetworkSpec::seed).doesNotHaveDuplicates();
    assertThat(engine.mostOpen).isEqualTo(1);
    assertThat(engine.open).isZero();
  }

  @Test
  void a_model_whose_training_fails_is_closed() {
    OneAtATime engine = new OneAtATime();
    KFold failing = FOLDS.augment(train -> train.take(0));
    assertThatThrownBy(() -> evaluate(failing, TestModels.options().engine(engine)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("the training data is empty");
    assertThat(engine.open).isZero();
  }

  @Test
  void what_is_trained_on_is_augmented_and_what_is_tested_on_is_not() {
    List<Integer> given = new ArrayList<>();
    CrossValidated scores =
        evaluate(
            FOLDS.augment(
                train -> {
                  given.add(train.size());
                  return Dataset.of(train.x(), new int[train.size()]); // all of class 0
                }),
            TestModels.options());
    assertThat(given).containsExactly(40, 40, 40);
    for (int i = 0; i < 3; i++) {
      float[] labels = FOLDS.split(data).get(i).test().y().data();
      long[] supports = new long[Blobs.CLASSES];
      for (float label : labels) {
        supports[(int) label]++;
      }
      for (int label = 0; label < supports.length; label++) {
        assertThat(scores.folds().get(i).report().row(label).support()).isEqualTo(supports[label]);
      }
    }
    assertThat(scores.mean("accuracy")).isLessThan(0.5); // of three classes it learned one
  }

  @Test
  void a_network_that_waits_for_its_data_is_built_by_it() {
    CrossValidated scores =
        FOLDS.evaluate(TestModels.unbuilt(), TestModels.options(), data, epochs(4).batchSize(8));
    assertThat(scores).isEqualTo(evaluate(FOLDS, TestModels.options()));
  }

  @Test
  void a_training_that_was_cut_off_belongs_to_one_fold() {
    FitOptions fit = epochs(1).callbacks(Callbacks.backupAndRestore(Path.of("backup")));
    assertThatThrownBy(() -> FOLDS.evaluate(TestModels.network(), TestModels.options(), data, fit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "KFold.evaluate cannot go on with a training that was cut off\n"
                + "  expected: callbacks other than BackupAndRestore\n"
                + "  got:      BackupAndRestore, which would take the weights of one fold into"
                + " another\n"
                + "  fix:      leave it out, or train each fold of split(data) with a folder of its"
                + " own\n"
                + "  see:      "
                + Problem.SITE
                + "#k-fold");
  }
}
