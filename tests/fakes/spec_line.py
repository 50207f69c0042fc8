"""A small reader of LINE's OpenAPI file: one JSON body against one schema.

General validators pass over discriminators, which is where LINE keeps its message types.
"""

import re
from typing import Any

from tests.fakes.ledger import Json

TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
}


class LineSpec:
    def __init__(self, document: Json) -> None:
        self._schemas: Json = document["components"]["schemas"]
        self._bodies: list[tuple[re.Pattern[str], Json]] = []
        for path, methods in document["paths"].items():
            content = methods.get("post", {}).get("requestBody", {}).get("content", {})
            schema = content.get("application/json", {}).get("schema")
            if schema:
                pattern = re.sub(r"\{[^}]+\}", "[^/]+", path.removeprefix("/v2/bot/"))
                self._bodies.append((re.compile(pattern + r"\Z"), schema))

    def check(self, endpoint: str, body: Json) -> list[str]:
        for pattern, schema in self._bodies:
            if pattern.match(endpoint):
                problems: list[str] = []
                self._check(problems, "", schema, body, follow=True)
                return problems
        return []

    def _resolve(self, schema: Json) -> Json:
        while "$ref" in schema:
            schema = self._schemas[schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def _properties(self, schema: Json) -> Json:
        schema = self._resolve(schema)
        found = dict(schema.get("properties", {}))
        for part in schema.get("allOf", []):
            found |= self._properties(part)
        return found

    def _check(
        self, problems: list[str], at: str, schema: Json, value: Any, *, follow: bool
    ) -> None:
        schema = self._resolve(schema)
        where = at or "body"
        discriminator = schema.get("discriminator")
        if follow and discriminator and isinstance(value, dict):
            name = discriminator["propertyName"]
            target = discriminator["mapping"].get(value.get(name))
            if target is None:
                problems.append(f"{where}.{name}: unknown value {value.get(name)!r}")
                return
            if self._resolve({"$ref": target}) is not schema:
                self._check(problems, at, {"$ref": target}, value, follow=False)
                self._unknown(problems, at, {"$ref": target}, value)
                return
        self._scalar(problems, where, schema, value)
        for part in schema.get("allOf", []):
            self._check(problems, at, part, value, follow=False)
        if isinstance(value, dict):
            missing = [name for name in schema.get("required", []) if name not in value]
            problems += [f"{where}.{name}: missing" for name in missing]
            for name, inner in schema.get("properties", {}).items():
                if name in value:
                    self._check(problems, f"{at}.{name}", inner, value[name], follow=True)
            if follow and schema.get("properties"):
                self._unknown(problems, at, schema, value)
        if isinstance(value, list) and "items" in schema:
            for number, item in enumerate(value):
                self._check(problems, f"{at}[{number}]", schema["items"], item, follow=True)

    def _unknown(self, problems: list[str], at: str, schema: Json, value: Json) -> None:
        known = self._properties(schema)
        problems += [f"{at}.{name}: unknown field" for name in value if name not in known]

    def _scalar(self, problems: list[str], where: str, schema: Json, value: Any) -> None:
        kind = TYPES.get(schema.get("type", ""))
        right = kind is None or (isinstance(value, kind) and (kind is bool or value is not True))
        if not right:
            problems.append(f"{where}: {value!r} is no {schema['type']}")
            return
        if "enum" in schema and value not in schema["enum"]:
            problems.append(f"{where}: {value!r} is none of {schema['enum']}")
        size = len(value) if isinstance(value, (str, list)) else None
        if size is not None:
            unit = "Length" if isinstance(value, str) else "Items"
            if size > schema.get(f"max{unit}", size) or size < schema.get(f"min{unit}", size):
                problems.append(f"{where}: size {size} is out of bounds")
        if isinstance(value, (int, float)) and (
            value > schema.get("maximum", value) or value < schema.get("minimum", value)
        ):
            problems.append(f"{where}: {value} is out of bounds")
        pattern = schema.get("pattern")
        if pattern and isinstance(value, str) and not re.search(pattern, value):
            problems.append(f"{where}: does not match {pattern}")
