/**
 * What was predicted, looked at by people: mistakes, calibration, one model beside another. Values
 * made of numbers; knows no model.
 *
 * <p>Imported by {@code plot}, the root package and the programs of users; imports {@code metrics},
 * {@code tensor} and {@code errors}.
 */
@NullMarked
package io.github.mnist4j.evaluation;

import org.jspecify.annotations.NullMarked;
