"""Telegram's methods that move files: photos, documents, videos, albums, downloads."""

import io
from typing import TYPE_CHECKING, Any

from PIL import Image, UnidentifiedImageError

from tests.fakes.ledger import Json
from tests.fakes.telegram_messages import Messages
from tests.fakes.telegram_params import Upload
from tests.fakes.telegram_rules import ApiError, bad, public_url
from tests.fakes.telegram_world import StoredFile

if TYPE_CHECKING:
    from tests.fakes.telegram import FakeTelegram

MB = 1024 * 1024
MOST_DOWN = 20 * MB
MOST_UP = 50 * MB
MOST_PHOTO = 10 * MB


class Files:
    def __init__(self, telegram: "FakeTelegram", messages: Messages) -> None:
        self.telegram = telegram
        self.world = telegram.world
        self.messages = messages

    def take(self, kind: str, value: Any, uploads: dict[str, Upload]) -> StoredFile:
        """The file a parameter stands for: an upload, a known file_id or a public address."""
        if not isinstance(value, str) or not value:
            raise bad(f"there is no {kind} in the request")
        if value.startswith("attach://"):
            upload = uploads.get(value.removeprefix("attach://"))
            if upload is None:
                raise bad(f"can't find the uploaded file {value}")
            return self._upload(kind, upload)
        if value.startswith(("http://", "https://")):
            if not public_url(value):
                raise bad("wrong HTTP URL specified")
            return self.world.keep_file(kind, b"", width=800, height=600)
        stored = self.world.files.get(value)
        if stored is None:
            raise bad("wrong file identifier/HTTP URL specified")
        if kind == "photo" and stored.kind != "photo":
            raise bad(f"can't use file of type {stored.kind.capitalize()} as Photo")
        return stored

    def _upload(self, kind: str, upload: Upload) -> StoredFile:
        if not upload.data:
            raise bad("file must be non-empty")
        if len(upload.data) > MOST_UP:
            raise ApiError(413, "Request Entity Too Large")
        width, height = 1280, 720
        if kind == "photo":
            if len(upload.data) > MOST_PHOTO:
                raise bad("file is too big for a photo")
            try:
                with Image.open(io.BytesIO(upload.data)) as picture:
                    width, height = picture.size
            except (UnidentifiedImageError, OSError):
                raise bad("IMAGE_PROCESS_FAILED") from None
            if width + height > 10000 or max(width, height) > 20 * min(width, height):
                raise bad("PHOTO_INVALID_DIMENSIONS")
        return self.world.keep_file(
            kind, upload.data, mime=upload.mime, name=upload.name, width=width, height=height
        )

    def _send(self, kind: str, params: Json, uploads: dict[str, Upload]) -> Json:
        chat = self.world.known(params.get("chat_id"))
        stored = self.take(kind, params.get(kind), uploads)
        shown: Any = [stored.as_json()] if kind == "photo" else stored.as_json()
        content = {
            kind: shown,
            **self.messages.caption_of(params),
            **self.messages.markup(chat, params),
        }
        return self.messages.keep(self.messages.target(params), content, params)

    def sendphoto(self, params: Json, uploads: dict[str, Upload]) -> Json:
        return self._send("photo", params, uploads)

    def senddocument(self, params: Json, uploads: dict[str, Upload]) -> Json:
        return self._send("document", params, uploads)

    def sendvideo(self, params: Json, uploads: dict[str, Upload]) -> Json:
        return self._send("video", params, uploads)

    def sendmediagroup(self, params: Json, uploads: dict[str, Upload]) -> list[Json]:
        self.world.known(params.get("chat_id"))
        media = params.get("media")
        if not isinstance(media, list) or not 2 <= len(media) <= 10:
            raise bad("an album must include 2-10 items")
        kinds = {item.get("type") for item in media}
        if not kinds <= {"photo", "video", "document", "audio"}:
            raise bad("can't parse InputMedia: type is invalid")
        if len(kinds) > 1 and kinds & {"document", "audio"}:
            raise bad("document can't be mixed with other media types")
        contents = []
        for item in media:
            stored = self.take(item["type"], item.get("media"), uploads)
            shown: Any = [stored.as_json()] if item["type"] == "photo" else stored.as_json()
            contents.append({item["type"]: shown, **self.messages.caption_of(item)})
        chat = self.messages.target(params, items=len(media))
        album = {"media_group_id": str(int(self.world.ids.hex(13), 16))}
        return [self.messages.keep(chat, {**c, **album}, params) for c in contents]

    def getfile(self, params: Json) -> Json:
        stored = self.world.files.get(str(params.get("file_id")))
        if stored is None:
            raise bad("invalid file_id")
        if stored.size > MOST_DOWN:
            raise bad("file is too big")
        return {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": stored.size,
            "file_path": stored.path,
        }
