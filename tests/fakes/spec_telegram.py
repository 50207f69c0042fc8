"""A small reader of Telegram's API description: methods, fields, types."""

from typing import Any

from tests.fakes.ledger import Json

SCALARS: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "Float": (int, float),
    "String": str,
    "Boolean": bool,
    "True": bool,
}


class TelegramSpec:
    def __init__(self, document: Json) -> None:
        self._methods: Json = document["methods"]
        self._types: Json = document["types"]

    def check(self, method: str, params: Json) -> list[str]:
        found = self._methods.get(method)
        if found is None:
            return ["unknown method"]
        return self._fields("", found.get("fields", []), params)

    def _fields(self, at: str, fields: list[Json], value: Json) -> list[str]:
        known = {field["name"]: field for field in fields}
        problems = [f"{at}{name}: unknown field" for name in value if name not in known]
        for name, field in known.items():
            if name in value:
                problems += self._one_of(f"{at}{name}", field["types"], value[name])
            elif field["required"]:
                problems.append(f"{at}{name}: missing")
        return problems

    def _one_of(self, at: str, types: list[str], value: Any) -> list[str]:
        """The problems under the type that fits best; none where one fits."""
        if all(kind.startswith("Array of ") for kind in types) and len(types) > 1:
            # An array of several kinds of things may mix them.
            inner = [kind.removeprefix("Array of ") for kind in types]
            if not isinstance(value, list):
                return [f"{at}: no array"]
            items = enumerate(value)
            return [p for n, item in items for p in self._one_of(f"{at}[{n}]", inner, item)]
        tries = [self._type(at, kind, value) for kind in types]
        return min(tries, key=len)

    def _type(self, at: str, kind: str, value: Any) -> list[str]:
        if kind.startswith("Array of "):
            if not isinstance(value, list):
                return [f"{at}: no array"]
            inner = [kind.removeprefix("Array of ")]
            items = enumerate(value)
            return [p for n, item in items for p in self._one_of(f"{at}[{n}]", inner, item)]
        if kind in SCALARS:
            right = isinstance(value, SCALARS[kind])
            if kind in ("Integer", "Float") and isinstance(value, bool):
                right = False
            return [] if right else [f"{at}: {value!r} is no {kind}"]
        if kind == "InputFile":
            return [] if isinstance(value, str) else [f"{at}: no file"]
        found = self._types.get(kind)
        if found is None:
            return []
        if "subtypes" in found:
            return self._one_of(at, found["subtypes"], value)
        if not isinstance(value, dict):
            return [f"{at}: {value!r} is no {kind}"]
        return self._fields(f"{at}.", found.get("fields", []), value)
