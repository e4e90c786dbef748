"""Makes the .h5 files here: one small network, trained for five steps of Adam, as real Keras saves it and as older Kerases did.

keras_3_15.h5 and functional.h5 are by real Keras, expected.json is what it says of them: samples, labels, logits, and the
weights after one more step (from logits; keras_1_2.h5 and keras_2_1_6.h5 have a softmax and probabilities). The others have the same weights and variables, written by hand with h5py in the manner of
  keras_1_2.h5      Keras 1.2.2: a bare list of layers, its own names of classes and keys, no InputLayer, iteration a float
  keras_2_1_6.h5    Keras 2.1.6: a bare list, VarianceScaling, fixed-length bytes, empty lists of float64, moments kind by kind
  keras_2_2_4.h5    Keras 2.2.4: layers in a dict, nothing compiled
  tf_keras_2_4.h5   tf.keras 2.4: InputLayer, MeanMetricWrapper, Adam/iter:0 and moments kind by kind
  tf_keras_2_15.h5  tf.keras 2.15: Functional, iteration:0, learning_rate:0, moments weight by weight
  chunked.h5        layer_names0, layer_names1 ...; weights in double precision, chunked, gzipped, big-endian
  weights.h5        Keras 2's save_weights: no architecture

Made with Keras 3.15.1 on TensorFlow 2.21.0, h5py 3.14.0, NumPy 2.4.6, Python 3.11.7: KERAS_BACKEND=tensorflow python make_h5.py
"""

import json
import pathlib

import h5py
import keras
import numpy as np

here = pathlib.Path(__file__).parent
keras.utils.set_random_seed(7)
random = np.random.default_rng(7)
x = random.random((8, 6, 6, 1), dtype=np.float32)
y = random.integers(0, 3, (8, 1)).astype(np.int32)


def network():
    inputs = keras.Input((6, 6, 1))
    layers = [
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.MaxPooling2D(2),
        keras.layers.Flatten(),
        keras.layers.Dense(3),
    ]
    return inputs, layers


inputs, layers = network()
model = keras.Sequential([inputs, *layers])
model.compile(
    keras.optimizers.Adam(0.01),
    keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
for _ in range(5):
    model.train_on_batch(x, y)
model.save(here / "keras_3_15.h5")
weights = [w.numpy() for w in model.trainable_variables]
iteration, rate, *slots = [v.numpy() for v in model.optimizer.variables]
means, squares = slots[0::2], slots[1::2]
logits = model.predict(x, verbose=0)

inputs, layers = network()
outputs = inputs
for layer in layers:
    outputs = layer(outputs)
functional = keras.Model(inputs, outputs)
functional.set_weights(weights)
functional.save(here / "functional.h5")

model.train_on_batch(x, y)
(here / "expected.json").write_text(
    json.dumps(
        {
            "x": x.ravel().tolist(),
            "y": y.ravel().tolist(),
            "logits": logits.ravel().tolist(),
            "probabilities": keras.ops.convert_to_numpy(keras.ops.softmax(logits)).ravel().tolist(),
            "weights after one more step": [v.numpy().ravel().tolist() for v in model.trainable_variables],
        }
    )
)


def layer(class_name, config, **more):
    return {"class_name": class_name, "config": config, **more}


def texts(group, name, values):
    """Keras 1 and 2 on h5py 2: NumPy's arrays of bytes; of nothing, of float64."""
    group.attrs[name] = np.array([v.encode() for v in values])


def put_weights(group, names, kind, chunks=None, dtype="<f4", **how):
    """names: of all layers; kind(layer, parameter) names a weight."""
    if chunks is None:
        texts(group, "layer_names", names)
    else:
        for i in range(0, len(names), chunks):
            texts(group, f"layer_names{i // chunks}", names[i:i + chunks])
    for name in names:
        inner = group.create_group(name)
        values = weights[:2] if name == names[0] else weights[2:] if name == "dense_1" else []
        labels = [kind(name, p) for p in ("kernel", "bias")][:len(values)]
        texts(inner, "weight_names", labels)
        for label, value in zip(labels, values):
            inner.create_dataset(label, data=value.astype(dtype), **how)


def put_optimizer(file, names, values):
    group = file.create_group("optimizer_weights")
    texts(group, "weight_names", names)
    for name, value in zip(names, values):
        group.create_dataset(name, data=value)


def whole(name, version, config, training=None, text=str.encode):
    file = h5py.File(here / name, "w")
    file.attrs["keras_version"] = text(version)
    file.attrs["backend"] = text("tensorflow")
    file.attrs["model_config"] = text(json.dumps(config))
    if training is not None:
        file.attrs["training_config"] = text(json.dumps(training))
    group = file.create_group("model_weights")
    group.attrs["keras_version"] = text(version)
    group.attrs["backend"] = text("tensorflow")
    return file, group


def keras_1_2():
    nothing = {"W_regularizer": None, "b_regularizer": None, "W_constraint": None, "b_constraint": None,
               "activity_regularizer": None, "trainable": True, "bias": True, "init": "glorot_uniform"}
    config = {"class_name": "Sequential", "config": [
        layer("Convolution2D", {**nothing, "name": "convolution2d_1", "batch_input_shape": [None, 6, 6, 1],
                                "input_dtype": "float32", "nb_filter": 4, "nb_row": 3, "nb_col": 3, "border_mode": "valid",
                                "subsample": [1, 1], "dim_ordering": "tf", "activation": "relu"}),
        layer("MaxPooling2D", {"name": "maxpooling2d_1", "trainable": True, "pool_size": [2, 2], "strides": [2, 2],
                               "border_mode": "valid", "dim_ordering": "tf"}),
        layer("Flatten", {"name": "flatten_1", "trainable": True}),
        layer("Dropout", {"name": "dropout_1", "trainable": True, "p": 0.0}),
        layer("Dense", {**nothing, "name": "dense_1", "output_dim": 3, "input_dim": 16, "activation": "linear"}),
        layer("Activation", {"name": "activation_1", "trainable": True, "activation": "softmax"}),
    ]}
    training = {"optimizer_config": {"class_name": "Adam", "config": {
        "lr": 0.01, "beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-07, "decay": 0.0}},
        "loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"], "sample_weight_mode": None, "loss_weights": None}
    file, group = whole("keras_1_2.h5", "1.2.2", config, training)
    del group.attrs["backend"], file.attrs["backend"]
    names = ["convolution2d_1", "maxpooling2d_1", "flatten_1", "dropout_1", "dense_1", "activation_1"]
    put_weights(group, names, lambda n, p: f"{n}_{'W' if p == 'kernel' else 'b'}:0")
    put_optimizer(file, ["Adam/iterations:0"] + [f"Variable_{i}:0" for i in range(8)],
                  [np.float32(iteration)] + means + squares)


SCALING = {"class_name": "VarianceScaling", "config": {"scale": 1.0, "mode": "fan_avg", "distribution": "uniform", "seed": None}}
ZEROS = {"class_name": "Zeros", "config": {}}
NOTHING = {"kernel_regularizer": None, "bias_regularizer": None, "kernel_constraint": None, "bias_constraint": None,
           "activity_regularizer": None, "trainable": True, "use_bias": True}


def layers_2(initializer, first):
    return [
        layer("Conv2D", {**NOTHING, "name": "conv2d_1", **first, "filters": 4, "kernel_size": [3, 3], "strides": [1, 1],
                         "padding": "valid", "data_format": "channels_last", "dilation_rate": [1, 1], "activation": "relu",
                         "kernel_initializer": initializer, "bias_initializer": ZEROS}),
        layer("MaxPooling2D", {"name": "max_pooling2d_1", "trainable": True, "pool_size": [2, 2], "padding": "valid",
                               "strides": [2, 2], "data_format": "channels_last"}),
        layer("Flatten", {"name": "flatten_1", "trainable": True}),
        layer("Dense", {**NOTHING, "name": "dense_1", "units": 3, "activation": "linear",
                        "kernel_initializer": initializer, "bias_initializer": ZEROS}),
    ]


NAMES_2 = ["conv2d_1", "max_pooling2d_1", "flatten_1", "dense_1"]
FIRST = {"batch_input_shape": [None, 6, 6, 1], "dtype": "float32"}


def colon(name, parameter):
    return f"{name}/{parameter}:0"


def keras_2_1_6():
    training = {"optimizer_config": {"class_name": "Adam", "config": {
        "lr": 0.009999999776482582, "beta_1": 0.8999999761581421, "beta_2": 0.9990000128746033, "decay": 0.0,
        "epsilon": 1e-07, "amsgrad": False}},
        "loss": "sparse_categorical_crossentropy", "metrics": ["acc"], "sample_weight_mode": None, "loss_weights": None}
    softmax = layer("Activation", {"name": "activation_1", "trainable": True, "activation": "softmax"})
    config = {"class_name": "Sequential", "config": layers_2(SCALING, FIRST) + [softmax]}
    file, group = whole("keras_2_1_6.h5", "2.1.6", config, training)
    put_weights(group, NAMES_2 + ["activation_1"], colon)
    names = [f"training/Adam/Variable{'_%d' % i if i else ''}:0" for i in range(12)]
    put_optimizer(file, ["Adam/iterations:0"] + names, [iteration] + means + squares + [np.zeros(1, "<f4")] * 4)


def keras_2_2_4():
    config = {"class_name": "Sequential", "config": {"name": "sequential_1", "layers": layers_2(SCALING, FIRST)}}
    file, group = whole("keras_2_2_4.h5", "2.2.4", config)
    put_weights(group, NAMES_2, colon)


def tf_keras_2_4():
    glorot = {"class_name": "GlorotUniform", "config": {"seed": None}}
    start = layer("InputLayer", {"batch_input_shape": [None, 6, 6, 1], "dtype": "float32", "sparse": False, "ragged": False,
                                 "name": "conv2d_1_input"})
    config = {"class_name": "Sequential", "config": {"name": "sequential", "layers": [start] + layers_2(glorot, FIRST)}}
    training = {
        "loss": {"class_name": "SparseCategoricalCrossentropy", "config": {
            "reduction": "auto", "name": "sparse_categorical_crossentropy", "from_logits": True}},
        "metrics": [[{"class_name": "MeanMetricWrapper", "config": {
            "name": "accuracy", "dtype": "float32", "fn": "sparse_categorical_accuracy"}}]],
        "weighted_metrics": None, "loss_weights": None,
        "optimizer_config": {"class_name": "Adam", "config": {
            "name": "Adam", "learning_rate": 0.01, "decay": 0.0, "beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-07,
            "amsgrad": False}}}
    file, group = whole("tf_keras_2_4.h5", "2.4.0", config, training, text=str)
    put_weights(group, NAMES_2, colon)
    group.create_group("top_level_model_weights").attrs["weight_names"] = np.array([])
    of = [colon(n, p)[:-2] for n in ("conv2d_1", "dense_1") for p in ("kernel", "bias")]
    put_optimizer(file, ["Adam/iter:0"] + [f"Adam/{n}/{k}:0" for k in "mv" for n in of], [iteration] + means + squares)


def tf_keras_2_15():
    glorot = {"module": "keras.initializers", "class_name": "GlorotUniform", "config": {"seed": None}, "registered_name": None}
    start = layer("InputLayer", {"batch_input_shape": [None, 6, 6, 1], "dtype": "float32", "sparse": False, "ragged": False,
                                 "name": "input_1"}, name="input_1", inbound_nodes=[])
    chain = [start]
    for item in layers_2(glorot, {"dtype": "float32"}):
        before = chain[-1]["config"]["name"]
        chain.append({**item, "name": item["config"]["name"], "inbound_nodes": [[[before, 0, 0, {}]]]})
    chain[1]["config"]["groups"] = 1
    config = {"class_name": "Functional", "config": {
        "name": "model", "trainable": True, "layers": chain, "input_layers": [["input_1", 0, 0]],
        "output_layers": [["dense_1", 0, 0]]}}
    training = {
        "loss": {"module": "keras.losses", "class_name": "SparseCategoricalCrossentropy", "config": {
            "reduction": "auto", "name": "sparse_categorical_crossentropy", "from_logits": True,
            "ignore_class": None}, "registered_name": None},
        "metrics": [["accuracy"]], "weighted_metrics": None, "loss_weights": None,
        "optimizer_config": {"class_name": "Custom>Adam", "config": {
            "name": "Adam", "weight_decay": None, "clipnorm": None, "global_clipnorm": None, "clipvalue": None,
            "use_ema": False, "ema_momentum": 0.99, "ema_overwrite_frequency": None, "jit_compile": True,
            "is_legacy_optimizer": False, "learning_rate": 0.009999999776482582, "beta_1": 0.9, "beta_2": 0.999,
            "epsilon": 1e-07, "amsgrad": False}}}
    file, group = whole("tf_keras_2_15.h5", "2.15.0", config, training, text=str)
    put_weights(group, NAMES_2, colon)
    of = [colon(n, p) for n in ("conv2d_1", "dense_1") for p in ("kernel", "bias")]
    put_optimizer(file, ["iteration:0", "learning_rate:0"] + [f"Adam/{k}/{n}" for n in of for k in "mv"],
                  [iteration, rate] + slots)


def chunked():
    config = {"class_name": "Sequential", "config": {"name": "sequential_1", "layers": layers_2(SCALING, FIRST)}}
    file, group = whole("chunked.h5", "2.2.4", config, text=np.bytes_)
    put_weights(group, NAMES_2, colon, chunks=2, dtype=">f8", compression="gzip")


def weights_only():
    file = h5py.File(here / "weights.h5", "w")
    file.attrs["keras_version"] = b"2.2.4"
    file.attrs["backend"] = b"tensorflow"
    put_weights(file, NAMES_2, colon)


for make in (keras_1_2, keras_2_1_6, keras_2_2_4, tf_keras_2_4, tf_keras_2_15, chunked, weights_only):
    make()
