package io.github.mnist4j;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.ParamSpec;
import io.github.mnist4j.spi.LayerSpec;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The layers of a network, their shapes and numbers of parameters. Its text is the table that Keras
 * prints.
 *
 * <pre>{@code System.out.print(cnn.summary());}</pre>
 *
 * @param name the network's name
 * @param rows one a layer
 */
public record Summary(String name, List<Row> rows) {
  private static final int[] COLUMN_ENDS = {29, 55, 65};
  private static final int WIDTH = 65;

  /**
   * One layer.
   *
   * @param name its name
   * @param className its class in Keras
   * @param outputShape its output, {@code (None, 10)}; {@code ?} where the network is not built
   * @param trainable the number of parameters that training changes
   * @param fixed the number of the others
   * @param built whether the layer's shapes are known
   */
  public record Row(
      String name,
      String className,
      String outputShape,
      long trainable,
      long fixed,
      boolean built) {
    private String params() {
      return built ? Long.toString(trainable + fixed) : "0 (unbuilt)";
    }
  }

  /** Copies the list. */
  public Summary {
    rows = List.copyOf(rows);
  }

  static Summary of(String name, List<Layer> layers, List<LayerSpec> plan) {
    return new Summary(
        name,
        IntStream.range(0, layers.size())
            .mapToObj(i -> plan.isEmpty() ? unbuilt(layers.get(i)) : row(plan.get(i)))
            .toList());
  }

  private static Row unbuilt(Layer layer) {
    return new Row(String.valueOf(layer.name()), layer.className(), "?", 0, 0, false);
  }

  private static Row row(LayerSpec spec) {
    long trainable = sizes(spec.params().stream().filter(ParamSpec::trainable));
    long all = sizes(spec.params().stream());
    return new Row(
        spec.name(),
        spec.layer().className(),
        spec.output().toBatchString(),
        trainable,
        all - trainable,
        true);
  }

  private static long sizes(Stream<ParamSpec> params) {
    return params.mapToLong(param -> param.shape().size()).sum();
  }

  /** Returns the number of parameters that training changes. */
  public long trainableParams() {
    return rows.stream().mapToLong(Row::trainable).sum();
  }

  /** Returns the number of parameters that training does not change. */
  public long nonTrainableParams() {
    return rows.stream().mapToLong(Row::fixed).sum();
  }

  /** Returns the number of parameters. */
  public long totalParams() {
    return trainableParams() + nonTrainableParams();
  }

  /** Returns the table, with a line break at its end. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("Model: \"").append(name).append("\"\n");
    rule(text, '_');
    line(text, "Layer (type)", "Output Shape", "Param #");
    rule(text, '=');
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      line(text, row.name + " (" + row.className + ")", row.outputShape, row.params());
      rule(text, i == rows.size() - 1 ? '=' : '_');
    }
    total(text, "Total params", totalParams());
    total(text, "Trainable params", trainableParams());
    total(text, "Non-trainable params", nonTrainableParams());
    rule(text, '_');
    return text.toString();
  }

  private static void rule(StringBuilder text, char character) {
    text.append(String.valueOf(character).repeat(WIDTH)).append('\n');
  }

  private static void total(StringBuilder text, String label, long value) {
    text.append(
        String.format(Locale.ROOT, "%s: %,d%n", label, value)
            .replace(System.lineSeparator(), "\n"));
  }

  /**
   * A field that is too long is cut at its column's end, and a blank keeps it from the next one.
   */
  private static void line(StringBuilder text, String... fields) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        line.setCharAt(line.length() - 1, ' ');
      }
      line.append(fields[i]);
      line.setLength(Math.min(line.length(), COLUMN_ENDS[i]));
      line.append(" ".repeat(COLUMN_ENDS[i] - line.length()));
    }
    text.append(line).append('\n');
  }
}
