"""How an archive is shown: how far it is, and its files once they are there."""

from handlers.buttons import Verb, pack
from handlers.replies import Card, Media, Press, Progress, Reply, ReplyNode, Text
from locales.catalogue import Words
from storage.records import Archive

ZIP = "application/zip"


def again_payload(archive: Archive) -> str:
    """The button that shows how far it is; it names the message that shows the archive."""
    return pack(Verb.ARCHIVE, archive.id)


def working(say: Words, archive: Archive) -> Card:
    """It is being made."""
    return Card(
        say(f"archive-{archive.kind}-begun"),
        notes=(say("archive-comes"),),
        buttons=(Press(say("button-archive"), again_payload(archive)),),
        progress=Progress(archive.done, archive.total) if archive.total else None,
    )


def finished(say: Words, archive: Archive) -> Card:
    """It is there: what takes the place of the card above, where a message can be changed."""
    return Card(
        say(f"archive-{archive.kind}-made"),
        buttons=(Press(say("button-archive-again"), again_payload(archive)),),
        progress=Progress(archive.total, archive.total) if archive.total else None,
        tone="done",
    )


def files(say: Words, archive: Archive) -> Reply:
    """The files themselves, and how long they can be had."""
    size = sum(int(file["size"]) for file in archive.files)
    words = say(
        f"archive-{archive.kind}-here",
        size=f"{max(size / 1_000_000, 0.1):.1f}MB",
        parts=len(archive.files),
    )
    media = [Media(file["blob"], ZIP, file["name"]) for file in archive.files]
    nodes: tuple[ReplyNode, ...] = (Text(words), *media)
    return Reply(nodes)


def failed(say: Words, archive: Archive) -> Reply:
    """It could not be made."""
    verb, id = (Verb.EXPORT, None) if archive.kind == "export" else (Verb.PACK, archive.dispute_id)
    return Reply((Text(say("archive-failed"), (Press(say("button-again"), pack(verb, id)),)),))
