import json
import socket
import threading
import time
import unittest
from http.client import HTTPConnection
from unittest.mock import patch

from service import client, settings, trace
from service.server import Handler, Service, as_json

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = f"00-{TRACE}-00f067aa0ba902b7-01"


class ServiceTest(unittest.TestCase):
    def setUp(self) -> None:
        self.service = Service(("127.0.0.1", 0))
        self.service.start()
        self.addCleanup(self.stop)

    def stop(self) -> None:
        if not self.service.is_stopping:
            self.service.stop()

    def get(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.service.server_port)
        connection.request("GET", path, headers=headers or {})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def test_says_what_it_is_and_that_it_is_well(self) -> None:
        self.assertEqual(self.get("/"), (200, json.dumps({"service": settings.NAME})))
        self.assertEqual(self.get("/healthz"), (200, '{"status": "ok"}'))
        self.assertEqual(self.get("/readyz?verbose"), (200, '{"status": "ready"}'))

    def test_counts_requests_and_those_to_unknown_paths_as_one(self) -> None:
        self.assertEqual(self.get("/a")[0], 404)
        self.get("/b")
        status, text = self.get("/metrics")
        self.assertEqual(status, 200)
        self.assertIn('http_requests_total{route="other",status="404"} 2\n', text)

    def test_answers_for_a_fault_and_says_it_in_the_log_with_its_trace(self) -> None:
        def fail() -> None:
            raise RuntimeError("out of luck")

        self.service.routes["/"] = fail
        with self.assertLogs(settings.NAME, "ERROR") as logs:
            status, text = self.get("/", {"traceparent": PARENT})
        self.assertEqual((status, "luck" in text), (500, False))
        self.assertIn("out of luck", logs.output[0])

    def test_passes_a_trace_on_to_other_services(self) -> None:
        other = Service(("127.0.0.1", 0))
        seen = []
        other.routes["/"] = lambda: as_json(200, seen.append(trace.current()))
        other.start()
        self.addCleanup(other.stop)
        address = f"http://127.0.0.1:{other.server_port}/"
        self.service.routes["/"] = lambda: as_json(200, client.get(address).decode())
        self.assertEqual(self.get("/", {"traceparent": PARENT})[0], 200)
        self.assertEqual([span.trace_id for span in seen], [TRACE])

    def test_answers_what_it_has_begun_before_it_stops(self) -> None:
        begun = threading.Event()

        def slow() -> object:
            begun.set()
            # Until it takes no more connections.
            self.service.thread.join()
            return as_json(200, {"status": "done"})

        self.service.routes["/"] = slow
        answers: list[tuple[int, str]] = []
        request = threading.Thread(target=lambda: answers.append(self.get("/")))
        request.start()
        begun.wait()
        self.service.stop()
        request.join()
        self.assertEqual(answers, [(200, '{"status": "done"}')])
        with self.assertRaises(OSError):
            socket.create_connection(("127.0.0.1", self.service.server_port))

    def test_waits_for_no_connection_that_asks_nothing_when_it_stops(self) -> None:
        with patch.object(Handler, "timeout", None):
            connection = HTTPConnection("127.0.0.1", self.service.server_port)
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            while not self.service.idle:
                time.sleep(0)
            self.service.stop()
        self.assertEqual(connection.sock.recv(1), b"")
        connection.close()

    def test_is_not_ready_while_it_stops(self) -> None:
        self.service.is_stopping = True
        self.assertEqual(self.get("/readyz"), (503, '{"status": "stopping"}'))
        self.service.is_stopping = False
