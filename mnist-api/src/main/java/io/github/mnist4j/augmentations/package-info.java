/**
 * Random changes of pictures, of which a data set makes new ones each epoch.
 *
 * <p>Imported by {@code data}, and by the engine for the layers that do the same; imports {@code
 * layers}, {@code tensor} and {@code errors}.
 */
@NullMarked
package io.github.mnist4j.augmentations;

import org.jspecify.annotations.NullMarked;
