"""How much one owner may keep, so that nobody fills the house for all."""

from datetime import timedelta

OPEN_DISPUTES = 50
FILES = 300
FILE_BYTES = 300 * 1024 * 1024
SOURCE_TEXT = 2000
"""Characters kept of the sentence that a case came from."""
TITLE = 40
"""Characters of a case's title in an address or on a button."""
LIST_PAGE = 8
"""Cases on one page of the list."""
FAR = timedelta(days=731)
"""A deadline further away than this is asked about."""
DRAFT_AGE = timedelta(days=1)
"""A card this old takes no further sentences; its buttons still work."""
