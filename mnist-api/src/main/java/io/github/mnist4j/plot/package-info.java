/**
 * Pictures of digits, scores and learning curves, as PNG and SVG, without a display.
 *
 * <p>Imported by the programs of users; imports {@code tensor} and {@code errors}.
 */
@NullMarked
package io.github.mnist4j.plot;

import org.jspecify.annotations.NullMarked;
