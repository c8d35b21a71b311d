"""Requests to other services."""

from urllib.request import Request, urlopen

from service import trace


def get(url: str, timeout: float = 5) -> bytes:
    """What another service answers; it hears which trace the request belongs to.

    `timeout` is in seconds. Raises `urllib.error.URLError` when it fails, or answers that it did.
    """
    span = trace.current()
    with urlopen(Request(url, headers=span.headers() if span else {}), timeout=timeout) as answer:
        return answer.read()
