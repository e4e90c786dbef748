package io.github.mnist4j.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void text_is_escaped_wherever_it_stands() {
    assertThat(Html.escape("<b a='1' c=\"2\">&amp;"))
        .isEqualTo("&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;");
    assertThat(new Html().text("<").element("p", ">").toString()).isEqualTo("&lt;<p>&gt;</p>\n");
    assertThat(new Html().table(List.of("<h>")).row("<r>", List.of("<c>")).endTable().toString())
        .contains("&lt;h&gt;", "&lt;r&gt;", "&lt;c&gt;")
        .doesNotContain("<h>", "<r>", "<c>");
    assertThat(new Html().section("a", "<s>").details("<d>").toString())
        .contains("&lt;s&gt;", "&lt;d&gt;");
  }

  @Test
  void what_no_text_may_hold_is_replaced() {
    assertThat(Html.escape("a\u0000b\ud800c\n😀")).isEqualTo("a\ufffdb\ufffdc\n😀");
  }

  @Test
  void numbers_are_written_for_people() {
    assertThat(Html.count(1234567)).isEqualTo("1,234,567");
    assertThat(Html.percent(.9906)).isEqualTo("99.06 %");
    assertThat(Html.percent(1)).isEqualTo("100.00 %");
    assertThat(Html.percent(0.999999)).isEqualTo("> 99.99 %");
    assertThat(Html.percent(0.000001)).isEqualTo("< 0.01 %");
    assertThat(Html.percent(0)).isEqualTo("0.00 %");
    assertThat(Html.number(.03419)).isEqualTo("0.0342");
    assertThat(Html.number(0)).isEqualTo("0.0000");
    assertThat(Html.number(1.74e-27)).isEqualTo("1.740e-27");
    assertThat(Html.number(Double.NaN)).isEqualTo("NaN");
  }
}
