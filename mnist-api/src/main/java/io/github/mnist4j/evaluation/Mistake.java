package io.github.mnist4j.evaluation;

/**
 * A sample that was taken for what it is not.
 *
 * <pre>{@code
 * for (Mistake mistake : predictions.mostConfidentMistakes(10)) {
 *   System.out.println("row " + mistake.row() + ": " + mistake.label() + ", taken for " + mistake.predicted());
 * }
 * }</pre>
 *
 * @param row its place in the set, from 0
 * @param label its true class
 * @param predicted the class it was taken for
 * @param confidence the probability of the predicted class, 0 to 1
 */
public record Mistake(int row, int label, int predicted, double confidence) {}
