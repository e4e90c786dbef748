package io.github.mnist4j.errors;

import org.jspecify.annotations.Nullable;

/**
 * The text of an error: what went wrong, what was expected, what was found, how to mend it, where
 * to read more.
 *
 * <pre>{@code
 * throw Problem.of("labels do not fit the loss")
 *     .expected("labels from 0 to 9 (the last layer has 10 outputs)")
 *     .got("label 10 in row 17")
 *     .fix("check the labels, or give the last layer 11 units")
 *     .see("labels-out-of-range")
 *     .asDataException();
 * }</pre>
 */
public final class Problem {
  /** Where the anchors of {@link #see} lead. */
  public static final String SITE = "https://mnist4j.github.io/troubleshooting";

  private final String what;
  private @Nullable String expected;
  private @Nullable String got;
  private @Nullable String fix;
  private @Nullable String anchor;

  private Problem(String what) {
    this.what = what;
  }

  /** Starts an error text. */
  public static Problem of(String what) {
    return new Problem(what);
  }

  /** Says what would have been right. */
  public Problem expected(String text) {
    expected = text;
    return this;
  }

  /** Says what was found instead. */
  public Problem got(String text) {
    got = text;
    return this;
  }

  /** Says what to do about it. */
  public Problem fix(String text) {
    fix = text;
    return this;
  }

  /** Names the section of the troubleshooting page that tells more. */
  public Problem see(String anchor) {
    this.anchor = anchor;
    return this;
  }

  /** Returns the same problem with its place in front and the source of what was found behind. */
  Problem in(String place, String source) {
    Problem placed = new Problem(place + " " + what);
    placed.expected = expected;
    placed.got = got + " from " + source;
    placed.fix = fix;
    placed.anchor = anchor;
    return placed;
  }

  /** Returns the whole text, one line an item. */
  public String text() {
    StringBuilder text = new StringBuilder(what);
    line(text, "expected: ", expected);
    line(text, "got:      ", got);
    line(text, "fix:      ", fix);
    line(text, "see:      ", anchor == null ? null : SITE + "#" + anchor);
    return text.toString();
  }

  private static void line(StringBuilder text, String label, @Nullable String value) {
    if (value != null) {
      text.append("\n  ").append(label).append(value);
    }
  }

  /** Returns the error for shapes that do not fit. */
  public ShapeException asShapeException() {
    return new ShapeException(this);
  }

  /** Returns the error for data that cannot be trained on, tested or predicted. */
  public DataException asDataException() {
    return new DataException(text());
  }

  /** Returns the error for a network that cannot be compiled as it was asked for. */
  public CompileException asCompileException() {
    return new CompileException(text());
  }

  /** Returns the error for a file that is not what it should be. */
  public ModelFormatException asModelFormatException() {
    return new ModelFormatException(text(), null);
  }

  /** Returns the error for a file that is not what it should be, with what a library said of it. */
  public ModelFormatException asModelFormatException(Throwable cause) {
    return new ModelFormatException(text(), cause);
  }

  /** Returns the error for a training that went out of the range of numbers. */
  public NonFiniteException asNonFiniteException() {
    return new NonFiniteException(text());
  }

  /** Returns the error for an argument out of its range. */
  public IllegalArgumentException asIllegalArgument() {
    return new IllegalArgumentException(text());
  }

  /** Returns the error for a call that comes at the wrong time. */
  public IllegalStateException asIllegalState() {
    return new IllegalStateException(text());
  }
}
