"""An owner's settings change: remembered, to be taken back, and all is planned anew at once."""

from handlers.casework import schedule
from handlers.turn import Turn
from locales.catalogue import Words
from storage import owner_settings
from storage.owner_records import Owner
from storage.owner_settings import Settings
from storage.records import OwnerChange

_PLANNING = frozenset({"zone", "quiet_from", "quiet_until", "warn_at", "leads", "look_at"})
"""What planned warnings depend on; they move with it in the same transaction."""


async def change(turn: Turn, settings: Settings) -> int | None:
    """Set these; returns the id by which it can be undone, None where nothing is different."""
    if all(getattr(turn.owner, name) == value for name, value in settings.items()):
        return None
    before = turn.owner
    id = await owner_settings.remember(turn.tx, before, turn.now)
    await _become(turn, await owner_settings.change(turn.tx, before.id, settings))
    return id


async def undo(turn: Turn, change: OwnerChange) -> None:
    """Put the settings back as they stood before this change."""
    await _become(turn, await owner_settings.undo(turn.tx, change))


async def _become(turn: Turn, owner: Owner) -> None:
    before, turn.owner = turn.owner, owner
    turn.say = Words(owner.locale, strict=turn.say.strict)
    if any(getattr(before, name) != getattr(owner, name) for name in _PLANNING):
        await schedule.replan_all(turn.tx, owner, turn.chat.id, turn.now)
