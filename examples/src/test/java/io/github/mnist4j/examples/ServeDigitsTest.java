package io.github.mnist4j.examples;

import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.optimizers.Optimizers.adam;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.datasets.Digits;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeDigitsTest {
  private static final int DIGITS = 100;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static ImageDataset test;
  private static int[] predicted;
  private static ServeDigits service;

  @BeforeAll
  static void start() throws IOException {
    System.setProperty("sun.net.httpserver.maxReqTime", "2"); // seconds; read once a process
    test = Mnist.load().test().take(DIGITS);
    predicted = save("logits.keras", Dense(10));
    service = new ServeDigits(folder.resolve("logits.keras"), 0);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static int[] save(String name, io.github.mnist4j.layers.Dense last) {
    Sequential network = Sequential.of(Input(28, 28, 1), Flatten(), last);
    boolean logits = last.activation() != softmax;
    try (Model model =
        network.compile(
            CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits(logits))
                .seed(1))) {
      model.trainOnBatch(test);
      model.save(folder.resolve(name));
      return model.predict(test).argmax();
    }
  }

  private static HttpRequest.Builder request(ServeDigits service, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
  }

  private static HttpResponse<String> ask(String type, byte[] body) {
    return send(
        request(service, "/predict")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] numbers(int row) {
    float[] pixels = test.take(row + 1).range(row, row + 1).x().data();
    return IntStream.range(0, pixels.length)
        .mapToObj(i -> String.format(Locale.ROOT, "%.8f", pixels[i]))
        .collect(Collectors.joining(", ", "[", "]"))
        .getBytes(ISO_8859_1);
  }

  private static byte[] png(int row) throws IOException {
    BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 784; i++) {
      image.getRaster().setSample(i % 28, i / 28, 0, (int) test.image(row).data()[i]);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  void many_threads_get_the_model_s_answers() {
    String[] answers =
        IntStream.range(0, DIGITS)
            .parallel()
            .mapToObj(row -> ask("application/json", numbers(row)).body())
            .toArray(String[]::new);
    for (int row = 0; row < DIGITS; row++) {
      assertThat(answers[row]).startsWith("{\"digit\": " + predicted[row] + ", ");
    }
  }

  @Test
  void pictures_are_read_as_digits_of_mnist() throws IOException {
    try (Model model = Models.load(folder.resolve("logits.keras"))) {
      for (int row = 0; row < 10; row++) {
        HttpResponse<String> answer = ask("image/png", png(row));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        Tensor digit = Digits.fromImage(ImageIO.read(new ByteArrayInputStream(png(row))));
        int expected = model.predict(digit.reshape(Shape.of(1, 28, 28, 1))).argmax()[0];
        assertThat(answer.body()).startsWith("{\"digit\": " + expected + ", ");
        String list = answer.body().replaceAll(".*\\[|\\].*", "");
        double sum = Arrays.stream(list.split(", ")).mapToDouble(Double::parseDouble).sum();
        assertThat(sum).isBetween(0.999, 1.001);
      }
    }
  }

  @Test
  void a_network_that_ends_in_softmax_gives_probabilities_already() throws IOException {
    int[] digits = save("softmax.keras", Dense(10, softmax));
    try (Model model = Models.load(folder.resolve("softmax.keras"));
        ServeDigits other = new ServeDigits(folder.resolve("softmax.keras"), 0)) {
      float greatest = model.predict(test.take(1)).data()[digits[0]];
      assertThat(
              send(request(other, "/predict")
                      .header("Content-Type", "text/plain")
                      .POST(BodyPublishers.ofByteArray(numbers(0))))
                  .body())
          .contains(String.format(Locale.ROOT, "%.4f", greatest));
    }
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String message) {
    assertThat(answer.statusCode() + " " + answer.body())
        .isEqualTo(status + " {\"error\": \"" + message + "\"}");
  }

  @Test
  void what_is_wrong_with_a_request_is_told() throws IOException {
    String type = "application/json";
    assertRefused(send(request(service, "/")), 404, "there is /predict, and nothing else");
    assertRefused(
        send(request(service, "/predict")), 405, "send a POST with a picture or 784 numbers");
    assertThat(
            send(request(service, "/predict").method("HEAD", BodyPublishers.noBody())).statusCode())
        .isEqualTo(405);
    assertRefused(
        ask("application/zip", numbers(0)),
        415,
        "the Content-Type must be an image's, application/json or text/plain");
    assertRefused(ask(type, new byte[0]), 400, "there must be 784 numbers, got 0");
    assertRefused(
        ask(type, "[1, 2]".getBytes(ISO_8859_1)), 400, "there must be 784 numbers, got 2");
    for (String wrong : new String[] {"2", "-1", "NaN", "1e99", "0x1p-2", "one", "", "\"1\""}) {
      String text = "0,".repeat(783) + wrong + ", ";
      assertThat(ask(type, text.getBytes(ISO_8859_1)).statusCode()).as(wrong).isEqualTo(400);
      text = "0,".repeat(10) + wrong + ",0".repeat(773);
      assertRefused(
          ask(type, text.getBytes(ISO_8859_1)), 400, "number 10 must be from 0 (paper) to 1 (ink)");
    }
    assertRefused(
        ask("image/png", numbers(0)),
        400,
        "this is no picture that Java can read, such as a PNG or a JPEG");
  }

  @Test
  void a_damaged_picture_is_refused_and_hurts_nobody() throws IOException {
    byte[] png = png(0);
    for (int i = 0; i < png.length; i++) {
      assertThat(ask("image/png", Arrays.copyOf(png, i)).statusCode()).isIn(200, 400);
      byte[] flipped = png.clone();
      flipped[i] ^= 0x41;
      assertThat(ask("image/png", flipped).statusCode()).isIn(200, 400);
    }
    ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000); // a claim of 900 million pixels
    assertRefused(ask("image/png", png), 400, "the picture must have at most 25000000 pixels");
  }

  @Test
  void a_picture_without_a_digit_is_told() throws IOException {
    BufferedImage paper = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(paper, "png", bytes);
    assertRefused(ask("image/png", bytes.toByteArray()), 400, "there is no digit in the picture");
  }

  @Test
  void a_large_body_is_refused() {
    assertRefused(
        ask("text/plain", new byte[9 << 20]), 413, "the body must be at most 8388608 bytes");
  }

  private static Socket begin(ServeDigits service, String more) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
    String head =
        "POST /predict HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1568\r\n";
    socket.getOutputStream().write((head + more + "\r\n").getBytes(ISO_8859_1));
    return socket;
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      assertThat(read).as(head.toString()).isNotNegative();
      head.append((char) read);
    }
    return head.toString();
  }

  @Test
  void a_client_that_sends_nothing_more_is_cut_off() throws IOException {
    try (Socket socket = begin(service, "")) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(ask("text/plain", numbers(0)).statusCode()).isEqualTo(200);
  }

  @Test
  void a_request_that_has_begun_is_answered_before_the_service_ends() throws IOException {
    ServeDigits other = new ServeDigits(folder.resolve("logits.keras"), 0);
    try (Socket socket = begin(other, "Expect: 100-continue\r\n")) {
      InputStream in = socket.getInputStream();
      assertThat(head(in)).startsWith("HTTP/1.1 100 Continue\r\n");
      CompletableFuture<Void> closing = CompletableFuture.runAsync(other::close);
      socket.getOutputStream().write("0 ".repeat(784).getBytes(ISO_8859_1));
      assertThat(head(in)).startsWith("HTTP/1.1 200 OK\r\n");
      closing.join();
    }
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), other.port()))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void a_port_that_is_taken_is_told() {
    assertThatThrownBy(() -> new ServeDigits(folder.resolve("logits.keras"), service.port()))
        .hasMessageContaining("Address already in use");
  }
}
