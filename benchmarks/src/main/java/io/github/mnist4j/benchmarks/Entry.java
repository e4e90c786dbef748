package io.github.mnist4j.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * One that takes part, and how it is started.
 *
 * @param name its name on the command line and in tables
 * @param use how it is used, for readers of the results
 * @param ours whether it is this library
 * @param folder its module under {@code contestants}, or {@code python}
 * @param main its main class, or script
 * @param flags of its JVM; {@code THREADS} stands for the number of threads
 * @param environment what is set for it, likewise
 */
record Entry(
    String name,
    String use,
    boolean ours,
    String folder,
    String main,
    List<String> flags,
    Map<String, String> environment) {
  static final String THREADS = "THREADS";
  static final String PYTHON = "python";

  /**
   * Set for all peers where speed is measured, not where memory is: what they free stays with the
   * process and is used again without page faults.
   */
  static final Map<String, String> MEMORY_KEPT =
      Map.of("MALLOC_MMAP_MAX_", "0", "MALLOC_TRIM_THRESHOLD_", "8000000000");

  private static final String PACKAGE = "io.github.mnist4j.benchmarks.";

  /** All there are, this library first. */
  static final List<Entry> ALL =
      List.of(
          new Entry(
              "mnist4j",
              "`model.fit` with the accuracy metric, `model.predict`; no environment variables",
              true,
              "mnist4j",
              PACKAGE + "mnist4j.Mnist4jContestant",
              List.of("-Dmnist4j.threads=" + THREADS),
              Map.of()),
          new Entry(
              "mnist4j-plain",
              "the same on ND4J's operations alone: `-Dmnist4j.oneDnn=false`",
              true,
              "mnist4j",
              PACKAGE + "mnist4j.Mnist4jContestant",
              List.of("-Dmnist4j.threads=" + THREADS, "-Dmnist4j.oneDnn=false"),
              Map.of()),
          new Entry(
              "djl",
              "PyTorch engine; `Trainer` and a loop of one's own, without listeners and metrics; a"
                  + " memory manager a step; channels first, the only layout of its arrays;"
                  + " `ai.djl.pytorch.num_threads`",
              false,
              "djl",
              PACKAGE + "djl.DjlContestant",
              List.of(),
              Map.of()),
          new Entry(
              "tensorflow",
              "TensorFlow Java; one graph run by a session, channels last, oneDNN on, fused Adam;"
                  + " intra-op threads",
              false,
              "tensorflow",
              PACKAGE + "tensorflow.TensorFlowContestant",
              List.of(),
              Map.of("TF_CPP_MIN_LOG_LEVEL", "2")),
          new Entry(
              "dl4j",
              "`MultiLayerNetwork.fit` batch by batch; channels last, workspaces on, AVX2 build of"
                  + " ND4J with oneDNN; `OMP_NUM_THREADS`",
              false,
              "dl4j",
              PACKAGE + "dl4j.Dl4jContestant",
              List.of(),
              Map.of("OMP_NUM_THREADS", THREADS)),
          new Entry(
              "keras",
              "Keras on TensorFlow (Python); a step and a prediction are `tf.function`s around the"
                  + " model, an epoch is `fit`; XLA off; intra-op threads",
              false,
              PYTHON,
              "keras_contestant.py",
              List.of(),
              Map.of()),
          new Entry(
              "pytorch",
              "PyTorch (Python), eager; channels last, fused Adam, inference mode;"
                  + " `set_num_threads`",
              false,
              PYTHON,
              "pytorch_contestant.py",
              List.of(),
              Map.of()));

  boolean isPython() {
    return folder.equals(PYTHON);
  }
}
