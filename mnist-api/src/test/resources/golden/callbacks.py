"""Makes callbacks.json: what Keras' callbacks decide and print for given values, epoch by epoch.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python callbacks.py

A case has the callback's parameters, the values it was shown, and for each epoch: whether it asked for the end, the learning rate
behind it, the files it wrote, the lines it printed, and what it warned of. The model's one weight is the number of the epoch while it runs,
so that the weights at the end say which epoch was restored.
"""
import contextlib
import io
import json
import os
import pathlib
import tempfile
import warnings

import keras
import numpy as np

HERE = pathlib.Path(__file__).parent


def model(learning_rate):
    net = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False)])
    net.compile(keras.optimizers.SGD(learning_rate), loss="mse", metrics=[keras.metrics.BinaryAccuracy(name="accuracy"), "mae"])
    net.train_on_batch(np.zeros((1, 1)), np.zeros((1, 1)))
    return net


def run(name, kind, params, epochs, learning_rate=0.5, first=0, asked=None, batches=()):
    """Shows a callback the logs of some epochs; None stands for a value that is not there."""
    net = model(learning_rate)
    net.optimizer.learning_rate = learning_rate
    case = {"name": name, "kind": kind, "params": params, "learning_rate": learning_rate, "first": first, "epochs": []}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        arguments = dict(params)
        if kind == "LearningRateScheduler":
            drops = arguments.pop("drop")
            arguments["schedule"] = lambda epoch, rate: rate * drops if epoch % 2 else rate
        callback = getattr(keras.callbacks, kind)(**arguments)
        net.stop_training = False
        callback.set_model(net)

        def watched(call):
            out = io.StringIO()
            before = {str(f): f.stat().st_mtime_ns for f in pathlib.Path(".").rglob("*") if f.is_file()}
            with contextlib.redirect_stdout(out), warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                call()
            after = {str(f): f.stat().st_mtime_ns for f in pathlib.Path(".").rglob("*") if f.is_file()}
            return {
                "printed": out.getvalue(),
                "warned": [str(w.message) for w in caught if not str(w.message).startswith("__array__")],
                "written": sorted(f for f in after if before.get(f) != after[f]),
                "stopped": bool(net.stop_training),
                "learning_rate": float(keras.ops.convert_to_numpy(net.optimizer.learning_rate)),
            }

        begin = watched(lambda: callback.on_train_begin())
        assert begin["printed"] == "" and begin["warned"] == [], begin
        for i, logs in enumerate(epochs):
            epoch = first + i
            logs = {k: v for k, v in logs.items() if v is not None}
            net.layers[0].set_weights([np.full((1, 1), epoch, "float32")])
            shown = dict(logs)

            def epoch_of():
                callback.on_epoch_begin(epoch)
                for batch, batch_logs in enumerate(batches):
                    callback.on_train_batch_end(batch, dict(batch_logs))
                callback.on_epoch_end(epoch, shown)

            seen = watched(epoch_of)
            seen["logs"] = logs
            seen["logged"] = {k: v for k, v in shown.items() if k not in logs}
            case["epochs"].append(seen)
            if net.stop_training:
                break
        case["end"] = {**watched(lambda: callback.on_train_end()), "weight": float(net.layers[0].get_weights()[0][0, 0])}
        case["batches"] = list(batches)
    return case


def values(monitor, numbers):
    return [{"loss": 9.0, monitor: n} if monitor != "loss" else {"loss": n} for n in numbers]


DOWN = [1.0, 0.8, 0.85, 0.81, 0.7, 0.72, 0.71, 0.73, 0.74, 0.6]
UP = [0.5, 0.6, 0.55, 0.59, 0.61, 0.6, 0.6, 0.58, 0.62, 0.7]
FLAT = [0.5] * 8
TIES = [0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1]
NOISY = [2.0, 1.5, 1.6, 1.4, 1.45, 1.41, 1.39, 1.42, 1.41, 1.3, 1.35, 1.29]


def early_stopping():
    def case(name, numbers, monitor="val_loss", first=0, **params):
        params = {"monitor": monitor, "verbose": 1, "restore_best_weights": True, **params}
        return run("early stopping: " + name, "EarlyStopping", params, values(monitor, numbers), first=first)

    yield case("defaults", DOWN)
    yield case("patience 1", DOWN, patience=1)
    yield case("patience 2", DOWN, patience=2)
    yield case("patience 3", DOWN, patience=3)
    yield case("patience 4", DOWN, patience=4)
    yield case("silent", DOWN, patience=2, verbose=0)
    yield case("without restoring", DOWN, patience=2, restore_best_weights=False)
    yield case("to the last epoch", DOWN, patience=20)
    yield case("min delta", NOISY, patience=2, min_delta=0.15)
    yield case("negative min delta", NOISY, patience=2, min_delta=-0.15)
    yield case("steps of exactly min delta", TIES, patience=3, min_delta=0.1)
    yield case("mode max", UP, monitor="val_accuracy", mode="max", patience=2)
    yield case("mode max with min delta", UP, monitor="val_accuracy", mode="max", patience=3, min_delta=0.05)
    yield case("auto up", UP, monitor="val_accuracy", patience=2)
    yield case("auto up of training", UP, monitor="accuracy", patience=3)
    yield case("auto down", DOWN, monitor="val_mae", patience=2)
    yield case("loss", DOWN, monitor="loss", patience=1)
    yield case("mode min of an accuracy", UP, monitor="val_accuracy", mode="min", patience=2)
    yield case("unknown value by mode", UP, monitor="f1", mode="max", patience=2)
    yield case("baseline reached", DOWN, patience=3, baseline=0.75)
    yield case("baseline missed", DOWN, patience=3, baseline=0.1)
    yield case("baseline missed, longer", DOWN, patience=5, baseline=0.65)
    yield case("baseline and min delta", DOWN, patience=4, baseline=0.75, min_delta=0.1)
    yield case("baseline of mode max", UP, monitor="val_accuracy", mode="max", patience=2, baseline=0.6)
    yield case("start from epoch 3", DOWN, patience=1, start_from_epoch=3)
    yield case("start from epoch 5", DOWN, patience=2, start_from_epoch=5, min_delta=0.05)
    yield case("start behind the end", DOWN, start_from_epoch=50)
    yield case("flat", FLAT, patience=0)
    yield case("flat with patience", FLAT, patience=3)
    yield case("a value that is not there", [None, None], patience=1)
    yield case("now and then a value", [1.0, None, 0.9, None, 0.95, None, 0.96, None, 0.97], patience=2)
    yield case("first epoch 4", DOWN, patience=2, first=4)
    yield case("infinite first", [float("inf"), 0.5, 0.4, 0.45, 0.46], patience=2)
    yield case("NaN later", [0.5, float("nan"), 0.4, float("nan"), float("nan")], patience=2)


def plateau():
    def case(name, numbers, monitor="val_loss", learning_rate=0.5, **params):
        params = {"monitor": monitor, "verbose": 1, "factor": 0.5, **params}
        return run("plateau: " + name, "ReduceLROnPlateau", params, values(monitor, numbers), learning_rate)

    yield case("defaults", DOWN * 2, factor=0.1)
    yield case("patience 1", DOWN, patience=1)
    yield case("patience 2", DOWN, patience=2)
    yield case("patience 0", DOWN, patience=0)
    yield case("silent", DOWN, patience=1, verbose=0)
    yield case("cooldown 1", FLAT * 2, patience=1, cooldown=1)
    yield case("cooldown 3", FLAT * 2, patience=2, cooldown=3)
    yield case("cooldown among noise", NOISY, patience=1, cooldown=2)
    yield case("least rate", FLAT, patience=1, min_lr=0.1)
    yield case("least rate of decimal steps", FLAT, patience=1, min_lr=0.001, factor=0.1, learning_rate=0.1)
    yield case("min delta", NOISY, patience=1, min_delta=0.15)
    yield case("no min delta", NOISY, patience=2, min_delta=0)
    yield case("mode max", UP, monitor="val_accuracy", mode="max", patience=2)
    yield case("auto up", UP, monitor="accuracy", patience=1)
    yield case("factor 0", FLAT, patience=2, factor=0.0)
    yield case("a value that is not there", [None, None], patience=1)
    yield case("the rate itself", FLAT, monitor="learning_rate", mode="min", patience=2)


def checkpoint():
    def case(name, numbers, monitor="val_loss", filepath="m.keras", batches=(), **params):
        params = {"filepath": filepath, "monitor": monitor, "verbose": 1, **params}
        return run("checkpoint: " + name, "ModelCheckpoint", params, values(monitor, numbers), batches=batches)

    yield case("each epoch", DOWN[:3])
    yield case("numbered", DOWN[:3], filepath="at/{epoch:02d}-{val_loss:.2f}.keras")
    yield case("values in names", [0.125, 1234.5, 1e-9, 0.1 + 0.2], filepath="{epoch}_{val_loss}_{loss:08.3f}_{val_loss:.3e}.keras")
    yield case("braces in names", DOWN[:1], filepath="{{{epoch:3d}}}.keras")
    yield case("halves", [0.125, 0.375, 2.5, 0.15], filepath="{val_loss:.2f}_{val_loss:.1f}_{val_loss:.0f}.keras")
    yield case("best only", DOWN, save_best_only=True)
    yield case("best only, silent", DOWN, save_best_only=True, verbose=0)
    yield case("best only, numbered", UP, monitor="val_accuracy", save_best_only=True, filepath="{epoch:03d}.weights.h5", save_weights_only=True)
    yield case("best only, mode min", UP, monitor="val_accuracy", save_best_only=True, mode="min")
    yield case("threshold", DOWN, save_best_only=True, initial_value_threshold=0.75)
    yield case("threshold of mode max", UP, monitor="val_accuracy", mode="max", save_best_only=True, initial_value_threshold=0.6)
    yield case("weights", DOWN[:2], filepath="w.weights.h5", save_weights_only=True)
    yield case("a value that is not there", [None, None], save_best_only=True)
    steps = [{"loss": 1.0}, {"loss": 0.9}, {"loss": 0.8}, {"loss": 0.7}]
    yield case("every third batch", DOWN[:3], filepath="{epoch}-{batch:02d}-{loss:.2f}.keras", save_freq=3, batches=steps)


def scheduler():
    for verbose in (0, 1):
        yield run("scheduler", "LearningRateScheduler", {"drop": 0.5, "verbose": verbose}, values("val_loss", FLAT[:5]))


def csv():
    """The file's text for some logs; numbers of each size."""
    rows = [
        {"accuracy": 0.1, "loss": 2.3025850929940455, "val_accuracy": 1.0, "val_loss": 1e-7},
        {"accuracy": 0.30000000000000004, "loss": 1e22, "val_accuracy": 123456789012345680.0, "val_loss": 1e16},
        {"accuracy": float("nan"), "loss": float("inf"), "val_accuracy": 0.0001, "val_loss": 0.00001},
        {"accuracy": -0.0, "loss": 5e-324, "val_accuracy": 1.7976931348623157e308, "val_loss": 2e-5},
        {"accuracy": 0.5, "loss": 1.0},
    ]
    plain = [{"loss": 1.5, "accuracy": 0.25}, {"loss": 1.25, "accuracy": 0.5, "val_loss": 3.0, "val_accuracy": 0.125}]
    cases = []
    for name, logs, times, params in [
        ("all", rows, 1, {}),
        ("semicolon", rows, 1, {"separator": ";"}),
        ("without validation", plain, 1, {}),
        ("overwritten", plain, 2, {}),
        ("appended", plain, 2, {"append": True}),
        ("a name with the separator", [{"a,b": 1.0, 'c"d': 2.0}], 1, {}),
    ]:
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "log.csv")
            for _ in range(times):
                callback = keras.callbacks.CSVLogger(file, **params)
                callback.on_train_begin()
                for epoch, row in enumerate(logs):
                    callback.on_epoch_end(epoch, dict(row))
                callback.on_train_end()
            text = open(file, newline="").read()
        cases.append({"name": name, "params": params, "logs": logs, "times": times, "text": text})
    return cases


def nan():
    """What is printed where a step's loss is not finite."""
    out = io.StringIO()
    callback = keras.callbacks.TerminateOnNaN()
    callback.set_model(model(0.5))
    with contextlib.redirect_stdout(out):
        callback.on_batch_end(12, {"loss": float("nan")})
    return out.getvalue()


def directions():
    """Keras' own word on whether more is better, of each metric that can be made without arguments."""
    found = {}
    for name in sorted(dir(keras.metrics)):
        kind = getattr(keras.metrics, name)
        if isinstance(kind, type) and issubclass(kind, keras.metrics.Metric):
            try:
                found[name] = getattr(kind(), "_direction", None)
            except TypeError:
                pass
    return found


def main():
    cases = [c for make in (early_stopping, plateau, checkpoint, scheduler) for c in make()]
    golden = {"cases": cases, "csv": csv(), "terminate_on_nan": nan(), "directions": directions()}
    (HERE / "callbacks.json").write_text(json.dumps(golden, indent=None, separators=(",", ":")) + "\n")
    print(len(cases), "cases")


if __name__ == "__main__":
    main()
