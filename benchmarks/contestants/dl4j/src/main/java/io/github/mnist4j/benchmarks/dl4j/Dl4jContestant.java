package io.github.mnist4j.benchmarks.dl4j;

import io.github.mnist4j.benchmarks.protocol.Answers;
import io.github.mnist4j.benchmarks.protocol.Digits;
import io.github.mnist4j.benchmarks.protocol.Stepping;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * DL4J: a network of layers, workspaces on, fitted batch by batch. Its output layer has softmax in
 * it, which costs nothing to speak of; its targets are one-hot.
 */
final class Dl4jContestant extends Stepping {
  private static final String FILE = "model.zip";
  private static final int CLASSES = 10;
  private static final CNN2DFormat FORMAT = CNN2DFormat.NHWC;

  private MultiLayerNetwork network;

  private Dl4jContestant(Digits digits) {
    super(digits);
    network = new MultiLayerNetwork(configuration());
    network.init();
  }

  /** Answers the harness; the number of threads is OpenMP's own environment variable. */
  public static void main(String... args) throws IOException {
    Answers.run(args, threads -> new Dl4jContestant(Digits.train(Path.of(args[0]))));
  }

  private static MultiLayerConfiguration configuration() {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(new Adam(0.001))
        .trainingWorkspaceMode(WorkspaceMode.ENABLED)
        .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
        .list()
        .layer(convolution(32))
        .layer(pooling())
        .layer(convolution(64))
        .layer(pooling())
        .layer(new DenseLayer.Builder().nOut(64).activation(Activation.RELU).build())
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build())
        .setInputType(InputType.convolutional(28, 28, 1, FORMAT))
        .build();
  }

  private static ConvolutionLayer convolution(int filters) {
    return new ConvolutionLayer.Builder(3, 3)
        .nOut(filters)
        .activation(Activation.RELU)
        .dataFormat(FORMAT)
        .build();
  }

  private static SubsamplingLayer pooling() {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
        .kernelSize(2, 2)
        .stride(2, 2)
        .dataFormat(FORMAT)
        .build();
  }

  private static INDArray images(float[] x, int n) {
    return Nd4j.create(x, new long[] {n, 28, 28, 1}, 'c');
  }

  @Override
  public String version() {
    return "DL4J " + Answers.version("org.deeplearning4j", "deeplearning4j-nn");
  }

  @Override
  protected void step(float[] x, int[] labels, int n) {
    float[] targets = new float[n * CLASSES];
    for (int i = 0; i < n; i++) {
      targets[i * CLASSES + labels[i]] = 1;
    }
    network.fit(images(x, n), Nd4j.create(targets, new long[] {n, CLASSES}, 'c'));
  }

  @Override
  public float[] predict(float[] x, int n) {
    return network.output(images(x, n), false).dup('c').data().asFloat();
  }

  @Override
  public void save(Path folder) throws IOException {
    network.save(folder.resolve(FILE).toFile(), false);
  }

  @Override
  public void load(Path folder) throws IOException {
    network = MultiLayerNetwork.load(folder.resolve(FILE).toFile(), false);
  }

  @Override
  public void close() {
    network.close();
  }
}
