"""What kinds of files are kept, and what the check of one says."""

from dataclasses import dataclass

from handlers.events import MediaProblem

PIXEL_LIMIT = 60_000_000
"""Pictures with more pixels are refused before decoding: a small file can hold billions."""

PICTURES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "GIF": "image/gif",
    "WEBP": "image/webp",
    "BMP": "image/bmp",
    "MPO": "image/jpeg",
}
OPENED = [form for form in PICTURES if form != "MPO"]
"""What Pillow is asked to recognise: none of its forty other readers meets a stranger's file."""
OTHER_PICTURES = ("image/tiff", "image/svg+xml", "image/avif", "image/jxl", "image/x-icon")
SUFFIX = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/bmp": ".bmp",
    "image/heic": ".heic",
    "application/pdf": ".pdf",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
    "video/3gpp": ".3gp",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file is: its type, and for a picture its size in pixels."""

    media_type: str
    width: int | None = None
    height: int | None = None


class NotEvidence(Exception):
    """The file cannot be kept; `problem` says why."""

    def __init__(self, problem: MediaProblem) -> None:
        super().__init__(problem)
        self.problem: MediaProblem = problem
