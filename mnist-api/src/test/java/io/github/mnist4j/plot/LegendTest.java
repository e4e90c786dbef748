package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class LegendTest {
  @Test
  void many_names_stand_in_rows_inside_the_picture() {
    Panel panel = Panel.of("Optimizers", "epoch", "loss");
    for (int i = 0; i < 12; i++) {
      panel = panel.line("optimizer number " + i, 1, i);
    }
    Plot plot = Plots.curves(panel);
    assertThat(SvgDocument.of(plot).elements("text"))
        .filteredOn(text -> text.getTextContent().startsWith("optimizer "))
        .hasSize(12)
        .allSatisfy(text -> assertThat(right(text)).isLessThan(plot.width()));
  }

  private static double right(Element text) {
    return Double.parseDouble(text.getAttribute("x")) + Letters.width(text.getTextContent(), 11);
  }

  @Test
  void a_name_wider_than_the_picture_is_cut() {
    Plot plot = Plots.curves(Panel.of("", "", "").line("a very long name ".repeat(20), 1, 2));
    assertThat(SvgDocument.of(plot).texts("text"))
        .filteredOn(text -> text.startsWith("a very"))
        .singleElement()
        .satisfies(name -> assertThat(Letters.width(name, 11)).isLessThan(plot.width()))
        .asString()
        .endsWith("…");
  }
}
