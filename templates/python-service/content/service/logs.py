"""Log lines as JSON, each with the trace that it belongs to."""

import json
import logging
import sys
from datetime import datetime, timezone

from service import settings, trace

_log = logging.getLogger(settings.NAME)


class JsonFormatter(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, timezone.utc)
        line = {
            "time": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            "service": settings.NAME,
            **getattr(record, "fields", {}),
        }
        if span := trace.current():
            line["trace_id"] = span.trace_id
            line["span_id"] = span.span_id
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line)


def start() -> None:
    """Sends all log lines of the process to its standard output."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def info(message: str, **fields: object) -> None:
    """Says what has happened."""
    _log.info(message, extra={"fields": fields})


def failure(message: str, **fields: object) -> None:
    """Says what has failed, with the exception that is being handled."""
    _log.exception(message, extra={"fields": fields})
