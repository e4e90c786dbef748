package io.github.mnist4j.metrics;

/**
 * How numbers of classes become one.
 *
 * <pre>{@code f1Score().average(Average.MACRO)     // each class counts the same, however rare}
 * </pre>
 */
public enum Average {
  /** All classes are counted together. */
  MICRO,
  /** The mean of the classes' numbers. */
  MACRO,
  /** Their mean, each by how often its class is there. */
  WEIGHTED
}
