import json
import logging
import unittest

from service import settings, trace
from service.logs import JsonFormatter


class JsonFormatterTest(unittest.TestCase):
    def setUp(self) -> None:
        record = logging.LogRecord("x", logging.INFO, "", 0, "took %s", ("it",), None)
        record.fields = {"route": "/"}
        self.line = lambda: json.loads(JsonFormatter().format(record))

    def test_is_a_line_of_json_with_its_fields(self) -> None:
        line = self.line()
        self.assertRegex(line.pop("time"), r"^\d{4}-\d\d-\d\dT.*\+00:00$")
        self.assertEqual(
            line,
            {"level": "info", "message": "took it", "service": settings.NAME, "route": "/"},
        )

    def test_bears_the_trace_of_the_request(self) -> None:
        with trace.request_span("GET /", {}) as span:
            line = self.line()
        self.assertEqual((line["trace_id"], line["span_id"]), (span.trace_id, span.span_id))
        self.assertNotIn("trace_id", self.line())
