package io.github.mnist4j.plot;

import io.github.mnist4j.plot.Canvas.Anchor;
import io.github.mnist4j.plot.Canvas.Box;
import io.github.mnist4j.plot.Canvas.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** An image and, beside it, one bar a class. */
final class Prediction {
  private static final int WIDTH = 640;
  private static final double MARGIN = 14;
  private static final double TITLE_HEIGHT = 24;
  private static final double SIDE = 196;
  private static final double GAP = 26;
  private static final double ROW = 22;
  private static final double BAR = 15;
  private static final double AXIS_HEIGHT = 36;
  private static final double WIDEST_NAME = 150;
  private static final int MOST_BARS = 20;

  private static final TextStyle TITLE = TextStyle.of(13, Anchor.START);
  private static final TextStyle NAME = TextStyle.of(11, Anchor.END);
  private static final TextStyle VALUE = TextStyle.of(11, Anchor.START);
  private static final TextStyle LABEL = TextStyle.of(11, Anchor.MIDDLE);
  private static final TextStyle TICK = TextStyle.of(10, Anchor.MIDDLE).color(Colors.QUIET_TEXT);

  private final Pixels image;
  private final List<String> names;
  private final boolean percent;
  private final boolean plain;
  private final double[] values;
  private final int best;
  private final int[] shown;

  Prediction(Pixels image, float[] scores, List<String> names) {
    this.image = image;
    this.names = names;
    percent = areProbabilities(scores);
    values = new double[scores.length];
    Arrays.setAll(values, i -> percent ? 100.0 * scores[i] : scores[i]);
    double largest = Arrays.stream(values).map(Math::abs).filter(Axis::isShown).max().orElse(0);
    plain = largest == 0 || largest >= 0.1 && largest < 1000;
    int[] descending = descending(values);
    best = descending[0];
    shown =
        values.length <= MOST_BARS
            ? IntStream.range(0, values.length).toArray()
            : IntStream.of(descending).limit(MOST_BARS).toArray();
  }

  /** Orders the classes by score: the first of equals before the others, NaN last. */
  private static int[] descending(double[] values) {
    Comparator<Integer> byScore =
        Comparator.comparingDouble(i -> Double.isNaN(values[i]) ? Double.MAX_VALUE : -values[i]);
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(byScore)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static boolean areProbabilities(float[] scores) {
    double sum = 0;
    for (float score : scores) {
      if (!(score >= 0 && score <= 1)) {
        return false;
      }
      sum += score;
    }
    return Math.abs(sum - 1) < 0.01;
  }

  Plot plot() {
    double height = Math.max(imageHeight(), barsHeight());
    String title = "predicted: " + names.get(best);
    StringBuilder description = new StringBuilder("An image and its scores: ");
    for (int i : shown) {
      description.append(names.get(i)).append(" ").append(text(values[i])).append(", ");
    }
    description.setLength(description.length() - 2);
    return new Plot(
        title,
        description.append(".").toString(),
        WIDTH,
        (int) Math.ceil(2 * MARGIN + TITLE_HEIGHT + height),
        canvas -> {
          String line = Letters.fit(title, TITLE.size(), WIDTH - 2 * MARGIN);
          canvas.text(line, MARGIN, MARGIN + TITLE.size() - 1, TITLE);
          draw(canvas, MARGIN + TITLE_HEIGHT, height);
        });
  }

  private double imageWidth() {
    return Grid.zoom(image, SIDE) * image.width();
  }

  private double imageHeight() {
    return Grid.zoom(image, SIDE) * image.height();
  }

  private double barsHeight() {
    return shown.length * ROW + AXIS_HEIGHT;
  }

  private void draw(Canvas canvas, double top, double height) {
    Grid.framed(canvas, image, new Box(MARGIN, top, imageWidth(), imageHeight()));
    double widest =
        IntStream.of(shown)
            .mapToDouble(i -> Letters.width(names.get(i), NAME.size()))
            .max()
            .orElse(0);
    double left = MARGIN + imageWidth() + GAP + Math.min(WIDEST_NAME, widest) + 8;
    double spare = (height - barsHeight()) / 2;
    Box box = new Box(left, top + Math.floor(spare), WIDTH - MARGIN - left, shown.length * ROW);
    Axis axis = axis(box);
    drawAxis(canvas, box, axis);
    for (int row = 0; row < shown.length; row++) {
      drawBar(canvas, box, axis, row);
    }
    canvas.rect(new Box(Math.round(axis.at(0)), box.y(), 1, box.height()), Colors.FRAME);
  }

  /** Leaves room at both ends for the numbers that stand beyond the bars. */
  private Axis axis(Box box) {
    double low = 0;
    double high = percent ? 100 : 0;
    double roomLeft = 0;
    double roomRight = 0;
    for (int i : shown) {
      double room = Letters.width(text(values[i]), VALUE.size()) + 8;
      if (values[i] < 0) {
        roomLeft = Math.max(roomLeft, room);
      } else {
        roomRight = Math.max(roomRight, room);
      }
      if (Axis.isShown(values[i])) {
        low = Math.min(low, values[i]);
        high = Math.max(high, values[i]);
      }
    }
    return new Axis(low, low == high ? 1 : high, box.x() + roomLeft, box.right() - roomRight);
  }

  private void drawAxis(Canvas canvas, Box box, Axis axis) {
    Ticks ticks = Ticks.of(axis.low(), axis.high(), 6);
    for (int i = 0; i < ticks.values().size(); i++) {
      double at = Math.round(axis.at(ticks.values().get(i)));
      canvas.rect(new Box(at, box.y(), 1, box.height() + 4), Colors.GRID);
      canvas.text(ticks.labels().get(i), at + 0.5, box.bottom() + 15, TICK);
    }
    String label = percent ? "probability (%)" : "score";
    canvas.text(label, (axis.from() + axis.to()) / 2, box.bottom() + 31, LABEL);
  }

  private void drawBar(Canvas canvas, Box box, Axis axis, int row) {
    int i = shown[row];
    double middle = box.y() + (row + 0.5) * ROW;
    double zero = Math.round(axis.at(0));
    double end = Axis.isShown(values[i]) ? axis.at(values[i]) : zero;
    double start = Math.min(zero, end);
    if (end != zero) {
      Box bar = new Box(start, middle - BAR / 2, Math.abs(end - zero), BAR);
      canvas.rect(bar, i == best ? Colors.series(0) : Colors.BAR);
    }
    int color = i == best ? Colors.TEXT : Colors.QUIET_TEXT;
    String name = Letters.fit(names.get(i), NAME.size(), WIDEST_NAME);
    canvas.text(name, box.x() - 8, middle + 4, NAME.color(color));
    boolean negative = values[i] < 0;
    TextStyle style = negative ? NAME : VALUE;
    double width = Letters.width(text(values[i]), style.size());
    double at = end + (negative ? -5 : 6);
    canvas.rect(new Box(negative ? at - width : at, middle - 6, width, 12), Colors.PAPER);
    canvas.text(text(values[i]), at, middle + 4, style.color(color));
  }

  private String text(double value) {
    if (!percent) {
      return String.format(Locale.ROOT, plain ? "%.2f" : "%.1e", value)
          .replaceFirst("^-(?=[0.]+$)", "")
          .replace('-', '−');
    }
    if (value > 0 && value < 0.05) {
      return "< 0.1 %";
    }
    return value < 100 && value >= 99.95
        ? "> 99.9 %"
        : String.format(Locale.ROOT, "%.1f %%", value);
  }
}
