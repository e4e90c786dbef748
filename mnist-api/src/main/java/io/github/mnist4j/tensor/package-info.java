/**
 * Arrays and their shapes, and random numbers by counting.
 *
 * <p>Everything may import it; it imports only {@code errors}.
 */
@NullMarked
package io.github.mnist4j.tensor;

import org.jspecify.annotations.NullMarked;
