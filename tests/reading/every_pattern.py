"""All patterns of the reader, wherever they stand, and the modules that they stand in."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import handlers.reading
from handlers.reading.grammar import Rule
from handlers.reading.patterns import Pattern


def modules() -> Iterator[ModuleType]:
    """The modules of the reader and of the packages in it."""
    for module in pkgutil.walk_packages(handlers.reading.__path__, f"{handlers.reading.__name__}."):
        yield importlib.import_module(module.name)


def patterns() -> list[Pattern]:
    found: list[Pattern] = []
    for module in modules():
        for value in vars(module).values():
            if isinstance(value, Pattern):
                found.append(value)
            elif isinstance(value, Rule):
                found.append(value.pattern)
            elif isinstance(value, tuple):
                found += [
                    p
                    for row in value
                    if isinstance(row, tuple)
                    for p in row
                    if isinstance(p, Pattern)
                ]
    return found
