package io.github.mnist4j.callbacks;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file's name with places for numbers, as Python formats them: {@code {epoch:02d}}, {@code
 * {val_loss:.2f}}, {@code {loss:.3e}}, {@code {loss}}; {@code {{} and {@code }}} are braces.
 */
final class FilePattern {
  private static final Pattern PLACE =
      Pattern.compile("\\{\\{|\\}\\}|\\{([^{}:]+)(?::(0?)(\\d*)(?:\\.(\\d+))?([dfe]?))?\\}|[{}]");

  /** Wider or more exact than this, no file's name is. */
  private static final int MOST_DIGITS = 3;

  private final String pattern;
  private final List<Part> parts = new ArrayList<>();

  /** A text, or the place of a number. */
  private record Part(String text, boolean place, boolean zeros, int width, int digits, char type) {
    static Part of(String text) {
      return new Part(text, false, false, 0, 0, ' ');
    }

    String shown(Number number) {
      String digits =
          switch (type) {
            case 'f' -> PythonNumbers.fixed(number.doubleValue(), this.digits);
            case 'e' -> PythonNumbers.scientific(number.doubleValue(), this.digits);
            default ->
                number instanceof Integer
                    ? number.toString()
                    : PythonNumbers.repr(number.doubleValue());
          };
      int missing = width - digits.length();
      if (missing <= 0) {
        return digits;
      }
      return zeros && digits.startsWith("-")
          ? "-" + "0".repeat(missing) + digits.substring(1)
          : (zeros ? "0" : " ").repeat(missing) + digits;
    }
  }

  /** Reads a pattern. */
  FilePattern(String pattern) {
    this.pattern = pattern;
    Matcher matcher = PLACE.matcher(pattern);
    int end = 0;
    while (matcher.find()) {
      parts.add(Part.of(pattern.substring(end, matcher.start())));
      parts.add(part(matcher));
      end = matcher.end();
    }
    parts.add(Part.of(pattern.substring(end)));
  }

  private Part part(Matcher matcher) {
    String found = matcher.group();
    if (found.equals("{{") || found.equals("}}")) {
      return Part.of(found.substring(1));
    }
    String name = matcher.group(1);
    if (name == null) {
      throw refused("a brace at place " + matcher.start());
    }
    String width = text(matcher.group(3));
    String digits = text(matcher.group(4));
    String type = text(matcher.group(5));
    boolean whole = name.equals("epoch") || name.equals("batch");
    if (width.length() > MOST_DIGITS
        || digits.length() > MOST_DIGITS
        || (!digits.isEmpty() && (type.isEmpty() || type.equals("d")))
        || (type.equals("d") && !whole)) {
      throw refused(found);
    }
    return new Part(
        name,
        true,
        !text(matcher.group(2)).isEmpty(),
        width.isEmpty() ? 0 : Integer.parseInt(width),
        digits.isEmpty() ? 6 : Integer.parseInt(digits),
        type.isEmpty() ? ' ' : type.charAt(0));
  }

  private static String text(String group) {
    return group == null ? "" : group;
  }

  private IllegalArgumentException refused(String got) {
    return Problem.of("ModelCheckpoint: '" + pattern + "' is no pattern of a file's name")
        .expected("places such as {epoch:02d}, {val_loss:.2f}, {loss:.3e} or {loss}; {{ is a brace")
        .got(got)
        .see("checkpoint-file")
        .asIllegalArgument();
  }

  /**
   * Returns the name with numbers in their places.
   *
   * @throws IllegalArgumentException if there is no number for a place; the message lists those
   *     there are
   */
  String fill(Map<String, ? extends Number> numbers) {
    StringBuilder name = new StringBuilder();
    for (Part part : parts) {
      if (!part.place()) {
        name.append(part.text());
        continue;
      }
      Number number = numbers.get(part.text());
      if (number == null) {
        throw Check.unknown("value in a checkpoint's file name", part.text(), numbers.keySet());
      }
      name.append(part.shown(number));
    }
    return name.toString();
  }
}
