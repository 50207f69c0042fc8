"""Packages whose `__init__` waits until somebody asks for what it alone gives.

An SDK's `__init__` fetches all that there is, for whoever may want it. Where a few of its modules
do, the rest is memory and a start that nobody gets anything for.
"""

import re
import sys
from functools import partial
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

_WORD_BEGINS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def defer(*names: str) -> None:
    """Put packages in place without running their `__init__`, the outer ones first.

    Whoever asks one for a name gets it from the module of that name (`MessageEvent` from
    `message_event`), if there is one; for any other, `__init__` runs after all, so that nothing is
    missing. A package that was loaded before stays as it is. Raises ModuleNotFoundError.
    """
    for name in names:
        if name in sys.modules:
            continue
        spec = find_spec(name)
        if spec is None:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        module = sys.modules[name] = module_from_spec(spec)
        module.__dict__["__getattr__"] = partial(_asked, module)
        outer, _, own = name.rpartition(".")
        if outer:
            setattr(sys.modules[outer], own, module)


def _asked(module: ModuleType, name: str) -> Any:
    inner = f"{module.__name__}.{_WORD_BEGINS.sub('_', name).lower()}"
    if find_spec(inner):
        loaded = import_module(inner)
        if inner.endswith(f".{name}"):
            return loaded
        if name in vars(loaded):
            found = module.__dict__[name] = vars(loaded)[name]
            return found
    _run(module)
    return getattr(module, name)


def _run(module: ModuleType) -> None:
    del module.__dict__["__getattr__"]
    assert module.__spec__ is not None
    assert module.__spec__.loader is not None
    module.__spec__.loader.exec_module(module)
