package io.github.mnist4j.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.datasets.Digits;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A small web service with the JDK's own server: it takes a picture of a digit, a drawing or a
 * photo, or 784 numbers, and answers which digit it is. Two arguments: {@code MODEL.keras}, such as
 * {@code MnistCnn} writes ({@code out/mnist-cnn/mnist-cnn.keras} where it is missing), and the port
 * (8080). It starts in two seconds and runs until it is stopped by Ctrl-C.
 *
 * <pre>
 * curl --data-binary @digit.png -H "Content-Type: image/png" http://127.0.0.1:8080/predict
 * curl --data "[0, 0, 0.5, …]" -H "Content-Type: application/json" http://127.0.0.1:8080/predict
 * {"digit": 2, "probabilities": [0.0000, 0.0000, 0.9999, …]}
 * </pre>
 *
 * <p>It listens on this machine alone. Before it faces the world, put a server in front of it that
 * has TLS and limits on the number of requests.
 */
public final class ServeDigits implements AutoCloseable {
  private static final Shape DIGIT = Shape.of(1, 28, 28, 1);
  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_PIXELS = 25_000_000;
  private static final int MOST_DISCARDED = 64 << 20;
  private static final int SECONDS_TO_FINISH = 10;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,3})?");

  private final Model model;
  private final ExecutorService threads;
  private final HttpServer server;

  // #region start
  /** Loads the model and begins to listen; port 0 takes one that is free. */
  public ServeDigits(Path file, int port) throws IOException {
    // A request that takes longer is cut off: a slow client must not keep a thread for ever.
    preset("sun.net.httpserver.maxReqTime", "20");
    // Otherwise the answer's second packet waits for a client that acknowledges late, by 40 ms.
    preset("sun.net.httpserver.nodelay", "true");
    ImageIO.setUseCache(false); // pictures are small: no files for them
    model = Models.loadUncompiled(file);
    try {
      model.predict(Tensor.zeros(DIGIT)); // the first takes longest, and nobody waits for it
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException | RuntimeException e) {
      model.close();
      throw e;
    }
    threads = Executors.newFixedThreadPool(2 * Runtime.getRuntime().availableProcessors());
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  // #endregion start

  /** The JDK's server reads its options once, when the first one is made. */
  private static void preset(String property, String value) {
    System.setProperty(property, System.getProperty(property, value));
  }

  /** Returns the port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  // #region close
  /** Answers what has been asked, then frees the port and the model. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    model.close();
  }

  // #endregion close

  /** Serves until the process is told to end. */
  public static void main(String... args) throws IOException {
    Path file = Path.of(args.length > 0 ? args[0] : "out/mnist-cnn/mnist-cnn.keras");
    ServeDigits service = new ServeDigits(file, args.length > 1 ? Integer.parseInt(args[1]) : 8080);
    Runtime.getRuntime().addShutdownHook(new Thread(service::close));
    System.out.println(
        "serving " + file + " at http://127.0.0.1:" + service.port() + "/predict; Ctrl-C ends");
  }

  /** What is answered in place of a digit. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;

    Refused(int status, String message) {
      super(message);
      this.status = status;
    }
  }

  // #region handle
  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        answer(exchange, 200, predict(digit(exchange)));
      } catch (Refused e) {
        answer(exchange, e.status, "{\"error\": \"" + e.getMessage() + "\"}");
      } catch (RuntimeException e) {
        e.printStackTrace(); // for whoever runs this; a client learns nothing of the inside
        answer(exchange, 500, "{\"error\": \"something went wrong here\"}");
      }
    }
  }

  private String predict(Tensor digit) {
    Tensor scores = model.predict(digit); // from as many threads as there are
    String probabilities =
        Arrays.stream(probabilities(scores.data()))
            .mapToObj(p -> String.format(Locale.ROOT, "%.4f", p))
            .collect(Collectors.joining(", "));
    return "{\"digit\": " + scores.argmax()[0] + ", \"probabilities\": [" + probabilities + "]}";
  }

  // #endregion handle

  /** Softmax, unless the network ends in one. */
  private double[] probabilities(float[] scores) {
    double[] values = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).toArray();
    List<Layer> layers = model.architecture().layers();
    if (layers.get(layers.size() - 1).activation() == Activation.softmax) {
      return values;
    }
    double greatest = Arrays.stream(values).max().orElseThrow();
    double sum = Arrays.stream(values).map(value -> Math.exp(value - greatest)).sum();
    return Arrays.stream(values).map(value -> Math.exp(value - greatest) / sum).toArray();
  }

  private static Tensor digit(HttpExchange exchange) throws IOException, Refused {
    if (!exchange.getRequestURI().getPath().equals("/predict")) {
      throw new Refused(404, "there is /predict, and nothing else");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      throw new Refused(405, "send a POST with a picture or 784 numbers");
    }
    String header = exchange.getRequestHeaders().getFirst("Content-Type");
    String type = header == null ? "" : header.split(";")[0].strip().toLowerCase(Locale.ROOT);
    if (type.startsWith("image/")) {
      return ofPicture(body(exchange));
    }
    if (type.equals("application/json") || type.equals("text/plain")) {
      return ofNumbers(new String(body(exchange), StandardCharsets.UTF_8));
    }
    throw new Refused(415, "the Content-Type must be an image's, application/json or text/plain");
  }

  // #region body
  private static byte[] body(HttpExchange exchange) throws IOException, Refused {
    InputStream in = exchange.getRequestBody();
    byte[] body = in.readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      // A client that is still sending would not see the answer; but there is an end to patience.
      byte[] discarded = new byte[1 << 16];
      for (int n = 0, read = 0; read >= 0 && n < MOST_DISCARDED; n += read) {
        read = in.read(discarded);
      }
      throw new Refused(413, "the body must be at most " + MOST_BYTES + " bytes");
    }
    return body;
  }

  // #endregion body

  // #region numbers
  private static Tensor ofNumbers(String text) throws Refused {
    String list = text.strip();
    if (list.startsWith("[") && list.endsWith("]") && list.length() > 1) {
      list = list.substring(1, list.length() - 1).strip();
    }
    String[] numbers = list.isEmpty() ? new String[0] : list.split("\\s*,\\s*|\\s+", -1);
    if (numbers.length != DIGIT.size()) {
      throw new Refused(400, "there must be 784 numbers, got " + numbers.length);
    }
    float[] pixels = new float[numbers.length];
    for (int i = 0; i < pixels.length; i++) {
      boolean number = NUMBER.matcher(numbers[i]).matches();
      pixels[i] = number ? Float.parseFloat(numbers[i]) : Float.NaN;
      if (!(pixels[i] >= 0 && pixels[i] <= 1)) {
        throw new Refused(400, "number " + i + " must be from 0 (paper) to 1 (ink)");
      }
    }
    return Tensor.of(DIGIT, pixels);
  }

  // #endregion numbers

  // #region picture
  private static Tensor ofPicture(byte[] file) throws Refused {
    try {
      return Digits.fromImage(read(file)).reshape(DIGIT); // as MNIST's makers did it
    } catch (DataException e) { // no digit, or a tiny one: the first line says which
      throw new Refused(400, e.getMessage().lines().findFirst().orElseThrow());
    }
  }

  /** Looks at the size before there is memory for the pixels: a small file may claim billions. */
  private static BufferedImage read(byte[] file) throws Refused {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new Refused(400, "this is no picture that Java can read, such as a PNG or a JPEG");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          throw new Refused(400, "the picture must have at most " + MOST_PIXELS + " pixels");
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) { // readers throw many kinds at damaged files
      throw new Refused(400, "the picture is damaged, or of a kind that Java cannot read");
    }
  }

  // #endregion picture

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
