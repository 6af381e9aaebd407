"""The service everything is compared with: parses the request, answers a constant.

What it takes is the machine's doing.
"""

import asyncio
import json


async def serve(port: int) -> None:
    """Listens until killed."""
    server = await asyncio.start_server(_answer, "0.0.0.0", port)
    async with server:
        await server.serve_forever()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            size = 0
            for line in head.split(b"\r\n"):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    size = int(value)
            body = await reader.readexactly(size)
            rows = json.loads(body)["rows"] if body else []
            content = json.dumps({"version": "trivial", "predictions": [1.0] * len(rows)}).encode()
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(content) + content)
            await writer.drain()
    except (EOFError, OSError):
        pass  # the client is gone
    finally:
        writer.close()
