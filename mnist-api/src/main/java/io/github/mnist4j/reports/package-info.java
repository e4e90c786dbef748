/**
 * The page that {@code Report} writes: HTML of values, all of it in one text; not exported.
 *
 * <p>Imported by the root package; imports {@code plot}, {@code evaluation}, {@code metrics},
 * {@code tensor} and {@code errors}.
 */
@NullMarked
package io.github.mnist4j.reports;

import org.jspecify.annotations.NullMarked;
