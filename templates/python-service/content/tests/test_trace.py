import unittest

from service import trace

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
SPAN = "00f067aa0ba902b7"


class TraceTest(unittest.TestCase):
    def test_goes_on_with_the_trace_of_a_request(self) -> None:
        headers = {"traceparent": f"00-{TRACE}-{SPAN}-00", "tracestate": "a=1"}
        child = trace.child_of(trace.parse(headers))
        self.assertEqual((child.trace_id, child.flags), (TRACE, "00"))
        self.assertNotEqual(child.span_id, SPAN)
        self.assertEqual(
            child.headers(),
            {"traceparent": f"00-{TRACE}-{child.span_id}-00", "tracestate": "a=1"},
        )

    def test_begins_a_trace_where_there_is_none(self) -> None:
        one, other = trace.child_of(None), trace.child_of(None)
        self.assertRegex(one.headers()["traceparent"], "^00-[0-9a-f]{32}-[0-9a-f]{16}-01$")
        self.assertNotEqual(one.trace_id, other.trace_id)

    def test_takes_later_versions_with_what_they_add(self) -> None:
        parsed = trace.parse({"traceparent": f"01-{TRACE}-{SPAN}-01-more"})
        self.assertEqual(parsed, trace.Span(TRACE, SPAN, "01"))

    def test_takes_nothing_that_is_wrong(self) -> None:
        for wrong in (
            "",
            "something",
            f"ff-{TRACE}-{SPAN}-01",
            f"00-{TRACE}-{SPAN}-01-more",
            f"00-{TRACE.upper()}-{SPAN}-01",
            f"00-{'0' * 32}-{SPAN}-01",
            f"00-{TRACE}-{'0' * 16}-01",
        ):
            with self.subTest(wrong):
                self.assertIsNone(trace.parse({"traceparent": wrong}))
