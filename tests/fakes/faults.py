"""Switchable misbehaviour of a platform: the next N calls, or a seeded share of all calls."""

import dataclasses
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from tests.fakes.server import Reset, Silence

Kind = Literal[
    "429",  # too many requests, with retry_after if given
    "500",
    "502",
    "timeout_before",  # never answered, not accepted
    "timeout_after",  # never answered, but accepted
    "reset_before",  # connection reset, not accepted
    "reset_after",  # connection reset, but accepted
    "duplicate",  # only where the platform delivers: the same event twice
]
AFTER = ("timeout_after", "reset_after")
WEBHOOK = "webhook"
"""The name under which the platform's own deliveries look for a fault ("duplicate")."""


@dataclass(slots=True)
class Fault:
    kind: Kind
    on: str = "*"
    """Endpoint or method, with shell wildcards: "push", "send*", "*/content", "profile/*".

    LINE: the path after `/v2/bot/` or `/v2/bot/message/`; Telegram: the method, "file" for
    downloads.
    """
    times: int | None = 1
    """How often; None: until cleared."""
    probability: float = 1.0
    retry_after: int | None = None
    chance: random.Random = field(default_factory=lambda: random.Random(0))

    def hits(self, endpoint: str) -> bool:
        # "*" means the calls of a client, not what the platform delivers by itself.
        if (self.kind == "duplicate") != (endpoint == WEBHOOK):
            return False
        if self.kind != "duplicate" and not fnmatchcase(endpoint, self.on):
            return False
        return self.probability >= 1 or self.chance.random() < self.probability


class Faults:
    """
    faults.next("500", on="push", times=2)
    faults.random("timeout_after", on="send*", probability=0.1, seed=7)
    faults.clear()
    """

    def __init__(self) -> None:
        self.waiting: list[Fault] = []
        self.happened: list[tuple[str, Kind]] = []

    def next(
        self, kind: Kind, on: str = "*", times: int | None = 1, retry_after: int | None = None
    ) -> None:
        self.waiting.append(Fault(kind, on, times, retry_after=retry_after))

    def random(
        self,
        kind: Kind,
        on: str = "*",
        probability: float = 0.1,
        seed: int = 0,
        retry_after: int | None = None,
    ) -> None:
        chance = random.Random(seed)
        self.waiting.append(Fault(kind, on, None, probability, retry_after, chance))

    def clear(self) -> None:
        self.waiting.clear()

    def take(self, endpoint: str) -> Fault | None:
        """The fault that strikes this call, the oldest first."""
        for fault in self.waiting:
            if fault.hits(endpoint):
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self.waiting.remove(fault)
                self.happened.append((endpoint, fault.kind))
                return dataclasses.replace(fault)
        return None


async def answer(
    fault: Fault | None,
    request: Request,
    process: Callable[[], Awaitable[Response]],
    error: Callable[[Fault], Response],
) -> Response:
    """Run `process` under a fault: `error` builds the platform's own 429/500/502."""
    if fault is None:
        return await process()
    if fault.kind in ("429", "500", "502"):
        return error(fault)
    if fault.kind in AFTER:
        await process()
    return Reset() if fault.kind.startswith("reset") else Silence(request)
