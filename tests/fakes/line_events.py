"""Builders for every webhook event of LINE that a bot must live with."""

from datetime import datetime
from typing import Any

from linebot.v3.webhooks import Event

from tests.fakes.ledger import Json
from tests.fakes.words import Ids, Now


class LineEvents:
    """Each method returns one event as JSON; nothing happens until it is delivered."""

    def __init__(self, now: Now, ids: Ids) -> None:
        self.now = now
        self.ids = ids

    def event(
        self,
        kind: str,
        user: str | None = None,
        *,
        group: str | None = None,
        room: str | None = None,
        reply: bool = True,
        at: datetime | None = None,
        standby: bool = False,
        known: bool = True,
        **more: Any,
    ) -> Json:
        """Any event. `known=False` skips the SDK's models (new types, new values)."""
        time = at or self.now()
        event: Json = {
            "type": kind,
            "mode": "standby" if standby else "active",
            "timestamp": int(time.timestamp() * 1000),
            "webhookEventId": self.ids.ulid(time),
            "deliveryContext": {"isRedelivery": False},
            **more,
        }
        if group or room or user:
            source: Json = {"type": "group" if group else "room" if room else "user"}
            if group:
                source["groupId"] = group
            if room:
                source["roomId"] = room
            if user:
                source["userId"] = user
            event["source"] = source
        if reply and not standby:
            event["replyToken"] = self.ids.hex(32)
        if known:
            assert type(Event.from_dict(event)) is not Event
        return event

    def redelivered(self, event: Json) -> Json:
        """The same event as LINE sends it again: same id, same token, same time."""
        return {**event, "deliveryContext": {"isRedelivery": True}}

    def message(self, user: str | None, kind: str, *, content: Json, **where: Any) -> Json:
        message: Json = {"id": self.ids.message(), "type": kind, **content}
        message.setdefault("markAsReadToken", self.ids.hex(40))
        return self.event("message", user, message=message, **where)

    def text(self, user: str | None, text: str, *, content: Json | None = None, **w: Any) -> Json:
        body = {"text": text, "quoteToken": self.ids.hex(40), **(content or {})}
        return self.message(user, "text", content=body, **w)

    def _media(self, content: Json | None, **more: Any) -> Json:
        base = {"contentProvider": {"type": "line"}, "quoteToken": self.ids.hex(40)}
        return {**base, **more, **(content or {})}

    def image(self, user: str, *, content: Json | None = None, **where: Any) -> Json:
        return self.message(user, "image", content=self._media(content), **where)

    def image_set(self, user: str, total: int, **where: Any) -> list[Json]:
        """Several pictures sent at once: one event each, in no particular order."""
        name = self.ids.hex(32)
        events = [
            self.image(
                user,
                content={"imageSet": {"id": name, "index": index, "total": total}},
                **where,
            )
            for index in range(1, total + 1)
        ]
        return events[1:] + events[:1]

    def video(
        self, user: str, *, duration: int = 9000, content: Json | None = None, **where: Any
    ) -> Json:
        body = self._media(content, duration=duration)
        return self.message(user, "video", content=body, **where)

    def audio(self, user: str, *, duration: int = 3000, **where: Any) -> Json:
        body = {"contentProvider": {"type": "line"}, "duration": duration}
        return self.message(user, "audio", content=body, **where)

    def file(self, user: str, name: str = "photo.pdf", size: int = 1000, **where: Any) -> Json:
        return self.message(user, "file", content={"fileName": name, "fileSize": size}, **where)

    def location(self, user: str, **where: Any) -> Json:
        body = {"title": "場所", "address": "東京都", "latitude": 35.68, "longitude": 139.76}
        return self.message(user, "location", content=body, **where)

    def sticker(self, user: str, *, resource: str = "STATIC", **where: Any) -> Json:
        """A `resource` that the SDK does not know makes the event unreadable to it."""
        body = {
            "packageId": "446",
            "stickerId": "1988",
            "stickerResourceType": resource,
            "quoteToken": self.ids.hex(40),
        }
        return self.message(user, "sticker", content=body, **where)

    def postback(
        self, user: str, data: str, *, params: dict[str, str] | None = None, **where: Any
    ) -> Json:
        """`params`: {"date": "2026-12-01"}, {"time": "22:45"}, {"datetime": "2026-12-01T22:45"}."""
        postback: Json = {"data": data}
        if params is not None:
            postback["params"] = params
        return self.event("postback", user, postback=postback, **where)

    def follow(self, user: str, *, unblocked: bool = False, **where: Any) -> Json:
        return self.event("follow", user, follow={"isUnblocked": unblocked}, **where)

    def unfollow(self, user: str, **where: Any) -> Json:
        return self.event("unfollow", user, reply=False, **where)

    def join(self, group: str, **where: Any) -> Json:
        return self.event("join", group=group, **where)

    def leave(self, group: str, **where: Any) -> Json:
        return self.event("leave", group=group, reply=False, **where)

    def member_joined(self, group: str, *users: str, **where: Any) -> Json:
        members = [{"type": "user", "userId": user} for user in users]
        return self.event("memberJoined", group=group, joined={"members": members}, **where)

    def member_left(self, group: str, *users: str, **where: Any) -> Json:
        members = [{"type": "user", "userId": user} for user in users]
        left = {"members": members}
        return self.event("memberLeft", group=group, reply=False, left=left, **where)

    def unsend(self, user: str, message_id: str, **where: Any) -> Json:
        body = {"messageId": message_id}
        return self.event("unsend", user, reply=False, unsend=body, **where)

    def message_edited(
        self, user: str, group: str, message_id: str, text: str, **where: Any
    ) -> Json:
        message = {
            "id": message_id,
            "type": "text",
            "text": text,
            "quoteToken": self.ids.hex(40),
            "markAsReadToken": self.ids.hex(40),
        }
        return self.event("messageEdited", user, group=group, message=message, **where)

    def account_link(self, user: str | None = None, nonce: str = "n" * 16, **where: Any) -> Json:
        """Without a user: a failed link, which has no source and no reply token."""
        link = {"result": "ok" if user else "failed", "nonce": nonce}
        return self.event("accountLink", user, reply=user is not None, link=link, **where)

    def unknown(self, user: str | None = None, kind: str = "somethingNew", **where: Any) -> Json:
        return self.event(kind, user, known=False, somethingNew={"value": 1}, **where)
