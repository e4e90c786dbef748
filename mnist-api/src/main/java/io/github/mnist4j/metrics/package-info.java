/**
 * Metrics: pure Java, counted over samples.
 *
 * <p>Imported by the root package; imports {@code losses}, {@code tensor} and {@code errors}.
 */
@NullMarked
package io.github.mnist4j.metrics;

import org.jspecify.annotations.NullMarked;
