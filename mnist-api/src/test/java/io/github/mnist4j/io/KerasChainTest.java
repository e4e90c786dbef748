package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.Sequential;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.layers.Concat;
import io.github.mnist4j.layers.Dropout;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Residual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KerasChainTest {
  private static final String KERAS2 =
      "{'class_name':'Model','config':{'name':'m','layers':["
          + "{'class_name':'InputLayer','config':{'batch_input_shape':[null,4],'dtype':'float32','sparse':false,'name':'in'},"
          + "'name':'in','inbound_nodes':[]},"
          + "{'class_name':'Dense','config':{'units':3,'name':'a'},'name':'a','inbound_nodes':[[['in',0,0,{}]]]},"
          + "{'class_name':'Dropout','config':{'rate':0.5,'name':'b'},'name':'b','inbound_nodes':[[['a',0,0,{}]]]}],"
          + "'input_layers':[['in',0,0]],'output_layers':[['b',0,0]]}}";

  private static Sequential read(String json) {
    return Sequential.fromJson(json.replace('\'', '"'));
  }

  @Test
  void a_chain_that_keras_3_wrote_is_a_stack() {
    Sequential network = Sequential.fromJson(Golden.text("functional_chain.json"));
    assertThat(network.layers())
        .extracting(layer -> layer.name())
        .containsExactly("conv2d", "max_pooling2d", "flatten", "dropout", "predictions");
    assertThat(network.name()).isEqualTo("mnist_model");
  }

  @Test
  void dropout_that_was_called_with_training_false_drops_nothing() {
    Sequential network = Sequential.fromJson(Golden.text("functional_chain.json"));
    assertThat(((Dropout) network.layers().get(3)).rate()).isZero();
    String plain = Golden.text("functional_chain.json").replace("{\"training\": false}", "{}");
    assertThat(((Dropout) Sequential.fromJson(plain).layers().get(3)).rate()).isEqualTo(0.5);
  }

  @Test
  void a_chain_that_keras_2_wrote_is_a_stack() {
    assertThat(read(KERAS2).layers()).hasSize(2);
    assertThat(((Dropout) read(KERAS2).layers().get(1)).rate()).isEqualTo(0.5);
  }

  @Test
  void branches_that_meet_in_an_add_or_a_concatenate_are_a_stack() {
    Sequential network = Sequential.fromJson(Golden.text("functional_resnet.json"));
    assertThat(network.layers())
        .extracting(Layer::className)
        .containsExactly(
            "Conv2D",
            "BatchNormalization",
            "ReLU",
            "Residual",
            "Concat",
            "GlobalAveragePooling2D",
            "Dense");
    assertThat(((Residual) network.layers().get(3)).layers())
        .extracting(Layer::name)
        .containsExactly("conv2d_1");
    assertThat(((Concat) network.layers().get(4)).branches())
        .extracting(Layer::className)
        .containsExactly("Identity", "Conv2D");
    assertThat(Sequential.fromJson(network.toJson())).isEqualTo(network);
  }

  @Test
  void a_network_that_branches_otherwise_is_refused_with_the_place() {
    String json = Golden.text("functional_resnet.json").replace("\"Add\"", "\"Multiply\"");
    assertThatThrownBy(() -> Sequential.fromJson(json))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(
            "the functional model is no stack of layers, at $.config.layers[5]\n"
                + "  expected: an Add of two or a Concatenate of the last axis");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[[['a',0,0,{}]]]; [[['in',0,0,{}]]]; layers[2].inbound_nodes[0]",
        "[[['a',0,0,{}]]]; [[['a',1,0,{}]]]; layers[2].inbound_nodes[0]",
        "[[['a',0,0,{}]]]; [[['a',0,0,{}]],[['a',0,0,{}]]]; layers[2]",
        "[[['a',0,0,{}]]]; [[['a',0,0,{}],['a',0,0,{}]]]; layers[2].inbound_nodes[0]",
        "[[['a',0,0,{}]]]; [[['a',0,0,{'training':true}]]]; layers[2].inbound_nodes[0]",
        "[[['a',0,0,{}]]]; [[['a',0,0,{'scale':2}]]]; layers[2].inbound_nodes[0]",
        "[['b',0,0]]; [['a',0,0]]; output_layers",
        "[['b',0,0]]; [['b',0,0],['a',0,0]]; output_layers",
        "[['in',0,0]]; [['a',0,0]]; input_layers"
      })
  void what_is_no_chain_is_refused(String from, String to, String place) {
    assertThat(KERAS2).contains(from);
    assertThatThrownBy(() -> read(KERAS2.replace(from, to)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(
            "the functional model is no stack of layers, at $.config." + place + "\n");
  }
}
