/**
 * What the harness and its contestants say to each other. Imported by the contestants; must import
 * nothing but the JDK, so that it disturbs nobody's class path.
 */
@NullMarked
package io.github.mnist4j.benchmarks.protocol;

import org.jspecify.annotations.NullMarked;
