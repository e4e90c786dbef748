/** MNIST from the cache, the class path or a download; the IDX file format; digits of one's own. */
module io.github.mnist4j.datasets {
  requires transitive io.github.mnist4j.api;
  requires java.net.http;
  requires transitive java.desktop;
  requires static org.jspecify;

  exports io.github.mnist4j.datasets;
}
