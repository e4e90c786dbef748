/** Networks as values, their training, their data and files. */
module io.github.mnist4j.api {
  requires com.fasterxml.jackson.databind;
  requires io.jhdf;
  requires transitive java.desktop;
  requires static org.jspecify;

  exports io.github.mnist4j.tensor;
  exports io.github.mnist4j.errors;
  exports io.github.mnist4j.data;
  exports io.github.mnist4j.plot;
}
