/**
 * Data sets that load themselves, and the IDX files they come in; digits found in pictures of one's
 * own.
 *
 * <p>Imported by applications and the examples, by no other module; imports {@code data}, {@code
 * tensor} and {@code errors}, never an engine.
 */
@NullMarked
package io.github.mnist4j.datasets;

import org.jspecify.annotations.NullMarked;
