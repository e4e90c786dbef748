/** DJL with its PyTorch engine as a contestant. */
@NullMarked
package io.github.mnist4j.benchmarks.djl;

import org.jspecify.annotations.NullMarked;
