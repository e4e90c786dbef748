package io.github.mnist4j.io;

import java.util.List;

/**
 * A line of the page: a name of Keras, and what it is here.
 *
 * @param there whether this library has it
 * @param here its name here, or why it is not there
 * @param limits arguments that are not there, or only with their default
 * @param tests classes of tests that show it
 */
record ParityRow(String keras, boolean there, String here, String limits, List<String> tests) {}
