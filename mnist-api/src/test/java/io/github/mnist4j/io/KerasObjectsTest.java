package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.Dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.mnist4j.layers.Constraint;
import io.github.mnist4j.layers.Constraints;
import io.github.mnist4j.layers.Initializer;
import io.github.mnist4j.layers.Initializer.Distribution;
import io.github.mnist4j.layers.Initializer.Mode;
import io.github.mnist4j.layers.Initializer.VarianceScaling;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.layers.Regularizer;
import io.github.mnist4j.layers.Regularizers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The objects in layers' configs, each by itself. */
class KerasObjectsTest {
  private static <T> T read(Class<T> type, String json) throws JsonProcessingException {
    return KerasTree.MAPPER.readValue(json.replace('\'', '"'), type);
  }

  private static String write(Object value) throws JsonProcessingException {
    return KerasTree.MAPPER.writeValueAsString(value).replace('"', '\'');
  }

  @Test
  void an_initializer_is_written_with_the_class_that_all_versions_find() throws Exception {
    assertThat(write(new Initializer.Orthogonal(2, 3)))
        .isEqualTo(
            "{'module':'keras.initializers','class_name':'OrthogonalInitializer',"
                + "'config':{'gain':2.0,'seed':3},'registered_name':null}");
    assertThat(write(Initializers.identity()))
        .isEqualTo(
            "{'module':'keras.initializers','class_name':'Identity',"
                + "'config':{'gain':1.0},'registered_name':null}");
    assertThat(write(new VarianceScaling(2, Mode.FAN_OUT, Distribution.UNTRUNCATED_NORMAL, null)))
        .isEqualTo(
            "{'module':'keras.initializers','class_name':'VarianceScaling',"
                + "'config':{'scale':2.0,'mode':'fan_out','distribution':'untruncated_normal',"
                + "'seed':null},'registered_name':null}");
  }

  @Test
  void keras_2_has_the_older_class() {
    KerasJson.Network network =
        new KerasJson.Network(
            "old", null, List.of(Dense(2).kernelInitializer(Initializers.orthogonal()).name("a")));
    String json = Keras2Json.tree(network).toString();
    assertThat(json).contains("{\"class_name\":\"Orthogonal\",\"config\":{\"gain\":1.0,");
    assertThat(KerasJson.read(json)).isEqualTo(network);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Orthogonal", "OrthogonalInitializer"})
  void both_classes_of_orthogonal_matrices_are_read(String className) throws Exception {
    String json = "{'class_name':'" + className + "','config':{'gain':0.5,'seed':null}}";
    assertThat(read(Initializer.class, json)).isEqualTo(Initializers.orthogonal(0.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Identity", "IdentityInitializer"})
  void both_classes_of_identities_are_read(String className) throws Exception {
    // Keras 3 forgets the gain.
    assertThat(read(Initializer.class, "{'class_name':'" + className + "','config':{}}"))
        .isEqualTo(Initializers.identity());
  }

  @Test
  void keys_of_newer_versions_are_read_where_they_change_nothing() throws Exception {
    String json =
        "{'module':'keras.initializers','class_name':'GlorotUniform','config':"
            + "{'seed':7,'input_axes':null,'output_axes':null,'dtype':'float32'}}";
    assertThat(read(Initializer.class, json)).isEqualTo(new Initializer.GlorotUniform(7));
    assertThatThrownBy(
            () -> read(Initializer.class, json.replace("'input_axes':null", "'input_axes':[0]")))
        .hasMessageContaining("expected \"input_axes\": null, got [0]");
  }

  @Test
  void the_normal_distribution_of_keras_2_is_the_truncated_one() throws Exception {
    String json =
        "{'class_name':'VarianceScaling','config':{'scale':0.7,'mode':'fan_avg',"
            + "'distribution':'normal','seed':null}}";
    assertThat(read(Initializer.class, json))
        .isEqualTo(Initializers.varianceScaling(0.7, Mode.FAN_AVG, Distribution.TRUNCATED_NORMAL));
  }

  @Test
  void words_that_keras_has_not_are_refused() {
    String json = "{'class_name':'VarianceScaling','config':{'mode':'fan_around'}}";
    assertThatThrownBy(() -> read(Initializer.class, json))
        .hasMessageContaining(
            "expected \"fan_in\" or \"fan_out\" or \"fan_avg\", got \"fan_around\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "true", "'7'"})
  void a_seed_is_a_whole_number(String seed) {
    String json = "{'class_name':'HeNormal','config':{'seed':" + seed + "}}";
    assertThatThrownBy(() -> read(Initializer.class, json))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void a_regularizer_is_written_as_keras_does() throws Exception {
    assertThat(write(Regularizers.l2(0.5)))
        .isEqualTo(
            "{'module':'keras.regularizers','class_name':'L2','config':{'l2':0.5},"
                + "'registered_name':null}");
    assertThat(write(Regularizers.l1L2(0.25, 0.5)))
        .isEqualTo(
            "{'module':'keras.regularizers','class_name':'L1L2','config':{'l1':0.25,'l2':0.5},"
                + "'registered_name':null}");
    assertThat(write(Regularizers.orthogonal(0.5, Regularizer.Mode.COLUMNS)))
        .isEqualTo(
            "{'module':'keras.regularizers','class_name':'OrthogonalRegularizer',"
                + "'config':{'factor':0.5,'mode':'columns'},'registered_name':null}");
  }

  @Test
  void a_regularizer_is_read_from_all_that_keras_takes() throws Exception {
    assertThat(read(Regularizer.class, "'l1'")).isEqualTo(Regularizers.l1());
    assertThat(read(Regularizer.class, "'L2'")).isEqualTo(Regularizers.l2());
    assertThat(read(Regularizer.class, "null")).isNull();
    assertThat(read(Regularizer.class, "{'class_name':'L1L2','config':{'l1':0.0,'l2':1e-4}}"))
        .isEqualTo(Regularizers.l1L2(0, 1e-4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'l3'; unknown regularizer 'l3'",
        "{'name':'WeightRegularizer','l1':0.0,'l2':0.01}; unknown regularizer ''",
        "{'class_name':'L2','config':{'l1':0.1}}; unknown key \"l1\"",
        "{'class_name':'L2','config':{'l2':-0.1}}; L2: l2 must be zero or more",
        "{'class_name':'L2','config':{'l2':'much'}}; Cannot coerce String value (\"much\")",
        "{'class_name':'OrthogonalRegularizer','config':{'mode':'diagonals'}};"
            + "expected \"rows\" or \"columns\", got \"diagonals\""
      })
  void what_is_no_regularizer_is_refused(String json, String message) {
    assertThatThrownBy(() -> read(Regularizer.class, json)).hasMessageContaining(message);
  }

  @Test
  void a_constraint_is_written_as_keras_does() throws Exception {
    assertThat(write(Constraints.maxNorm(3)))
        .isEqualTo(
            "{'module':'keras.constraints','class_name':'MaxNorm',"
                + "'config':{'max_value':3.0,'axis':0},'registered_name':null}");
    assertThat(write(Constraints.nonNeg()))
        .isEqualTo(
            "{'module':'keras.constraints','class_name':'NonNeg','config':{},"
                + "'registered_name':null}");
    assertThat(write(Constraints.minMaxNorm(0.5, 1.5, 0.25, 0, 1, 2)))
        .isEqualTo(
            "{'module':'keras.constraints','class_name':'MinMaxNorm','config':{'min_value':0.5,"
                + "'max_value':1.5,'rate':0.25,'axis':[0,1,2]},'registered_name':null}");
  }

  @Test
  void a_constraint_is_read_from_all_that_keras_takes() throws Exception {
    assertThat(read(Constraint.class, "'non_neg'")).isEqualTo(Constraints.nonNeg());
    assertThat(read(Constraint.class, "'MaxNorm'")).isEqualTo(Constraints.maxNorm());
    assertThat(read(Constraint.class, "null")).isNull();
    assertThat(read(Constraint.class, "{'class_name':'UnitNorm','config':{'axis':[1]}}"))
        .isEqualTo(Constraints.unitNorm(1));
    assertThat(read(Constraint.class, "{'class_name':'UnitNorm','config':{'axis':-1}}"))
        .isEqualTo(Constraints.unitNorm(-1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'max_nrom'; unknown constraint 'max_nrom'",
        "{'class_name':'NonNeg','config':{'axis':0}}; unknown key \"axis\"",
        "{'class_name':'UnitNorm','config':{'axis':null}}; UnitNorm: axis must not be null",
        "{'class_name':'UnitNorm','config':{'axis':[null]}}; UnitNorm: an axis must not be null",
        "{'class_name':'UnitNorm','config':{'axis':[]}}; UnitNorm: the number of axes must be",
        "{'class_name':'UnitNorm','config':{'axis':0.5}}; Cannot coerce Floating-point value (0.5)"
      })
  void what_is_no_constraint_is_refused(String json, String message) {
    assertThatThrownBy(() -> read(Constraint.class, json)).hasMessageContaining(message);
  }
}
