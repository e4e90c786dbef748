/** This library as a contestant: used as the tutorial uses it, by its public API alone. */
@NullMarked
package io.github.mnist4j.benchmarks.mnist4j;

import org.jspecify.annotations.NullMarked;
