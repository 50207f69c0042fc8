"""The name by which people call the bot in a group."""

import re

NAME = "紛争ナビ"
CALL = re.compile(rf"\s*@?{NAME}(?:さん)?[\s、,，。:：!！]*")
"""A text that begins with the name."""
