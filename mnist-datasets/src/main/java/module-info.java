/** MNIST from the cache, the class path or a download; and the IDX file format. */
module io.github.mnist4j.datasets {
  requires transitive io.github.mnist4j.api;
  requires java.net.http;
  requires static org.jspecify;

  exports io.github.mnist4j.datasets;
}
