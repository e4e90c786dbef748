"""A Python contestant's side of the talk: the same lines as Answers.java reads and writes.

What a framework prints by itself goes to standard error. Needs nothing but numpy.
"""

import os
import pathlib
import statistics
import sys
import time

import numpy


class Digits:
    """MNIST as bytes, read from the four unpacked files when it is first asked for."""

    def __init__(self, folder, prefix):
        self.images_file = pathlib.Path(folder) / f"{prefix}-images-idx3-ubyte"
        self.labels_file = pathlib.Path(folder) / f"{prefix}-labels-idx1-ubyte"
        self._images = None

    def _read(self):
        if self._images is None:
            self._images = numpy.fromfile(self.images_file, numpy.uint8, offset=16)
            self._images = self._images.reshape(-1, 28, 28)
            self._labels = numpy.fromfile(self.labels_file, numpy.uint8, offset=8)

    @property
    def images(self):
        self._read()
        return self._images

    @property
    def labels(self):
        self._read()
        return self._labels

    def only(self, row):
        """One image without reading the others."""
        pixels = numpy.fromfile(self.images_file, numpy.uint8, 784, offset=16 + 784 * row)
        return scaled(pixels.reshape(1, 28, 28))


def scaled(images):
    """Bytes to numbers from 0 to 1."""
    return images.astype(numpy.float32) * numpy.float32(1 / 255)


class Contestant:
    """What a framework must be able to do; `step` and `epoch` are its own, the loops are here."""

    def __init__(self, folder):
        self.digits = Digits(folder, "train")
        self.order = numpy.empty(0, numpy.int64)
        self.next = 0
        self.random = numpy.random.default_rng(1)

    def step(self, x, labels):
        """Trains one step on n images of 28 x 28 numbers from 0 to 1."""
        raise NotImplementedError

    def predict(self, x):
        """Returns (n, 10) logits as an array."""
        raise NotImplementedError

    def train(self, batch, steps, limit):
        start = time.perf_counter_ns()
        done = 0
        while done < steps and (done == 0 or time.perf_counter_ns() - start < limit):
            if self.next + batch > len(self.order):
                self.order = self.random.permutation(len(self.digits.labels))
                self.next = 0
            self.step_on(self.order[self.next : self.next + batch])
            self.next += batch
            done += 1
        return done, time.perf_counter_ns() - start

    def epoch(self, images, batch):
        start = time.perf_counter_ns()
        order = self.random.permutation(images)
        for first in range(0, images, batch):
            self.step_on(order[first : first + batch])
        return time.perf_counter_ns() - start

    def step_on(self, rows):
        self.step(scaled(self.digits.images[rows]), self.digits.labels[rows].astype(numpy.int64))


def run(make):
    """Runs a contestant until its input ends; `make` takes folder and number of threads."""
    out = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    folder, threads = sys.argv[1], int(sys.argv[2])
    test = Digits(folder, "t10k")
    contestant = make(folder, threads)
    if len(sys.argv) > 3:
        contestant.load(pathlib.Path(sys.argv[3]))
        print("=", contestant.predict(test.only(0)).argmax(), file=out)
    else:
        print("=", contestant.version(), file=out)
    for line in sys.stdin:
        print("=", *answer(contestant, test, line.split()), file=out)


def answer(contestant, test, words):
    command, *rest = words
    if command == "train":
        return contestant.train(int(rest[0]), int(rest[1]), int(rest[2]) * 1_000_000)
    if command == "epoch":
        return [contestant.epoch(int(rest[0]), int(rest[1]))]
    if command == "predict":
        return predict(contestant, test, *map(int, rest))
    if command == "latency":
        return [latency(contestant, test, *map(int, rest))]
    if command == "accuracy":
        count = int(rest[0])
        guesses = contestant.predict(scaled(test.images[:count])).argmax(1)
        return [(guesses == test.labels[:count]).sum()]
    if command == "save":
        path = pathlib.Path(rest[0])
        path.mkdir(parents=True, exist_ok=True)
        contestant.save(path)
        return ["ok"]
    if command == "memory":
        return [greatest_resident()]
    raise ValueError(f"no such command: {command}")


def predict(contestant, test, batch, images, millis):
    start = time.perf_counter_ns()
    done = 0
    while done < images and (done == 0 or time.perf_counter_ns() - start < millis * 1_000_000):
        rows = numpy.arange(done, done + batch) % len(test.labels)
        contestant.predict(scaled(test.images[rows]))
        done += batch
    return done, time.perf_counter_ns() - start


def latency(contestant, test, times, millis):
    took = []
    begin = time.perf_counter_ns()
    for i in range(times):
        start = time.perf_counter_ns()
        contestant.predict(scaled(test.images[i : i + 1]))
        end = time.perf_counter_ns()
        took.append(end - start)
        if end - begin > millis * 1_000_000:
            break
    return int(statistics.median(took))


def greatest_resident():
    status = pathlib.Path("/proc/self/status")
    if not status.exists():
        return 0
    for line in status.read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0
