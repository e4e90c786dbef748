package io.github.mnist4j.metrics;

/** How numbers of classes become one. */
public enum Average {
  /** All classes are counted together. */
  MICRO,
  /** The mean of the classes' numbers. */
  MACRO,
  /** Their mean, each by how often its class is there. */
  WEIGHTED
}
