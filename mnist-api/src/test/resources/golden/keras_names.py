"""Makes keras_names.json: the names of Keras' API for Sequential image models, with the arguments of its classes and their defaults.

What keras-parity.md has a row for. A line for each name: what it is another name of, and for a class its arguments, with a default or "required".

Made with Keras 3.15.1, TensorFlow 2.21.0: KERAS_BACKEND=tensorflow python keras_names.py
"""

import inspect
import json
import pathlib

import keras

MODULES = {
    "layers": keras.layers,
    "activations": keras.activations,
    "initializers": keras.initializers,
    "regularizers": keras.regularizers,
    "constraints": keras.constraints,
    "losses": keras.losses,
    "metrics": keras.metrics,
    "optimizers": keras.optimizers,
    "schedules": keras.optimizers.schedules,
    "callbacks": keras.callbacks,
    "models": keras.models,
}
METHODS = ("compile", "fit", "evaluate", "predict")


def argument(parameter):
    if parameter.default is inspect.Parameter.empty:
        return {"name": parameter.name, "required": True}
    default = parameter.default
    if not isinstance(default, (type(None), bool, int, float, str, list, tuple)):
        default = str(default)
    return {"name": parameter.name, "default": default}


def arguments(function):
    parameters = inspect.signature(function).parameters.values()
    named = [p for p in parameters if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]
    return [argument(p) for p in named if p.name != "self"]


def public(owner):
    return [name for name in dir(owner) if not name.startswith("_") and not inspect.ismodule(getattr(owner, name))]


def described(name, owner):
    thing = getattr(owner, name)
    text = {"name": name}
    if thing.__name__ != name:
        text["is"] = thing.__name__
    elif inspect.isclass(thing):
        text["arguments"] = arguments(thing.__init__)
    return text


sections = {name: [described(each, module) for each in public(module)] for name, module in MODULES.items()}
for method in METHODS:
    sections[method] = arguments(getattr(keras.Model, method))
sections["model"] = [{"name": name} for name in dir(keras.Sequential) if not name.startswith("_")]

lines = ",\n".join(
    f' "{name}": [\n' + ",\n".join("  " + json.dumps(each) for each in names) + "\n ]" for name, names in sections.items()
)
text = f'{{\n "made": "keras_names.py with Keras {keras.__version__}",\n{lines}\n}}\n'
json.loads(text)
pathlib.Path(__file__).with_name("keras_names.json").write_text(text)
