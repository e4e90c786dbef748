/**
 * The harness: starts each contestant in a process of its own, lets them work in turn, and makes
 * tables of what they took. Imports nothing but the JDK.
 */
@NullMarked
package io.github.mnist4j.benchmarks;

import org.jspecify.annotations.NullMarked;
