package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LettersTest {
  private static final double TOLERANCE = 1e-9;

  @Test
  void all_of_printable_ascii_and_latin_1_is_there() {
    assertThat(IntStream.rangeClosed(' ', '~')).allMatch(c -> Letters.get(c) != null);
    assertThat(IntStream.rangeClosed(0xae, 0xff)).allMatch(c -> Letters.get(c) != null);
    assertThat("×·–—…±≤≥%éµ°−→αλ".codePoints()).allMatch(c -> Letters.get(c) != null);
  }

  @Test
  void letters_stand_on_the_baseline_within_their_width() {
    Rectangle2D h = Letters.get('H').outline().getBounds2D();
    assertThat(h.getMaxY()).isZero();
    assertThat(h.getHeight()).isEqualTo(1493);
    assertThat(h.getMinX()).isPositive();
    assertThat(h.getMaxX()).isLessThan(Letters.get('H').advance());
    assertThat(Letters.get('g').outline().getBounds2D().getMaxY()).isPositive();
    assertThat(Letters.get(' ').outline().getBounds2D().isEmpty()).isTrue();
  }

  @Test
  void the_hole_of_an_o_is_empty() {
    Letters.Letter o = Letters.get('O');
    assertThat(o.outline().contains(o.advance() / 2.0, -1493 / 2.0)).isFalse();
    assertThat(o.outline().contains(200, -1493 / 2.0)).isTrue();
  }

  @Test
  void widths_add_up_and_grow_with_the_size() {
    double a = Letters.width("a", 10);
    assertThat(Letters.width("aa", 20)).isCloseTo(4 * a, within());
    assertThat(Letters.width("ひ", 10)).isEqualTo(10);
    assertThat(Letters.width("", 10)).isZero();
  }

  private static Offset<Double> within() {
    return Offset.offset(TOLERANCE);
  }

  @Test
  void a_text_is_cut_to_what_fits() {
    assertThat(Letters.fit("epoch", 10, 100)).isEqualTo("epoch");
    assertThat(Letters.fit("accuracy of the validation", 10, 60)).isEqualTo("accuracy…");
    assertThat(Letters.fit("accuracy", 10, 1)).isEqualTo("…");
  }

  @Test
  void letters_that_the_table_lacks_have_a_shape_all_the_same() {
    TextShapes.Line line = new TextShapes().of("aひb");
    assertThat(line.width()).isGreaterThan(Letters.width("ab", 1));
    Rectangle2D middle = new Rectangle2D.Double(0.65, -1, 0.5, 1);
    assertThat(line.shape().intersects(middle)).isTrue();
  }
}
