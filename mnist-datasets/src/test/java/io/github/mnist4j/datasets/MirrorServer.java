package io.github.mnist4j.datasets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on this machine that answers as it is told, and notes what it was asked. */
final class MirrorServer implements AutoCloseable {
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /** A request's path, and its Range and If-Range headers where it has them. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  MirrorServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Answers a path by each of these in turn, then by the last one for ever. */
  MirrorServer on(String path, Answer... inTurn) {
    answers.put("/" + path, new CopyOnWriteArrayList<>(inTurn));
    return this;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String range = exchange.getRequestHeaders().getFirst("Range");
    String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
    asked.add(path + (range == null ? "" : " " + range) + (ifRange == null ? "" : " " + ifRange));
    List<Answer> inTurn = answers.getOrDefault(path, List.of(status(404)));
    Answer answer = inTurn.size() > 1 ? inTurn.remove(0) : inTurn.get(0);
    try (exchange) {
      answer.to(exchange);
    }
  }

  static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  static Answer redirect(String path) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", path);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  static Answer whole(byte[] content) {
    return send(200, content, 0, content.length, "");
  }

  /** Sends a beginning and breaks the connection, though it promised all. */
  static Answer cut(byte[] content, int length, String tag) {
    return send(200, content, 0, length, tag);
  }

  /** Answers a Range request by the rest, and marks it with a tag. */
  static Answer rest(byte[] content, int start, String tag) {
    return send(206, content, start, content.length, tag);
  }

  private static Answer send(int status, byte[] content, int start, int end, String tag) {
    return exchange -> {
      if (!tag.isEmpty()) {
        exchange.getResponseHeaders().set("ETag", tag);
      }
      if (status == 206) {
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
      }
      exchange.sendResponseHeaders(status, content.length - start);
      exchange.getResponseBody().write(Arrays.copyOfRange(content, start, end));
      exchange.getResponseBody().flush();
    };
  }

  /** Sends a beginning and then nothing, but keeps the connection. */
  Answer stall(byte[] content, int length) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, length);
      exchange.getResponseBody().flush();
      awaitClosing();
    };
  }

  /** Accepts the request and never answers. */
  Answer silence() {
    return exchange -> awaitClosing();
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
