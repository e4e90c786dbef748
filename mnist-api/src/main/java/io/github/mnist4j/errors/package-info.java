/**
 * What this library throws, and the one helper that writes the texts: what, expected, got, fix,
 * see.
 *
 * <p>Everything may import it; it imports nothing.
 */
@NullMarked
package io.github.mnist4j.errors;

import org.jspecify.annotations.NullMarked;
