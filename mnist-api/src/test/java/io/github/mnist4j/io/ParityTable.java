package io.github.mnist4j.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the code cannot say of Keras' names: those that have another name here, and why the others
 * are not there. Whatever a catalogue has needs no line, and must not have one.
 */
final class ParityTable {
  /** Where to look for a test of a section's names, in this order; {@code *} is the name. */
  static final Map<String, List<String>> TESTS =
      Map.ofEntries(
          Map.entry("layers", List.of("*KernelTest", "GoldenLayersTest", "KerasJsonTest")),
          Map.entry("activations", List.of("GoldenModelsTest", "ActivationTest")),
          Map.entry("initializers", List.of("InitializersGoldenTest", "InitializersTest")),
          Map.entry("regularizers", List.of("RegularizersGoldenTest", "GoldenTrainingTest")),
          Map.entry("constraints", List.of("ConstraintsGoldenTest", "GoldenTrainingTest")),
          Map.entry("losses", List.of("LossKernelTest", "CompiledLossesTest")),
          Map.entry("metrics", List.of("GoldenMetricsTest", "MetricsTest")),
          Map.entry("optimizers", List.of("UpdateTest", "KerasOptimizersTest")),
          Map.entry("schedules", List.of("GoldenSchedulesTest", "LearningRateTest")),
          Map.entry(
              "callbacks",
              List.of(
                  "GoldenCallbacksTest",
                  "*Test",
                  "KerasCallbacksTest",
                  "CallbackFilesTest",
                  "CallbacksEndToEndTest")),
          Map.entry("models", List.of("SaveAndLoadTest", "ModelTest")),
          Map.entry("compile", List.of("CompileTest", "FitTest")),
          Map.entry("fit", List.of("FitOptionsTest", "FitTest", "OrderTest", "ClassWeightTest")),
          Map.entry("evaluate", List.of("EvaluateTest", "SampleWeightsTest")),
          Map.entry("predict", List.of("ModelTest")),
          Map.entry(
              "model",
              List.of(
                  "ModelTest",
                  "SequentialTest",
                  "FitTest",
                  "EvaluateTest",
                  "SummaryTest",
                  "SaveAndLoadTest",
                  "DeferredBuildTest",
                  "OneBatchTest")));

  /**
   * {@code NAME = WHAT IS HERE | TESTS}, the tests only where the section's do not show it; {@code
   * no, WHY: NAMES}.
   */
  private static final String TEXT =
      """
      [layers]
      Input = Layers.Input | SequentialTest
      no, files are read and written whole: deserialize serialize
      no, three dimensions, and digits have two: AdaptiveAveragePooling3D AdaptiveMaxPooling3D AveragePooling3D Conv3D
      no, three dimensions, and digits have two: Conv3DTranspose Cropping3D GlobalAveragePooling3D GlobalMaxPooling3D
      no, three dimensions, and digits have two: MaxPooling3D SpatialDropout3D UpSampling3D ZeroPadding3D
      no, convolution in recurrence is for films: ConvLSTM1D ConvLSTM2D ConvLSTM3D
      no, augmentation is planned: AugMix AutoContrast CenterCrop ContrastLimitedAdaptiveHistogramEqualization CutMix
      no, augmentation is planned: Equalization MaxNumBoundingBoxes MixUp Pipeline RandAugment
      no, augmentation is planned: RandomColorDegeneration RandomColorJitter RandomCrop
      no, augmentation is planned: RandomElasticTransform RandomErasing RandomFlip RandomGaussianBlur RandomGrayscale
      no, augmentation is planned: RandomHue RandomInvert RandomPerspective RandomPosterization
      no, augmentation is planned: RandomSaturation RandomSharpness Resizing
      no, augmentation is planned: Solarization
      Add = Layers.Residual | ResidualKernelTest
      Concatenate = Layers.Concat | ConcatKernelTest
      no, a layer here has one input: Average Dot Maximum Minimum Multiply Subtract
      no, the functional API: add average concatenate dot maximum minimum multiply subtract
      no, attention is for more than digits: AdditiveAttention Attention GroupQueryAttention MultiHeadAttention
      no, for text, tables and sound: CategoryEncoding Discretization HashedCrossing Hashing IntegerLookup StringLookup
      no, for text, tables and sound: TextVectorization MelSpectrogram STFTSpectrogram ReversibleEmbedding
      no, code in Python: Lambda FlaxLayer JaxLayer TFSMLayer TorchModuleWrapper
      no, layers of one's own belong to an engine: Layer Wrapper InputSpec
      no, cells of one's own: RNN StackedRNNCells LSTMCell GRUCell SimpleRNNCell
      no, over steps; as images of height 1 they are there: Conv1DTranspose DepthwiseConv1D SeparableConv1D
      no, over steps; as images of height 1 they are there: Cropping1D ZeroPadding1D SpatialDropout1D
      no, the other pooling layers do for digits: AdaptiveAveragePooling1D AdaptiveAveragePooling2D
      no, the other pooling layers do for digits: AdaptiveMaxPooling1D AdaptiveMaxPooling2D
      no, digits need no masks: Masking
      no, nobody has asked for it yet: EinsumDense RMSNormalization SpectralNormalization

      [activations]
      get = Activation.named | ActivationTest
      no, files are read and written whole: deserialize serialize
      no, halves the last axis: glu
      no, Keras up to 3.15 computes it otherwise than later versions: sparsemax
      no, it needs two numbers, which a name has not: threshold

      [initializers]
      get = Initializers.named | InitializersTest
      no, files are read and written whole: deserialize serialize
      no, initializers of one's own; set weights instead: Initializer
      no, for sound: STFT STFTInitializer stft

      [regularizers]
      get = Regularizers.named | RegularizersTest
      no, files are read and written whole: deserialize serialize
      no, the set is closed, so that files can tell: Regularizer

      [constraints]
      get = Constraints.named | ConstraintsTest
      no, files are read and written whole: deserialize serialize
      no, the set is closed, so that files can tell: Constraint

      [losses]
      Loss = Losses.custom | CustomLossTest
      get = Losses.named | LossesTest
      no, files are read and written whole: deserialize serialize
      no, for sequences of text and sound: CTC ctc
      no, for likeness and segmentation: Circle circle Dice dice Tversky tversky
      no, nobody has asked for it yet: CategoricalGeneralizedCrossEntropy categorical_generalized_cross_entropy

      [metrics]
      Metric = Metrics.custom | MetricsTest
      MeanMetricWrapper = Metrics.mean | MetricsTest
      huber = Metrics.mean | MetricsTest
      log_cosh = Metrics.mean | MetricsTest
      binary_focal_crossentropy = Metrics.mean | MetricsTest
      categorical_focal_crossentropy = Metrics.mean | MetricsTest
      get = Metrics.named | MetricsTest
      TruePositives = Scores.report | ClassificationReportTest
      TrueNegatives = Scores.report | ClassificationReportTest
      FalsePositives = Scores.report | ClassificationReportTest
      FalseNegatives = Scores.report | ClassificationReportTest
      no, files are read and written whole: deserialize serialize
      no, a mean of outputs, not of targets: Mean Sum
      no, for segmentation: BinaryIoU IoU MeanIoU OneHotIoU OneHotMeanIoU
      no, for regression: ConcordanceCorrelation PearsonCorrelation R2Score concordance_correlation pearson_correlation
      no, the curve is not kept beside the area: PrecisionAtRecall RecallAtPrecision SensitivityAtSpecificity
      no, the curve is not kept beside the area: SpecificityAtSensitivity

      [optimizers]
      get = Optimizers.named | OptimizersTest
      no, files are read and written whole: deserialize serialize
      no, the set is closed, so that files can tell: Optimizer
      no, half precision: LossScaleOptimizer
      no, one optimizer for all weights: MultiOptimizer OptimizerMap
      no, nobody has asked for it yet: Adafactor Lamb Muon ScheduleFreeAdamW

      [schedules]
      LearningRateSchedule = Schedule | LearningRateTest
      no, files are read and written whole: deserialize serialize

      [callbacks]
      History = History | HistoryTest
      LambdaCallback = Callbacks.onEpochEnd | CallbacksTest
      ProgbarLogger = ProgressBar | ProgressBarTest
      no, fit takes a list: CallbackList
      no, a service outside: OrbaxCheckpoint RemoteMonitor
      no, emaOverwriteFrequency does it: SwapEMAWeights

      [models]
      Model = Model | ModelTest
      Sequential = Sequential | SequentialTest
      load_model = Models.load | SaveAndLoadTest
      model_from_json = Sequential.fromJson | SequentialTest
      save_model = Model.save | SaveAndLoadTest
      no, networks are values, and need no copies: clone_model

      [compile]
      no, there is one output: loss_weights
      no, metrics are not weighted: weighted_metrics
      no, there is no other way to run: run_eagerly steps_per_execution jit_compile
      no, half precision: auto_scale_loss

      [fit]
      x = Dataset.of | DatasetTest
      y = Dataset.of | DatasetTest
      sample_weight = Dataset.weighted | SampleWeightsTest

      [evaluate]
      x = Dataset.of | DatasetTest
      y = Dataset.of | DatasetTest
      batch_size = Model.evaluate | EvaluateTest
      verbose = Model.evaluate | EvaluateTest
      sample_weight = Dataset.weighted | SampleWeightsTest
      return_dict = Scores.get | ScoresTest
      no, all of the data is tested: steps
      no, nothing runs between the steps of a test: callbacks

      [predict]
      x = Model.predict | ModelTest
      no, it chooses what is fast; the result is the same: batch_size
      no, it is silent: verbose
      no, all of the data is predicted: steps
      no, nothing runs between the steps: callbacks

      [model]
      add = Sequential.of | SequentialTest
      get_layer = Sequential.layers | SequentialTest
      get_config = Sequential.toJson | SequentialTest
      from_config = Sequential.fromJson | SequentialTest
      get_weights = Model.weights | ModelTest
      set_weights = Model.load | ModelTest
      variables = Model.weights | ModelTest
      get_state_tree = Model.weights | ModelTest
      set_state_tree = Model.load | ModelTest
      count_params = Summary.totalParams | SummaryTest
      trainable = Sequential.freeze | SequentialTest
      metrics_names = History.names | FitTest
      export = Model.save | SaveAndLoadTest
      call = Model.predict | ModelTest
      compute_output_shape = Sequential.outputShape | SequentialTest
      no, networks are values: pop
      no, all is single precision: compute_dtype dtype dtype_policy input_dtype variable_dtype
      no, after training, SaveOptions.quantization makes files small: quantize quantization_mode
      no, after training, SaveOptions.quantization makes files small: get_quantization_layer_structure
      no, after training, SaveOptions.quantization makes files small: quantized_build quantized_call
      no, no masks: compute_mask supports_masking
      no, subclassing; Losses.custom, Metrics.custom and callbacks instead: add_loss add_metric add_variable add_weight
      no, subclassing; Losses.custom, Metrics.custom and callbacks instead: compute_loss compute_metrics
      no, subclassing; Losses.custom, Metrics.custom and callbacks instead: compute_output_spec make_predict_function
      no, subclassing; Losses.custom, Metrics.custom and callbacks instead: make_test_function make_train_function
      no, subclassing; Losses.custom, Metrics.custom and callbacks instead: predict_step test_step train_step
      no, subclassing; Losses.custom, Metrics.custom and callbacks instead: rematerialized_call symbolic_call
      no, subclassing; Losses.custom, Metrics.custom and callbacks instead: stateless_call stateless_compute_loss
      no, inside of Keras: build_from_config compile_from_config get_build_config get_compile_config compiled_loss
      no, inside of Keras: compiled_metrics distribute_reduction_method distribute_strategy get_metrics_result
      no, inside of Keras: input input_spec inputs jit_compile load_own_variables save_own_variables losses loss metrics
      no, inside of Keras: metrics_variables output outputs path reset_metrics run_eagerly
      no, Summary counts them: non_trainable_variables non_trainable_weights trainable_variables trainable_weights
      """;

  /**
   * A name's line.
   *
   * @param here the name here, or the empty text
   * @param why why it is not there, or the empty text
   */
  record Line(String here, String why, List<String> tests) {}

  private ParityTable() {}

  /** Returns the lines by {@code section/name}. */
  static Map<String, Line> lines() {
    Map<String, Line> lines = new LinkedHashMap<>();
    String section = "";
    for (String line : TEXT.lines().filter(text -> !text.isBlank()).toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else if (line.startsWith("no, ")) {
        int colon = line.lastIndexOf(": ");
        Line no = new Line("", line.substring(4, colon), List.of());
        for (String name : line.substring(colon + 2).split(" ")) {
          put(lines, section + "/" + name, no);
        }
      } else {
        String[] parts = line.split(" = | \\| ");
        List<String> tests = new ArrayList<>(List.of(parts[2].split(" ")));
        put(lines, section + "/" + parts[0], new Line(parts[1], "", tests));
      }
    }
    return lines;
  }

  private static void put(Map<String, Line> lines, String name, Line line) {
    if (lines.put(name, line) != null) {
      throw new AssertionError(name + " has two lines in ParityTable");
    }
  }
}
