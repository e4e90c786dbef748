package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SvgCanvasTest {
  @Test
  void special_characters_come_back_as_they_were() {
    String name = "a < b && \"c\" > 'd' é … \ud83d\ude00";
    Plot plot = Plots.curves(Panel.of(name, "x & y", "<y>").line("</text>", 1, 2));
    SvgDocument svg = SvgDocument.of(plot);
    assertThat(svg.texts("text")).contains(name, "x & y", "<y>", "</text>");
    assertThat(svg.texts("title")).containsExactly(name);
  }

  @Test
  void what_xml_forbids_is_replaced() {
    assertThat(SvgCanvas.escape("a\u0000b\ud800c\uffffd\te"))
        .isEqualTo("a\ufffdb\ufffdc\ufffdd\te");
  }

  @Test
  void a_screen_reader_finds_role_title_and_description() {
    SvgDocument svg = SvgDocument.of(Plots.curves(Panel.of("Loss", "", "").line("train", 1)));
    assertThat(svg.root().getAttribute("role")).isEqualTo("img");
    assertThat(svg.root().getFirstChild().getNextSibling().getNodeName()).isEqualTo("title");
    assertThat(svg.texts("desc")).containsExactly("Loss: train 1.000.");
  }

  @Test
  void numbers_are_short_and_independent_of_the_language() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      SvgCanvas canvas = new SvgCanvas(10, 10, "", "");
      canvas.circle(1e-9, 123456.789, 2.50, 0x00ff0a);
      assertThat(canvas.end()).contains("cx=\"0\" cy=\"123456.79\" r=\"2.5\" fill=\"#00ff0a\"");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void an_image_is_a_png_with_large_pixels() throws Exception {
    SvgCanvas canvas = new SvgCanvas(10, 10, "", "");
    canvas.image(new Pixels(2, 1, new int[] {0xff0000, 0x0000ff}), new Canvas.Box(0, 0, 10, 5));
    Element image = SvgDocument.parse(canvas.end()).elements("image").get(0);
    assertThat(image.getAttribute("image-rendering")).isEqualTo("pixelated");
    byte[] png = Base64.getDecoder().decode(image.getAttribute("href").split(",")[1]);
    var decoded = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(decoded.getWidth()).isEqualTo(256);
    assertThat(decoded.getHeight()).isEqualTo(128);
    assertThat(decoded.getRGB(127, 127)).isEqualTo(0xffff0000);
    assertThat(decoded.getRGB(128, 0)).isEqualTo(0xff0000ff);
  }
}
