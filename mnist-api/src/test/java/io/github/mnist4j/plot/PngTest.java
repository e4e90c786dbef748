package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
  @Test
  void another_decoder_reads_the_same_pixels() throws IOException {
    int[] rgb = new Random(7).ints(211 * 97, 0, 0x1000000).toArray();
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(Png.encode(new Pixels(211, 97, rgb))));
    assertThat(image.getWidth()).isEqualTo(211);
    assertThat(image.getHeight()).isEqualTo(97);
    int[] read = image.getRGB(0, 0, 211, 97, null, 0, 211);
    for (int i = 0; i < read.length; i++) {
      read[i] &= 0xffffff;
    }
    assertThat(read).isEqualTo(rgb);
  }

  @Test
  void plain_pixels_become_a_small_file() {
    assertThat(Png.encode(new Pixels(1000, 1000, new int[1_000_000]))).hasSizeLessThan(5000);
  }
}
