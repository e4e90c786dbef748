/** Programs to copy from, one file each. */
@NullMarked
package io.github.mnist4j.examples;

import org.jspecify.annotations.NullMarked;
