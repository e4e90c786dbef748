package io.github.mnist4j.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;

/** Writes SVG 1.1 text, without AWT, scripts, style sheets or anything from another file. */
final class SvgCanvas implements Canvas {
  private static final String FONTS = "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif";

  private static final int ENLARGED_SIDE = 256;

  private final StringBuilder svg = new StringBuilder();

  /**
   * Starts with white paper.
   *
   * @param title what a screen reader says, and browsers show as a tool tip
   * @param description what is to be seen, for those who cannot
   */
  SvgCanvas(int width, int height, String title, String description) {
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .append(" width=\"" + width + "\" height=\"" + height + "\"")
        .append(" viewBox=\"0 0 " + width + " " + height + "\"")
        .append(" role=\"img\" font-family=\"" + FONTS + "\">\n");
    svg.append("<title>").append(escape(title)).append("</title>\n");
    svg.append("<desc>").append(escape(description)).append("</desc>\n");
    rect(new Box(0, 0, width, height), Colors.PAPER);
  }

  /** Returns the whole document. */
  String end() {
    return svg + "</svg>\n";
  }

  @Override
  public void rect(Box box, int color) {
    svg.append("<rect").append(place(box)).append(fill(color)).append("/>\n");
  }

  @Override
  public void polyline(double[] points, double thickness, int color) {
    svg.append("<polyline points=\"");
    for (int i = 0; i < points.length; i++) {
      svg.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(number(points[i]));
    }
    svg.append("\" fill=\"none\" stroke=\"" + hex(color) + "\"")
        .append(attribute("stroke-width", thickness))
        .append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n");
  }

  @Override
  public void circle(double x, double y, double radius, int color) {
    svg.append("<circle").append(attribute("cx", x)).append(attribute("cy", y));
    svg.append(attribute("r", radius)).append(fill(color)).append("/>\n");
  }

  @Override
  public void text(String text, double x, double y, TextStyle style) {
    svg.append("<text").append(attribute("x", x)).append(attribute("y", y));
    svg.append(attribute("font-size", style.size())).append(fill(style.color()));
    switch (style.anchor()) {
      case START -> {}
      case MIDDLE -> svg.append(" text-anchor=\"middle\"");
      case END -> svg.append(" text-anchor=\"end\"");
    }
    if (style.upwards()) {
      svg.append(" transform=\"rotate(-90 " + number(x) + " " + number(y) + ")\"");
    }
    svg.append(">").append(escape(text)).append("</text>\n");
  }

  /**
   * Enlarges small images first: browsers obey {@code pixelated}, but other programs smooth what
   * they enlarge, and then blur the pixels' edges only.
   */
  @Override
  public void image(Pixels pixels, Box box) {
    int times = Math.max(1, ENLARGED_SIDE / Math.max(pixels.width(), pixels.height()));
    svg.append("<image")
        .append(place(box))
        .append(" preserveAspectRatio=\"none\" image-rendering=\"pixelated\"")
        .append(" href=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(Png.encode(pixels.enlarged(times))))
        .append("\"/>\n");
  }

  private static String place(Box box) {
    return attribute("x", box.x())
        + attribute("y", box.y())
        + attribute("width", box.width())
        + attribute("height", box.height());
  }

  private static String fill(int color) {
    return " fill=\"" + hex(color) + "\"";
  }

  private static String hex(int color) {
    return String.format("#%06x", color);
  }

  private static String attribute(String name, double value) {
    return " " + name + "=\"" + number(value) + "\"";
  }

  /** Two decimals at most, never an exponent, and a point whatever the machine's language. */
  private static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Replaces what XML 1.0 keeps for itself, and what it forbids altogether. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            codePoint -> {
              switch (codePoint) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(codePoint) ? codePoint : 0xfffd);
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int codePoint) {
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || codePoint >= ' ' && !surrogate && codePoint != 0xfffe && codePoint != 0xffff;
  }
}
