"""Makes optimizers.json: weights and slots after 20 steps of real Keras' optimizers.

Two variables of four and two weights, the same gradients for each optimizer, among them zeros, large and tiny ones; from
the eleventh step on at half the learning rate.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python optimizers.py
"""

import json
import pathlib

import keras
import numpy as np
import tensorflow as tf
from keras import optimizers as K

STEPS = 20
CASES = {
    "adam": K.Adam(),
    "adam, large": K.Adam(0.1),
    "adam, other betas": K.Adam(0.01, beta_1=0.5, beta_2=0.9),
    "adam, no mean": K.Adam(0.01, beta_1=0.0),
    "adam, large epsilon": K.Adam(0.01, epsilon=0.1),
    "adam, amsgrad": K.Adam(0.01, beta_2=0.8, amsgrad=True),
    "adamw": K.AdamW(0.01),
    "adamw, options": K.AdamW(0.05, weight_decay=0.5, beta_1=0.8, beta_2=0.7, epsilon=0.01, amsgrad=True),
    "adamax": K.Adamax(),
    "adamax, options": K.Adamax(0.05, beta_1=0.7, beta_2=0.8, epsilon=0.01),
    "nadam": K.Nadam(),
    "nadam, options": K.Nadam(0.05, beta_1=0.7, beta_2=0.8, epsilon=0.01),
    "rmsprop": K.RMSprop(),
    "rmsprop, options": K.RMSprop(0.02, rho=0.7, epsilon=0.01),
    "rmsprop, momentum": K.RMSprop(0.01, momentum=0.9),
    "rmsprop, centered": K.RMSprop(0.01, centered=True, epsilon=0.001),
    "rmsprop, centered, momentum": K.RMSprop(0.01, rho=0.8, momentum=0.5, centered=True, epsilon=0.001),
    "adagrad": K.Adagrad(),
    "adagrad, options": K.Adagrad(0.1, initial_accumulator_value=0.0, epsilon=0.01),
    "adadelta": K.Adadelta(),
    "adadelta, options": K.Adadelta(1.0, rho=0.8, epsilon=0.001),
    "lion": K.Lion(),
    "lion, options": K.Lion(0.05, beta_1=0.3, beta_2=0.7),
    "ftrl": K.Ftrl(),
    "ftrl, power": K.Ftrl(0.1, learning_rate_power=-0.3, initial_accumulator_value=0.5),
    "ftrl, penalties": K.Ftrl(
        0.1,
        l1_regularization_strength=0.2,
        l2_regularization_strength=0.1,
        l2_shrinkage_regularization_strength=0.05,
        beta=0.3,
    ),
    "sgd, clipvalue": K.SGD(0.1, momentum=0.5, clipvalue=0.3),
    "sgd, clipnorm": K.SGD(0.1, momentum=0.5, clipnorm=0.7),
    "sgd, global clipnorm": K.SGD(0.1, momentum=0.5, global_clipnorm=0.7),
    "adam, clipnorm": K.Adam(0.05, clipnorm=0.01),
    "adam, averages": K.Adam(0.05, use_ema=True, ema_momentum=0.9),
    "sgd, averages overwrite": K.SGD(0.05, use_ema=True, ema_momentum=0.8, ema_overwrite_frequency=3),
    "adam, accumulation": K.Adam(0.05, gradient_accumulation_steps=3),
    "nadam, accumulation": K.Nadam(0.05, gradient_accumulation_steps=3),
    "adamw, all of it": K.AdamW(
        0.05,
        weight_decay=0.2,
        amsgrad=True,
        global_clipnorm=0.5,
        use_ema=True,
        ema_momentum=0.7,
        ema_overwrite_frequency=2,
        gradient_accumulation_steps=3,
    ),
    "ftrl, averages, accumulation": K.Ftrl(0.1, use_ema=True, gradient_accumulation_steps=4, clipvalue=0.5),
    "adam, weight decay": K.Adam(0.01, weight_decay=0.1),
    "sgd": K.SGD(),
    "sgd, momentum": K.SGD(0.05, momentum=0.9),
    "sgd, nesterov": K.SGD(0.05, momentum=0.9, nesterov=True),
    "sgd, little nesterov": K.SGD(0.1, momentum=0.3, nesterov=True),
    "sgd, nesterov without momentum": K.SGD(0.1, nesterov=True),
}

rng = np.random.default_rng(3)
START = rng.normal(0, 1, 6).astype("float32")
GRADIENTS = (rng.normal(0, 1, (STEPS, 6)) * [1, 0.1, 10, 1e-4, 0, 1]).astype("float32")
GRADIENTS[::2, 5] = 0


def numbers(array):
    return [float(str(v)) for v in np.asarray(array, "float32").ravel()]


def own_name(variable):
    """Nadam's product has no name but a counted one."""
    return "u_product" if variable.name.startswith("variable") else variable.name


def case(name, optimizer):
    variables = [keras.Variable(START[:4], name="w"), keras.Variable(START[4:], name="u")]
    optimizer.build(variables)
    rate = float(optimizer.learning_rate.numpy())
    for step in range(STEPS):
        optimizer.learning_rate = rate if step < STEPS // 2 else rate / 2
        g = GRADIENTS[step]
        optimizer.apply([tf.constant(g[:4]), tf.constant(g[4:])], variables)
    optimizer.learning_rate = rate
    slots = {}
    for v in optimizer.variables[2:]:
        slots.setdefault(own_name(v) if own_name(v) == "u_product" else v.name[2:], []).extend(numbers(v))
    return {
        "name": name,
        "optimizer": type(optimizer).__name__,
        "config": {k: v for k, v in optimizer.get_config().items() if k not in ("name", "learning_rate")},
        "learning_rate": float(str(np.float32(rate))),
        "weights": numbers(variables[0]) + numbers(variables[1]),
        "slots": slots,
        "order": [own_name(v) for v in optimizer.variables if v.name != "learning_rate"],
    }


out = {
    "made": f"optimizers.py with Keras {keras.__version__}, TensorFlow {tf.__version__}",
    "start": numbers(START),
    "gradients": [numbers(g) for g in GRADIENTS],
    "cases": [case(name, optimizer) for name, optimizer in CASES.items()],
}
pathlib.Path(__file__).with_name("optimizers.json").write_text(json.dumps(out) + "\n")
