package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.Sequential;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.layers.Layers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KerasJsonErrorsTest {
  private static final String SITE = "\n  see:      https://mnist4j.github.io/troubleshooting#";

  private static String network(String layers) {
    return "{'class_name':'Sequential','config':{'name':'n','layers':[" + layers + "]}}";
  }

  private static String dense(String config) {
    return network("{'class_name':'Dense','config':{" + config + "}}");
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> Sequential.fromJson(json.replace('\'', '"')))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage(message.replace('\'', '"'));
  }

  @Test
  void a_layer_that_is_not_there_is_named_with_its_place() {
    assertRefused(
        network("{'class_name':'Flatten','config':{}},{'class_name':'ConvLSTM2D','config':{}}"),
        "the JSON has a layer that this library has not, at $.config.layers[1]\n"
            + "  expected: one of "
            + String.join(", ", Layers.TYPES.keySet())
            + "\n"
            + "  got:      ConvLSTM2D"
            + SITE
            + "unknown-layer");
  }

  @Test
  void an_unknown_key_is_named_with_its_place() {
    assertRefused(
        dense("'units':3,'unit':4"),
        "the JSON has a key that this library does not know, at $.config.layers[0].config.unit\n"
            + "  expected: the keys that Keras has for Dense\n"
            + "  got:      'unit': 4"
            + SITE
            + "unknown-key");
    assertRefused(
        "{'class_name':'Sequential','config':{'layers':[]},'extra':1}",
        "the JSON has a key that this library does not know, at $\n"
            + "  expected: one of class_name, config\n"
            + "  got:      extra"
            + SITE
            + "unknown-key");
  }

  @Test
  void a_value_that_cannot_be_done_is_refused() {
    assertRefused(
        dense("'units':3,'quantization_config':{'mode':'int8'}"),
        "the JSON wants what this library cannot do, at"
            + " $.config.layers[0].config.quantization_config\n"
            + "  expected: 'quantization_config': null\n"
            + "  got:      'quantization_config': {'mode':'int8'}"
            + SITE
            + "unsupported-value");
  }

  @Test
  void a_missing_key_is_named() {
    assertRefused(
        dense("'use_bias':true"),
        "a Dense lacks its units, at $.config.layers[0].config\n"
            + "  expected: the key 'units'\n"
            + "  got:      only use_bias"
            + SITE
            + "model-json");
  }

  @Test
  void a_value_out_of_range_is_told_with_its_place() {
    assertRefused(
        dense("'units':0"),
        "a layer cannot be read, at $.config.layers[0].config\n"
            + "  got:      Dense: units must be at least 1, got 0"
            + SITE
            + "model-json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'units':'64'; units",
        "'units':6.5; units",
        "'units':null; units",
        "'units':true; units",
        "'units':[3]; units",
        "'units':99999999999; units",
        "'units':3,'use_bias':'yes'; use_bias",
        "'units':3,'use_bias':1; use_bias",
        "'units':3,'activation':'rellu'; activation",
        "'units':3,'activation':7; activation",
        "'units':3,'kernel_initializer':'magic'; kernel_initializer",
        "'units':3,'kernel_initializer':{'class_name':'Zeros','config':{'x':1}};"
            + " kernel_initializer"
      })
  void a_value_of_the_wrong_kind_is_told_with_its_place(String config, String key) {
    assertThatThrownBy(() -> Sequential.fromJson(dense(config).replace('\'', '"')))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith("a layer cannot be read, at $.config.layers[0].config." + key);
  }

  @Test
  void what_is_no_network_is_refused() {
    assertRefused(
        "{'class_name':'Submarine','config':{}}",
        "the JSON is not of a Sequential network\n"
            + "  expected: 'class_name': 'Sequential', or 'Functional' where it is a plain chain\n"
            + "  got:      'Submarine'"
            + SITE
            + "model-json");
    assertRefused(
        "{'class_name':'Sequential','config':{'name':'n'}}",
        "the JSON has no list of layers\n"
            + "  expected: a list at $.config.layers\n"
            + "  got:      none"
            + SITE
            + "model-json");
  }

  @Test
  void a_shape_must_be_known() {
    assertRefused(
        network("{'class_name':'InputLayer','config':{'batch_shape':[null,null,3]}}"),
        "the JSON has no shape of samples, at $.config.layers[0].config.batch_shape\n"
            + "  expected: a list such as [null, 28, 28, 1], every size known but the first\n"
            + "  got:      [null,null,3]"
            + SITE
            + "model-json");
  }

  @Test
  void layers_that_do_not_fit_each_other_are_refused() {
    String json = network("{'class_name':'Flatten','config':{'name':'a/b'}}").replace('\'', '"');
    assertThatThrownBy(() -> Sequential.fromJson(json))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage(
            "the JSON's layers make no network: Flatten: name must not be empty nor contain '/',"
                + " got 'a/b'");
    assertThatThrownBy(() -> Sequential.fromJson(network("").replace('\'', '"')))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith("the JSON's layers make no network: a network needs a layer");
  }
}
