package io.github.mnist4j.callbacks;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keras' progress bar: {@code 1875/1875 ━━━━━━━━━━━━━━━━━━━━ 6s 3ms/step - accuracy: 0.9570 - loss:
 * 0.1400}.
 *
 * <p>Live on a terminal, with colours; elsewhere only its finished line is printed. Where the
 * output's character set has no heavy line, the bar is drawn with {@code =} and {@code .}.
 *
 * <pre>{@code
 * ProgressBar bar = ProgressBar.of(Verbosity.AUTO);
 * bar.epoch(1, 1);
 * bar.begin(100);
 * for (int step = 1; step < 100; step++) {
 *   bar.step(step, Map.of("loss", 1.0 / step));
 * }
 * bar.end(100, Map.of("loss", 0.01));
 * }</pre>
 */
public final class ProgressBar {
  private static final int CELLS = 20;
  private static final long REDRAW_NANOS = 50_000_000;

  private final PrintStream out;
  private final Style style;
  private final LongSupplier nanoTime;
  private int target;
  private long start;
  private long afterFirst;
  private long lastDrawn;
  private int drawnWidth;

  /** How a bar is printed. */
  enum Style {
    NOTHING,
    LINE,
    FINISHED_BAR,
    LIVE_BAR
  }

  ProgressBar(PrintStream out, Style style, LongSupplier nanoTime) {
    this.out = out;
    this.style = style;
    this.nanoTime = nanoTime;
  }

  /** Returns a bar on standard output. */
  public static ProgressBar of(Verbosity verbosity) {
    Style style =
        switch (verbosity) {
          case SILENT -> Style.NOTHING;
          case LINE -> Style.LINE;
          case BAR -> Style.LIVE_BAR;
          case AUTO -> Terminal.isThere() ? Style.LIVE_BAR : Style.FINISHED_BAR;
        };
    return new ProgressBar(System.out, style, System::nanoTime);
  }

  /** Prints Keras' title of an epoch, {@code Epoch 1/10}. */
  public void epoch(int epoch, int epochs) {
    if (style != Style.NOTHING && epochs > 1) {
      out.println("Epoch " + (epoch + 1) + "/" + epochs);
    }
  }

  /** Starts the bar of some steps. */
  public void begin(int target) {
    this.target = target;
    start = nanoTime.getAsLong();
    afterFirst = start;
    lastDrawn = start;
    drawnWidth = 0;
  }

  /**
   * Tells of a finished step; draws at most twenty times a second.
   *
   * @param step counted from 1
   */
  public void step(int step, Map<String, Double> logs) {
    long now = nanoTime.getAsLong();
    if (step == 1) {
      afterFirst = now;
    }
    if (style == Style.LIVE_BAR
        && step < target
        && (step == 1 || now - lastDrawn >= REDRAW_NANOS)) {
      lastDrawn = now;
      String eta = eta((double) (now - start) / step * (target - step) / 1e9);
      draw(bar(step, true) + " " + bold(eta) + " " + perStep(step, now) + values(logs));
      out.flush();
    }
  }

  /** Prints the finished line. */
  public void end(int step, Map<String, Double> logs) {
    long now = nanoTime.getAsLong();
    String seconds = String.format(Locale.ROOT, "%.0fs", (now - start) / 1e9);
    switch (style) {
      case NOTHING -> {}
      case LINE ->
          out.println(
              step + "/" + target + " - " + seconds + " - " + perStep(step, now) + values(logs));
      case FINISHED_BAR ->
          out.println(bar(step, false) + " " + seconds + " " + perStep(step, now) + values(logs));
      case LIVE_BAR -> {
        draw(bar(step, true) + " " + bold(seconds) + " " + perStep(step, now) + values(logs));
        out.println();
      }
    }
    out.flush();
  }

  private void draw(String text) {
    int width = text.replaceAll("\u001b\\[[0-9;]*m", "").length();
    out.print("\r" + text + " ".repeat(Math.max(0, drawnWidth - width)));
    drawnWidth = width;
  }

  private String bar(int step, boolean coloured) {
    int done = target == 0 ? CELLS : (int) ((long) CELLS * step / target);
    boolean heavy = Terminal.canPrint('━');
    String left = (heavy ? "━" : "=").repeat(done);
    String right = (heavy ? "━" : ".").repeat(CELLS - done);
    int digits = Integer.toString(target).length();
    String count = String.format(Locale.ROOT, "%" + digits + "d/%d", step, target);
    return coloured
        ? bold(count) + " \u001b[32m" + left + "\u001b[0m\u001b[37m" + right + "\u001b[0m"
        : count + " " + left + right;
  }

  private static String bold(String text) {
    return "\u001b[1m" + text + "\u001b[0m";
  }

  private static String eta(double seconds) {
    long whole = (long) seconds;
    if (whole > 3600) {
      return String.format(
          Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole % 3600 / 60, whole % 60);
    }
    return whole > 60 ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60) : whole + "s";
  }

  /**
   * The first step is left out of the mean where there is another: it makes what later ones find
   * ready.
   */
  private String perStep(int step, long now) {
    double seconds = step <= 1 ? (now - start) / 1e9 : (now - afterFirst) / 1e9 / (step - 1);
    if (seconds >= 1 || seconds == 0) {
      return String.format(Locale.ROOT, "%.0fs/step", seconds);
    }
    return seconds >= 1e-3
        ? String.format(Locale.ROOT, "%.0fms/step", seconds * 1e3)
        : String.format(Locale.ROOT, "%.0fus/step", seconds * 1e6);
  }

  private static String values(Map<String, Double> logs) {
    StringBuilder text = new StringBuilder();
    logs.forEach(
        (name, value) ->
            text.append(" - ")
                .append(name)
                .append(
                    String.format(
                        Locale.ROOT, Math.abs(value) > 1e-3 ? ": %.4f" : ": %.4e", value)));
    return text.toString();
  }

  /** What is known of standard output. */
  private static final class Terminal {
    private Terminal() {}

    /** From Java 22 on, a console is there without a terminal, too; it then says so itself. */
    static boolean isThere() {
      java.io.Console console = System.console();
      if (console == null) {
        return false;
      }
      try {
        return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
      } catch (ReflectiveOperationException e) {
        return true;
      }
    }

    static boolean canPrint(char character) {
      String encoding =
          System.getProperty("stdout.encoding", System.getProperty("native.encoding", ""));
      return charset(encoding).newEncoder().canEncode(character);
    }

    private static Charset charset(String name) {
      try {
        return Charset.forName(name);
      } catch (IllegalArgumentException e) {
        return Charset.defaultCharset();
      }
    }
  }
}
