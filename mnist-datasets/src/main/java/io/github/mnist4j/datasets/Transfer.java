package io.github.mnist4j.datasets;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request whose answer goes into a file, behind what an earlier one left there.
 *
 * <p>Beside the file lies another, {@code .from}, with the address and the entity tag of what it
 * holds: only the same address is asked for the rest ({@code Range}), and where there is a strong
 * tag, only for the rest of the same content ({@code If-Range}). See RFC 9110, sections 13 and 14.
 */
final class Transfer implements HttpResponse.BodyHandler<Void>, HttpResponse.BodySubscriber<Void> {
  private static final long POLL_MILLIS = 100;

  /** Thrown where it is of no use to ask this server again. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private final URI uri;
  private final Path part;
  private final Path from;
  private final long limit;
  private final long offset;
  private final String tag;
  private final CompletableFuture<Void> body = new CompletableFuture<>();
  private volatile long lastSign = System.nanoTime();
  private volatile long received;
  private volatile long total = -1;
  private volatile boolean resumed;
  private boolean ended;
  private @Nullable IOException refusal;
  private @Nullable FileChannel channel;
  private Flow.@Nullable Subscription subscription;

  private Transfer(URI uri, Path part, long limit) {
    this.uri = uri;
    this.part = part;
    this.limit = limit;
    from = from(part);
    List<String> known = List.of();
    long there = 0;
    try {
      known = Files.readAllLines(from);
      there = Files.size(part);
    } catch (IOException e) {
      // Nothing there, or nothing of use: begin at the start.
    }
    boolean same = known.size() == 2 && known.get(0).equals(uri.toString());
    offset = same ? there : 0;
    tag = same ? known.get(1) : "";
  }

  private static Path from(Path part) {
    return part.resolveSibling(part.getFileName() + ".from");
  }

  /** Removes what was received so far. */
  static void discard(Path part) throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(from(part));
  }

  /**
   * Fills the file.
   *
   * @param limit the most bytes the file may come to
   * @param stall how long the server may send nothing
   * @return whether a part of the file is of an earlier answer
   * @throws Refused if the server will not do better another time
   * @throws IOException if it may
   */
  static boolean run(
      HttpClient client, URI uri, Path part, long limit, Duration stall, Progress progress)
      throws IOException, InterruptedException {
    Transfer transfer = new Transfer(uri, part, limit);
    CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(transfer.request(), transfer);
    try {
      transfer.await(answer, stall, progress);
    } finally {
      answer.cancel(true);
      transfer.end();
    }
    return transfer.resumed;
  }

  private HttpRequest request() {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("User-Agent", "mnist4j");
    if (offset > 0) {
      request.header("Range", "bytes=" + offset + "-");
      if (tag.startsWith("\"")) {
        request.header("If-Range", tag);
      }
    }
    return request.build();
  }

  private void await(
      CompletableFuture<HttpResponse<Void>> answer, Duration stall, Progress progress)
      throws IOException, InterruptedException {
    long poll = Math.max(1, Math.min(POLL_MILLIS, stall.toMillis() / 4));
    while (true) {
      try {
        answer.get(poll, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        if (received > 0) {
          progress.at(received, total);
        }
        if (System.nanoTime() - lastSign > stall.toNanos()) {
          throw new HttpTimeoutException(
              "the server sent nothing for " + stall.toMillis() / 1000.0 + " s");
        }
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
      }
    }
  }

  /** Takes the answer's head: decides where its body goes. */
  @Override
  public synchronized HttpResponse.BodySubscriber<Void> apply(HttpResponse.ResponseInfo answer) {
    lastSign = System.nanoTime();
    try {
      if (ended) {
        // The file may be another attempt's by now.
        throw new IOException("given up");
      }
      accept(answer);
    } catch (IOException e) {
      refusal = e;
    }
    return this;
  }

  private void accept(HttpResponse.ResponseInfo answer) throws IOException {
    int status = answer.statusCode();
    long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    String range = answer.headers().firstValue("Content-Range").orElse("");
    boolean rest = status == 206 && offset > 0 && range.startsWith("bytes " + offset + "-");
    if (status == 416 || (status == 206 && !rest)) {
      discard(part);
      throw new IOException("HTTP " + status + ", not the rest that was asked for");
    }
    if (status != 200 && status != 206) {
      String text = "HTTP " + status;
      boolean transientTrouble = status >= 500 || status == 408 || status == 429;
      throw transientTrouble ? new IOException(text) : new Refused(text);
    }
    long start = rest ? offset : 0;
    total = length < 0 ? -1 : start + length;
    if (total > limit) {
      throw tooLarge();
    }
    Files.writeString(from, uri + "\n" + answer.headers().firstValue("ETag").orElse("") + "\n");
    channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            rest ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
    received = start;
    resumed = rest;
  }

  private Refused tooLarge() {
    return new Refused("the answer is larger than the file can be, " + limit + " bytes");
  }

  @Override
  public CompletionStage<Void> getBody() {
    return body;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    if (refusal != null) {
      fail(refusal);
    } else {
      subscription.request(Long.MAX_VALUE);
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    lastSign = System.nanoTime();
    if (channel == null || body.isDone()) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        received += buffer.remaining();
        if (received > limit) {
          throw tooLarge();
        }
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(IOException reason) {
    if (subscription != null) {
      subscription.cancel();
    }
    body.completeExceptionally(reason);
  }

  @Override
  public void onError(Throwable error) {
    body.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    body.complete(null);
  }

  /** Lets go of the connection and the file, whatever came of it. */
  private synchronized void end() throws IOException {
    ended = true;
    if (subscription != null && !body.isDone()) {
      fail(new IOException("given up"));
    }
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
