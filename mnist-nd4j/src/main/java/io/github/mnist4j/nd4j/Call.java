package io.github.mnist4j.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** One ND4J operation bound to its arrays, made once and run many times. */
interface Call {
  /** Runs the operation on what its arrays hold now. */
  void run();

  /** Binds one of ND4J's older operations, which hold their arrays themselves. */
  static Call of(Op op) {
    return () -> Nd4j.getExecutioner().exec(op);
  }

  /**
   * Binds an operation.
   *
   * @param memory what frees it
   * @param name libnd4j's name
   * @param in its inputs
   * @param out its outputs, overwritten
   * @param arguments its integer arguments
   */
  static Call of(Memory memory, String name, INDArray[] in, INDArray[] out, long... arguments) {
    DynamicCustomOp op = DynamicCustomOp.builder(name).addInputs(in).addOutputs(out).build();
    OpContext context = Nd4j.getExecutioner().buildContext();
    context.setInputArrays(in);
    context.setOutputArrays(out);
    context.setIArguments(arguments);
    memory.own(context);
    return () -> Nd4j.getExecutioner().exec(op, context);
  }

  /** Lists arrays. */
  static INDArray[] arrays(INDArray... arrays) {
    return arrays;
  }
}
