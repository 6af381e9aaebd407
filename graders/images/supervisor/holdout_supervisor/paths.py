"""Which file names are accepted, from archives and from outputs alike."""

from __future__ import annotations

from .rejection import Rejection, shown

MAX_PART_BYTES = 200
MAX_PATH_BYTES = 1024
MAX_DEPTH = 32


def safe_parts(name: str) -> list[str]:
    """Split a name from an archive into parts below its root. An empty list means the root itself.

    Raises Rejection ARCHIVE_UNSAFE_PATH for absolute paths, `..`, empty parts, control characters,
    backslashes, text that is not Unicode, and parts or paths that are too long.
    """
    label = shown(name)
    if name.startswith("/"):
        raise _unsafe(
            f"The path {label} is absolute. Pack files with paths relative to the project folder.", label
        )
    parts = [part for part in name.rstrip("/").split("/") if part != "."]
    for part in parts:
        if part == "..":
            raise _unsafe(f"The path {label} leads out of the project folder with '..'. Remove it.", label)
        if part == "":
            if len(parts) == 1:
                return []
            raise _unsafe(f"The path {label} has an empty part. Remove the doubled slash.", label)
        try:
            size = len(part.encode("utf-8"))
        except UnicodeEncodeError:
            raise _unsafe(f"The name {label} is not valid UTF-8. Rename the file.", label) from None
        if size > MAX_PART_BYTES:
            raise _unsafe(f"The name {label} is longer than {MAX_PART_BYTES} bytes. Shorten it.", label)
        if "\\" in part or not part.isprintable():
            raise _unsafe(
                f"The name {label} holds a backslash or a control character. Rename the file.", label
            )
    if len(parts) > MAX_DEPTH or len("/".join(parts).encode("utf-8")) > MAX_PATH_BYTES:
        raise _unsafe(f"The path {label} is too deep or too long. Use fewer folders.", label)
    return parts


def _unsafe(message: str, label: str) -> Rejection:
    return Rejection("ARCHIVE_UNSAFE_PATH", message, label)
