"""One answer for files that were sent together, whoever dies meanwhile.

Platforms deliver an album file by file and mostly do not tell its end. Each file is handled and
kept as it comes; the answer to it lies in the outbox for a moment, and the next file's answer takes
its place in the same transaction that keeps that file. What comes later than that gets an answer of
its own, which tells of the whole album again.
"""

from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.replies import Reply
from storage import outbox

QUIET = timedelta(seconds=1.5)
"""After the last file that is known of, for one that is still on its way to us."""
AT_MOST = timedelta(seconds=30)
"""While more files of it lie in the inbox; each one that is handled shortens it."""
LOOKED_AT = 30
"""So many waiting events are looked at for the rest of an album."""


async def put(
    tx: AsyncConnection,
    chat_id: int,
    reply: Reply,
    content: dict[str, Any],
    now: datetime,
    *,
    more_come: bool,
) -> None:
    """Put an album's answer into the outbox, in the place of the one before if that still waits.

    `content` is the answer as it would lie there by itself.
    """
    due_at = now + (AT_MOST if more_come else QUIET)
    if reply.album_whole and not more_come:
        due_at = now
    for row in await outbox.planned_answers(tx, chat_id):
        former = msgspec.convert(row.content.get("reply", {}), Reply)
        if former.album != reply.album:
            continue
        joined = _joined(former, reply)
        told = {**content, "reply": msgspec.to_builtins(joined)}
        if await outbox.change_answer(tx, row.id, told, due_at):
            return
    if reply.nodes:
        await outbox.put_answer(tx, chat_id, content, due_at)


def _joined(former: Reply, reply: Reply) -> Reply:
    """What stays of the former answer, and then the new one."""
    stays = former.nodes[: former.album_lead]
    # The same mishap with several files is told once.
    leads = [node for node in reply.nodes[: reply.album_lead] if node not in stays]
    nodes = (*stays, *leads, *reply.nodes[reply.album_lead :])
    return msgspec.structs.replace(reply, nodes=nodes, album_lead=len(stays) + len(leads))
