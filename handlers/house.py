"""What a handler may know of the house it works in: how long things are kept, what can be given."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class House:
    """Days that things are kept, as the operator has set them.

    `line_gives_files`: there is a public https address, from which LINE's users can fetch a file.
    """

    keep_days: int = 30
    keep_blocked_days: int = 30
    keep_photos_days: int = 180
    line_gives_files: bool = True
