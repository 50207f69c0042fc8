"""Pack and parse of every button: `1~verb~id~argument`, at most 64 bytes (Telegram's limit).

Buttons carry everything, so a press works after a restart and weeks later. A payload that was ever
shipped stays understood: `tests/old_buttons.txt` lists them all, and a test presses each.
"""

from dataclasses import dataclass
from enum import StrEnum

VERSION = "1"
LIMIT = 64
SEPARATOR = "~"


class Verb(StrEnum):
    """What a button does; the comment tells whose id it carries, and its argument."""

    # Registering: id is the draft's
    REGISTER = "reg"
    FIX_DATE = "fixd"
    FIX_REASON = "fixr"
    DROP_DRAFT = "drop"
    # Answers to a question about a dispute or a draft; the argument is the value
    SET_REASON = "rsn"
    SET_DEMAND = "dmd"
    SKIP = "skip"
    SET_DATE = "date"
    """A picker's target: the dispute's id; argument: kind of the deadline, or empty."""
    TAKE_DATE = "alt"
    """One of a deadline's alternatives: the deadline's id; argument: its index, `ok` or `both`."""
    PUT_DATE = "put"
    """A date that was read, for this dispute: its id; argument `<kind>.<d|t>.<unix time>`."""
    SET_STAGE = "stg"
    """The dispute's id; argument: the stage that it has entered."""
    SAME_CASE = "same"
    """What the draft says belongs to a running case: the draft's id; argument: that case's id."""
    # Overview
    NEW = "new"
    """Argument: what a question told, `<stage>.<playbook>`, or empty."""
    LIST = "list"
    NEXT = "next"
    CARD = "card"
    TIMELINE = "tl"
    """A case as a picture of its clocks: its id."""
    HELP = "help"
    TROUBLE = "trbl"
    # Deadlines: id is the deadline's, except for ADD_DEADLINE (the dispute's)
    ADD_DEADLINE = "addd"
    CHANGE_DEADLINE = "chgd"
    CONFIRM_DEADLINE = "okd"
    SNOOZE = "snz"
    """Argument: `1h` or `am`."""
    # The end of a case: id is the dispute's
    CLOSE = "close"
    OUTCOME = "out"
    DELETE = "del"
    DELETE_SURE = "dely"
    UNDO = "undo"
    """Id is the change's."""
    OPEN_DISPUTE = "open"
    FOLLOW = "flw"
    """A closed case is watched on; argument: refund, return or appeal."""
    # The daily question after the screen: id is the dispute's
    LOOK = "look"
    """Argument: the answer; then whose proposal it is, or what was judged."""
    LOOK_IN = "lkin"
    """Argument: `on` or `off`."""
    # Checklists: id is the dispute's; argument `<playbook>.<step>`
    TODO = "todo"
    PLAYBOOK = "pb"
    STEP_DONE = "done"
    STEP_HOW = "how"
    STEP_MISSING = "miss"
    STEP_LATER = "late"
    STEP_UNSURE = "huh"
    STEP_SHOW = "step"
    ANSWER = "ans"
    """The answer to a playbook's question: `<playbook>.<question>.<answer>`."""
    GUARD = "grd"
    """Before a tap that cannot be taken back: the dispute's id, or none; argument: the tap and the
    answers so far, `accept.seller.zero`."""
    # Evidence: id is the piece's, except for EVIDENCE_LIST and EVIDENCE_SEND (the dispute's)
    EVIDENCE_KEEP = "keep"
    """Argument: the dispute's id, or empty to be asked which."""
    EVIDENCE_KEEP_ALL = "keepa"
    """All pieces that wait; argument: the dispute's id, or empty to be asked which."""
    EVIDENCE_DATE = "evd"
    EVIDENCE_DROP = "evx"
    EVIDENCE_GET = "evg"
    EVIDENCE_LIST = "evl"
    EVIDENCE_SEND = "evs"
    """Argument: the item that is sent, or empty."""
    EVIDENCE_ITEM = "evi"
    """The item of a piece: the argument is the item, or empty to be asked. Behind a dot: the first
    piece of an album that ends with this one, or `each` to be asked about one after the other."""
    # Settings
    SETTINGS = "set"
    """Argument: empty for the card, a setting's name for its choices, `name=value`; or `undo`, with
    the change's id."""
    LANGUAGE = "lang"
    CALENDAR = "cal"
    """Argument: empty for the address, `new`, `off`; `one` with a deadline's id for its file."""
    STOP = "stop"
    """Out of any flow."""


class PayloadTooLong(ValueError):
    """A payload is over Telegram's 64 bytes: a mistake of ours, found by tests."""


@dataclass(frozen=True, slots=True)
class Payload:
    """What a button means: a verb, the row that it is about (if any) and an argument."""

    verb: str
    id: int | None = None
    argument: str = ""


def pack(verb: StrEnum | str, id: int | None = None, argument: object = "") -> str:
    """Write a payload. Raises PayloadTooLong."""
    number = "" if id is None else str(id)
    text = SEPARATOR.join((VERSION, str(verb), number, str(argument)))
    if len(text.encode()) > LIMIT:
        raise PayloadTooLong(text)
    return text


def parse(text: str) -> Payload | None:
    """Read a payload back; None for anything that was never one of ours (or is of a stranger)."""
    parts = text.split(SEPARATOR, 3)
    if len(parts) != 4 or parts[0] != VERSION or not parts[1]:
        return None
    _, verb, number, argument = parts
    if number and not (number.isascii() and number.isdigit() and len(number) <= 18):
        return None
    return Payload(verb, int(number) if number else None, argument)
