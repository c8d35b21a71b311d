"""Where a request stands in a trace, by https://www.w3.org/TR/trace-context/.

Where OpenTelemetry is installed it makes the spans and sends them; without it they are only passed on.
"""

import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

try:
    from opentelemetry import propagate
    from opentelemetry import trace as otel
except ImportError:
    otel = None

_TRACEPARENT = re.compile(r"([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?")


@dataclass(frozen=True)
class Span:
    """A piece of work in a trace; ids in hexadecimal digits."""

    trace_id: str
    span_id: str
    flags: str = "01"
    state: str = ""

    def headers(self) -> dict[str, str]:
        """What a request carries that this span makes."""
        headers = {"traceparent": f"00-{self.trace_id}-{self.span_id}-{self.flags}"}
        return {**headers, "tracestate": self.state} if self.state else headers


_current: ContextVar[Span | None] = ContextVar("span", default=None)


def current() -> Span | None:
    """The span that the calling code works for."""
    return _current.get()


def parse(headers: Mapping[str, str]) -> Span | None:
    """The span that made a request; nothing where it does not say so, or wrongly."""
    match = _TRACEPARENT.fullmatch(headers.get("traceparent", "").strip())
    if not match:
        return None
    version, trace_id, span_id, flags, rest = match.groups()
    if version == "ff" or (version == "00" and rest):
        return None
    if not trace_id.strip("0") or not span_id.strip("0"):
        return None
    return Span(trace_id, span_id, flags, headers.get("tracestate", ""))


def child_of(parent: Span | None) -> Span:
    """A new span in the trace of another, or the first one of a new trace."""
    span_id = secrets.token_hex(8)
    if not parent:
        return Span(secrets.token_hex(16), span_id)
    return Span(parent.trace_id, span_id, parent.flags, parent.state)


@contextmanager
def request_span(name: str, headers: Mapping[str, str]) -> Iterator[Span]:
    """The span of a request that came in; it is current within the block."""
    with _sent_span(name, headers) if otel else _plain_span(headers) as span:
        token = _current.set(span)
        try:
            yield span
        finally:
            _current.reset(token)


@contextmanager
def _plain_span(headers: Mapping[str, str]) -> Iterator[Span]:
    yield child_of(parse(headers))


@contextmanager
def _sent_span(name: str, headers: Mapping[str, str]) -> Iterator[Span]:
    carrier = {key.lower(): value for key, value in headers.items()}
    tracer = otel.get_tracer(__name__)
    with tracer.start_as_current_span(
        name, context=propagate.extract(carrier), kind=otel.SpanKind.SERVER
    ) as span:
        context = span.get_span_context()
        # Without its SDK, OpenTelemetry makes none.
        if not context.is_valid:
            yield child_of(parse(headers))
            return
        yield Span(
            f"{context.trace_id:032x}",
            f"{context.span_id:016x}",
            f"{context.trace_flags:02x}",
            context.trace_state.to_header(),
        )
