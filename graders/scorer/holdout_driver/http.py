"""A small HTTP/1.1 client over asyncio: keep-alive, capped bodies, one deadline per request.

It trusts no answer.
"""

import asyncio
import json
import math
import time
from dataclasses import dataclass

MAX_BODY, MAX_HEADER, SECONDS = 4 << 20, 1 << 14, 5.0


@dataclass(frozen=True)
class Answer:
    """status 0: no usable HTTP answer within the time limit. `ms` is the time to the last byte."""

    status: int
    body: bytes
    ms: float

    def json(self) -> object:
        """The body as JSON, None for anything that is not strict JSON."""
        try:
            return json.loads(self.body, parse_constant=_refuse)
        except (ValueError, RecursionError):
            return None


def _refuse(token: str) -> object:
    raise ValueError(token)


class Connection:
    """One connection, opened again whenever it was closed."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(
        self, method: str, path: str, body: bytes = b"", seconds: float = SECONDS, framing: str | None = None
    ) -> Answer:
        """Never raises for what the peer does.

        framing: the header that says where the body ends, where it is not its length.
        """
        started = time.perf_counter()
        reused = self._streams is not None
        try:
            answer = await asyncio.wait_for(self._ask(method, path, body, framing), seconds)
        except (OSError, ValueError, EOFError, TimeoutError, asyncio.LimitOverrunError) as error:
            self.close()
            if reused and not isinstance(error, TimeoutError):
                # The peer may have closed an idle connection, as HTTP allows. Once, on a fresh one.
                return await self.ask(method, path, body, seconds, framing)
            return Answer(0, b"", _ms(started))
        return Answer(*answer, _ms(started))

    async def _ask(self, method: str, path: str, body: bytes, framing: str | None) -> tuple[int, bytes]:
        if self._streams is None:
            self._streams = await asyncio.open_connection(self.host, self.port, limit=MAX_HEADER)
        reader, writer = self._streams
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: {self.host}\r\nContent-Type: application/json\r\n"
            f"{framing or f'Content-Length: {len(body)}'}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        await writer.drain()
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        version, _, rest = lines[0].partition(" ")
        if not version.startswith("HTTP/1."):
            raise ValueError("no HTTP")
        status = int(rest[:3])
        headers = {
            name.strip().lower(): value.strip() for name, _, value in (x.partition(":") for x in lines[1:])
        }
        content = await _body(reader, headers)
        if headers.get("connection", "").lower() == "close" or version == "HTTP/1.0":
            self.close()
        return status, content

    def close(self) -> None:
        if self._streams:
            self._streams[1].close()
            self._streams = None


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding", "").lower() == "chunked":
        parts: list[bytes] = []
        while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
            _limit(size + sum(map(len, parts)))
            parts.append(await reader.readexactly(size))
            await reader.readexactly(2)
        await reader.readuntil(b"\r\n")
        return b"".join(parts)
    if "content-length" in headers:
        size = int(headers["content-length"])
        _limit(size)
        return await reader.readexactly(size)
    content = await reader.read(MAX_BODY + 1)
    _limit(len(content))
    return content


def _limit(size: int) -> None:
    if not 0 <= size <= MAX_BODY:
        raise ValueError("body over the limit")


def _ms(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 3)


def predictions_of(answer: Answer, count: int) -> list[float] | None:
    """The predictions of an answer, None unless there are `count` finite numbers."""
    value = answer.json()
    if answer.status != 200 or not isinstance(value, dict):
        return None
    found = value.get("predictions")
    if not isinstance(found, list) or len(found) != count:
        return None
    if not all(isinstance(x, int | float) and not isinstance(x, bool) for x in found):
        return None
    try:
        numbers = [float(x) for x in found]
    except OverflowError:
        return None
    return numbers if all(math.isfinite(x) for x in numbers) else None
