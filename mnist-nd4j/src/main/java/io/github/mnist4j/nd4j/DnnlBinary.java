package io.github.mnist4j.nd4j;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import java.util.Map;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/** Sums and products, number by number, of what lies alike. */
final class DnnlBinary {
  private DnnlBinary() {}

  /** Records the sum of two that lie as the third, which may be one of them. */
  static void add(Tape tape, Steps steps, memory one, memory other, Flow sum) {
    record(tape, steps, dnnl.algorithm.binary_add, one, other, sum);
  }

  /** Records the product of two that lie as the third. */
  static void multiply(Tape tape, Steps steps, memory one, memory other, Flow product) {
    record(tape, steps, dnnl.algorithm.binary_mul, one, other, product);
  }

  private static void record(
      Tape tape, Steps steps, dnnl.algorithm algorithm, memory one, memory other, Flow result) {
    memory.desc desc = result.desc();
    binary.desc operation = tape.keep(new binary.desc(algorithm, desc, desc, desc));
    binary.primitive_desc description =
        tape.keep(new binary.primitive_desc(operation, tape.attributes(), OneDnn.engine()));
    tape.record(
        steps,
        new binary(description),
        description,
        Map.of(DNNL_ARG_SRC_0, one, DNNL_ARG_SRC_1, other, DNNL_ARG_DST, result.memory()));
  }
}
