/** Networks as values, their training, their data and files. */
module io.github.mnist4j.api {
  requires com.fasterxml.jackson.databind;
  requires com.google.protobuf;
  requires io.jhdf;
  requires org.tribuo.util.onnx;
  requires transitive java.desktop;
  requires static transitive org.jspecify;

  exports io.github.mnist4j;
  exports io.github.mnist4j.augmentations;
  exports io.github.mnist4j.callbacks;
  exports io.github.mnist4j.data;
  exports io.github.mnist4j.errors;
  exports io.github.mnist4j.evaluation;
  exports io.github.mnist4j.layers;
  exports io.github.mnist4j.losses;
  exports io.github.mnist4j.metrics;
  exports io.github.mnist4j.optimizers;
  exports io.github.mnist4j.plot;
  exports io.github.mnist4j.saving;
  exports io.github.mnist4j.spi;
  exports io.github.mnist4j.tensor;

  uses io.github.mnist4j.spi.Engine;
}
