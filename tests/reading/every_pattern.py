"""All patterns of the reader, wherever they stand."""

import importlib
import pkgutil

import handlers.reading
from handlers.reading.grammar import Rule
from handlers.reading.patterns import Pattern


def patterns() -> list[Pattern]:
    found: list[Pattern] = []
    for module in pkgutil.iter_modules(handlers.reading.__path__):
        for value in vars(importlib.import_module(f"handlers.reading.{module.name}")).values():
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
