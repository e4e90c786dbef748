/** TensorFlow Java as a contestant. */
@NullMarked
package io.github.mnist4j.benchmarks.tensorflow;

import org.jspecify.annotations.NullMarked;
