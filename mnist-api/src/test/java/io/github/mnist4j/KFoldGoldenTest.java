package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes and counts of scikit-learn's folds; {@code golden/folds.py} made them. */
class KFoldGoldenTest {
  private static Stream<JsonNode> cases(String kind) throws IOException {
    try (InputStream in = KFoldGoldenTest.class.getResourceAsStream("/golden/folds.json")) {
      return stream(new ObjectMapper().readTree(in).required(kind));
    }
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static int[] ints(JsonNode list) {
    return stream(list).mapToInt(JsonNode::asInt).toArray();
  }

  static Stream<JsonNode> stratified() throws IOException {
    return cases("stratified");
  }

  static Stream<JsonNode> plain() throws IOException {
    return cases("plain");
  }

  @ParameterizedTest
  @MethodSource("stratified")
  void each_fold_has_as_many_of_each_class(JsonNode c) {
    int[] labels = ints(c.required("labels"));
    Dataset data = Dataset.of(Tensor.zeros(Shape.of(labels.length, 1)), labels);
    KFold folds = KFold.stratified(c.required("folds").asInt(), 8);
    try (Logged logged = new Logged(KFold.class)) {
      if (c.has("error")) {
        assertThatThrownBy(() -> folds.split(data)).isInstanceOf(DataException.class);
      } else {
        int[] classes = ints(c.required("classes"));
        List<int[]> counts = stream(c.required("counts")).map(KFoldGoldenTest::ints).toList();
        assertThat(folds.split(data))
            .extracting(fold -> counts(fold.test(), classes))
            .containsExactlyElementsOf(counts);
      }
      assertThat(logged.said()).hasSize(c.has("error") ? 0 : c.required("warned").size());
    }
  }

  private static int[] counts(Dataset fold, int... classes) {
    float[] labels = fold.y().data();
    return Arrays.stream(classes)
        .map(
            label ->
                (int) IntStream.range(0, labels.length).filter(i -> labels[i] == label).count())
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("plain")
  void folds_by_chance_have_the_same_sizes(JsonNode c) {
    Dataset data =
        Dataset.of(
            Tensor.zeros(Shape.of(c.required("rows").asInt(), 1)),
            Tensor.zeros(Shape.of(c.required("rows").asInt())));
    assertThat(KFold.of(c.required("folds").asInt(), 8).split(data))
        .extracting(fold -> fold.test().size())
        .containsExactly(Arrays.stream(ints(c.required("sizes"))).boxed().toArray(Integer[]::new));
  }
}
