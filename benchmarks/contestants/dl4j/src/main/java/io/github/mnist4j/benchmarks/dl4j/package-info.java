/** DL4J as a contestant. */
@NullMarked
package io.github.mnist4j.benchmarks.dl4j;

import org.jspecify.annotations.NullMarked;
