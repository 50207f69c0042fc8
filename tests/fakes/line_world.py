"""LINE's side of the world: friends, groups, reply tokens, the month's quota, retry keys."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.fakes.ledger import Json
from tests.fakes.words import Ids, Now

TOKEN_LIFE = timedelta(minutes=1)
TOKEN_END = timedelta(minutes=20)
RETRY_KEY_LIFE = timedelta(hours=24)
WROTE_RECENTLY = timedelta(days=7)


@dataclass(slots=True)
class User:
    user_id: str
    name: str = "a buyer"
    language: str | None = "ja"
    friend: bool = True
    blocked: bool = False
    wrote_at: datetime | None = None


@dataclass(slots=True)
class Group:
    group_id: str
    members: set[str] = field(default_factory=set)
    joined: bool = False
    """Whether the bot is in it."""


@dataclass(slots=True)
class Token:
    chat: str
    received: datetime
    happened: datetime
    used: bool = False


@dataclass(slots=True)
class Accepted:
    """A push taken under a retry key (or under none, then under its own id)."""

    request_id: str
    body: Json
    sent: list[Json]
    time: datetime
    answered: bool = True


@dataclass(slots=True)
class Content:
    data: bytes
    content_type: str = "image/jpeg"
    preparing: int = 0
    """How many more times LINE says 202 before it is ready."""
    gone: bool = False
    failed: bool = False
    chunk: int = 64 * 1024


class LineWorld:
    def __init__(self, now: Now, ids: Ids) -> None:
        self.now = now
        self.ids = ids
        self.users: dict[str, User] = {}
        self.groups: dict[str, Group] = {}
        self.tokens: dict[str, Token] = {}
        self.keys: dict[str, Accepted] = {}
        self.unkeyed: list[Accepted] = []
        self.contents: dict[str, Content] = {}
        self.quota: int | None = None
        """Messages a month; None: no limit."""
        self.used: dict[str, int] = {}

    # People -------------------------------------------------------------------------------

    def user(
        self, user_id: str | None = None, *, friend: bool = True, name: str = "a buyer"
    ) -> str:
        made = User(user_id or "U" + self.ids.hex(32), name, friend=friend)
        self.users[made.user_id] = made
        return made.user_id

    def group(self, *members: str, group_id: str | None = None, joined: bool = True) -> str:
        made = Group(group_id or "C" + self.ids.hex(32), set(members), joined)
        self.groups[made.group_id] = made
        return made.group_id

    def reaches(self, user: User) -> bool:
        """Whether a message to this user arrives (and therefore counts)."""
        if user.blocked:
            return False
        recent = user.wrote_at is not None and self.now() - user.wrote_at <= WROTE_RECENTLY
        return user.friend or recent

    def recipients(self, to: str) -> int | None:
        """How many people a push to `to` reaches; None where LINE does not know it."""
        if to in self.groups:
            group = self.groups[to]
            return len(group.members) if group.joined else None
        user = self.users.get(to)
        return None if user is None else int(self.reaches(user))

    # Events -------------------------------------------------------------------------------

    def apply(self, event: Json) -> None:
        """What LINE itself knows by the time it sends the event."""
        source: Json = event.get("source") or {}
        user_id, group_id = source.get("userId"), source.get("groupId")
        user = None
        if user_id:
            user = self.users.setdefault(user_id, User(user_id))
        if group_id:
            group = self.groups.setdefault(group_id, Group(group_id))
            if user_id:
                group.members.add(user_id)
            for member in (event.get("joined") or {}).get("members", []):
                group.members.add(member["userId"])
            for member in (event.get("left") or {}).get("members", []):
                group.members.discard(member["userId"])
            group.joined = event["type"] != "leave"
        kind = event["type"]
        if user and kind == "follow":
            user.friend, user.blocked = True, False
        elif user and kind == "unfollow":
            user.friend, user.blocked = False, True
        elif user and kind in ("message", "postback") and not group_id:
            user.wrote_at = self.now()
        elif kind == "unsend":
            content = self.contents.get(event["unsend"]["messageId"])
            if content:
                content.gone = True
        self._remember_token(event, group_id or source.get("roomId") or user_id or "")

    def _remember_token(self, event: Json, chat: str) -> None:
        name = event.get("replyToken")
        if name is None:
            return
        happened = datetime.fromtimestamp(event["timestamp"] / 1000, self.now().tzinfo)
        used = self.tokens[name].used if name in self.tokens else False
        self.tokens[name] = Token(chat, self.now(), happened, used)

    def spend(self, name: str) -> Token | None:
        """Use a reply token up; None where LINE says "Invalid reply token"."""
        token, now = self.tokens.get(name), self.now()
        if token is None or token.used:
            return None
        if now - token.received > TOKEN_LIFE or now - token.happened > TOKEN_END:
            return None
        token.used = True
        return token

    # Quota and retry keys -----------------------------------------------------------------

    @property
    def month(self) -> str:
        return self.now().astimezone(ZoneInfo("Asia/Tokyo")).strftime("%Y-%m")

    @property
    def usage(self) -> int:
        return self.used.get(self.month, 0)

    def count(self, recipients: int) -> bool:
        """Charge a push; False where the month's limit forbids it."""
        if self.quota is not None and recipients and self.usage + recipients > self.quota:
            return False
        self.used[self.month] = self.usage + recipients
        return True

    def earlier(self, key: str) -> Accepted | None:
        accepted = self.keys.get(key)
        if accepted and self.now() - accepted.time <= RETRY_KEY_LIFE:
            return accepted
        return None

    def unanswered_twin(self, body: Json) -> bool:
        """The same push was taken within the day and its sender never heard of it."""
        return any(
            not old.answered and old.body == body and self.now() - old.time <= RETRY_KEY_LIFE
            for old in (*self.keys.values(), *self.unkeyed)
        )
