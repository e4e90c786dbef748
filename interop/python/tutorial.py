"""The Keras tutorial on MNIST, whose lines docs/tutorial.md and docs/zh/tutorial.md set beside ours, region by region.

    python tutorial.py

Needs TensorFlow and Matplotlib, and the network for the digits. Ran with Keras 3.15.1 on TensorFlow 2.21.0.
"""

import keras
import matplotlib.pyplot as plt
import tensorflow as tf
from keras import datasets, layers, models

# region devices
gpus = tf.config.list_physical_devices("GPU")
# endregion devices

# region load
(train_images, train_labels), (test_images, test_labels) = datasets.mnist.load_data()
# endregion load

# region normalise
train_images, test_images = train_images / 255.0, test_images / 255.0
train_images = train_images.reshape((60000, 28, 28, 1))
test_images = test_images.reshape((10000, 28, 28, 1))
# endregion normalise

# region look
plt.figure(figsize=(20, 5))
for i in range(20):
    plt.subplot(2, 10, i + 1)
    plt.imshow(train_images[i], cmap=plt.cm.binary)
    plt.xlabel(train_labels[i])
plt.show()
# endregion look

# region network
model = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(32, (3, 3), activation="relu"),
    layers.MaxPooling2D((2, 2)),
    layers.Conv2D(64, (3, 3), activation="relu"),
    layers.MaxPooling2D((2, 2)),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(10),
])
model.summary()
# endregion network

# region compile
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
# endregion compile

# region fit
history = model.fit(train_images, train_labels, epochs=10,
                    validation_data=(test_images, test_labels))
# endregion fit

# region evaluate
test_loss, test_accuracy = model.evaluate(test_images, test_labels)
# endregion evaluate

# region predict
pre = model.predict(test_images)
print(pre[1])
# endregion predict

# region curves
plt.plot(history.history["accuracy"], label="train")
plt.plot(history.history["val_accuracy"], label="validation")
plt.legend()
plt.show()
# endregion curves

# region save
model.save("mnist-cnn.keras")
model = keras.models.load_model("mnist-cnn.keras")
# endregion save
