package io.github.mnist4j.spi;

/**
 * What came of one batch.
 *
 * @param loss the mean loss of its samples
 * @param output the network's outputs, one sample behind the other; the program's own array, good
 *     until its next call
 */
public record StepResult(double loss, float[] output) {}
