package io.github.mnist4j;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Engine;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Tensor;
import java.util.List;

/** Looks into a network: what its layers make, and what its outputs look at. */
final class Inside {
  private Inside() {}

  /** Runs the network up to a layer: another one, with the same weights. */
  static Tensor activations(
      Sequential network, Program program, Engine engine, long seed, Tensor x, String layer) {
    List<LayerSpec> plan = network.plan();
    List<String> names = plan.stream().map(LayerSpec::name).toList();
    int last = names.indexOf(layer);
    if (last < 0) {
      throw Check.unknown("layer", layer, names);
    }
    NetworkSpec front =
        new NetworkSpec(
            network.inputShape().orElseThrow(),
            plan.subList(0, last + 1),
            Losses.meanSquaredError(),
            Optimizers.sgd(),
            seed);
    Weights all = program.weights();
    Weights.Builder weights = Weights.builder();
    for (LayerSpec spec : front.layers()) {
      spec.params().stream()
          .map(spec::weightName)
          .forEach(name -> weights.add(name, all.get(name)));
    }
    try (Program run = engine.compile(front)) {
      run.load(weights.build());
      return run.predict(x);
    }
  }

  static Tensor inputGradient(Program program, Tensor x, int... classes) {
    Tensor y = program.predict(x);
    int outputs = y.shape().rank() > 1 ? y.shape().dim(-1) : 1;
    if (classes.length > 1 && classes.length != x.rows()) {
      throw Problem.of("inputGradient takes a class for each sample, one for all, or none")
          .expected("none, 1 or " + x.rows() + " classes")
          .got(classes.length + " classes")
          .see("no-such-class")
          .asDataException();
    }
    Tensor dy = Tensor.zeros(y.shape());
    int width = x.rows() == 0 ? 1 : y.size() / x.rows();
    for (int row = 0; row < x.rows(); row++) {
      for (int place = row * width; place < (row + 1) * width; place += outputs) {
        int chosen =
            classes.length == 0
                ? greatest(y.data(), place, outputs)
                : classes[classes.length == 1 ? 0 : row];
        if (chosen < 0 || chosen >= outputs) {
          throw Problem.of("the network has no such output")
              .expected("a class from 0 to " + (outputs - 1))
              .got("class " + chosen)
              .see("no-such-class")
              .asDataException();
        }
        dy.data()[place + chosen] = 1;
      }
    }
    return program.inputGradient(x, dy);
  }

  private static int greatest(float[] y, int from, int count) {
    int greatest = 0;
    for (int i = 1; i < count; i++) {
      if (y[from + i] > y[from + greatest]) {
        greatest = i;
      }
    }
    return greatest;
  }
}
