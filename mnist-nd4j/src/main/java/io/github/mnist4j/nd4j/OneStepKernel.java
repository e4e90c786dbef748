package io.github.mnist4j.nd4j;

/** A kernel that does each pass in one go: most do. */
interface OneStepKernel extends Kernel {
  /** Computes the output. */
  void forward();

  /** Computes the gradients. */
  void backward();

  @Override
  default void forward(Steps steps) {
    steps.add(this::forward);
  }

  @Override
  default void backward(Steps steps) {
    steps.add(this::backward);
  }
}
