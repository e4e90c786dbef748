package io.github.mnist4j.spi;

/**
 * What came of one batch.
 *
 * <pre>{@code
 * StepResult step = program.train(batch, 1e-3);
 * System.out.println(step.loss() + " " + step.output()[0]);
 * }</pre>
 *
 * @param loss the mean loss of its samples
 * @param output the network's outputs, one sample behind the other; the program's own array, good
 *     until its next call
 */
public record StepResult(double loss, float[] output) {}
