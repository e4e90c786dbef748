/**
 * Pictures of digits, scores, learning curves, confusions and calibration, as PNG and SVG, without
 * a display.
 *
 * <p>Imported by the programs of users; imports {@code evaluation}, {@code metrics}, {@code tensor}
 * and {@code errors}.
 */
@NullMarked
package io.github.mnist4j.plot;

import org.jspecify.annotations.NullMarked;
