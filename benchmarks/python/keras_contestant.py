"""Keras on TensorFlow as a contestant.

A step is a compiled function around the model, the fastest that Keras' users have; an epoch is
`fit` itself.
"""

import os
import time

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import tensorflow as tf

import protocol


class Keras(protocol.Contestant):
    def __init__(self, folder, threads):
        super().__init__(folder)
        tf.config.threading.set_intra_op_parallelism_threads(threads)
        tf.config.threading.set_inter_op_parallelism_threads(1)
        keras.utils.set_random_seed(1)
        self.take(None)

    def take(self, model):
        """Compiles what runs the model; makes one where there is none."""
        layers = keras.layers
        self.model = model or keras.Sequential(
            [
                keras.Input((28, 28, 1)),
                layers.Conv2D(32, 3, activation="relu"),
                layers.MaxPooling2D(),
                layers.Conv2D(64, 3, activation="relu"),
                layers.MaxPooling2D(),
                layers.Flatten(),
                layers.Dense(64, activation="relu"),
                layers.Dense(10),
            ]
        )
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        # With XLA, Keras' own choice, a step takes twice as long on a processor.
        self.model.compile(keras.optimizers.Adam(), loss, metrics=["accuracy"], jit_compile=False)
        model, optimizer = self.model, self.model.optimizer
        optimizer.build(model.trainable_variables)

        @tf.function(reduce_retracing=True)
        def step(x, labels):
            with tf.GradientTape() as tape:
                value = loss(labels, model(x, training=True))
            gradients = tape.gradient(value, model.trainable_variables)
            optimizer.apply(gradients, model.trainable_variables)

        self.compiled_step = step
        self.compiled_predict = tf.function(
            lambda x: model(x, training=False),
            input_signature=[tf.TensorSpec((None, 28, 28, 1), tf.float32)],
        )

    def version(self):
        return f"Keras {keras.__version__}, TensorFlow {tf.__version__}"

    def step(self, x, labels):
        self.compiled_step(tf.constant(x[..., None]), tf.constant(labels))

    def epoch(self, images, batch):
        start = time.perf_counter_ns()
        x = protocol.scaled(self.digits.images[:images])[..., None]
        self.model.fit(x, self.digits.labels[:images], batch_size=batch, epochs=1, verbose=0)
        return time.perf_counter_ns() - start

    def predict(self, x):
        return self.compiled_predict(tf.constant(x[..., None])).numpy()

    def save(self, folder):
        self.model.save(folder / "model.keras")

    def load(self, folder):
        self.take(keras.saving.load_model(folder / "model.keras", compile=False))


protocol.run(Keras)
