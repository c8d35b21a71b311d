"""The service with its health and its metrics."""

import json
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import urlsplit

from service import logs, metrics, settings, trace

PATIENCE_SECONDS = 5


class Answer(NamedTuple):
    """What a route answers."""

    status: int
    body: str
    content_type: str = "application/json"


def as_json(status: int, body: object) -> Answer:
    """An answer in JSON."""
    return Answer(status, json.dumps(body))


def hear_no_more(connection: socket.socket) -> None:
    """Ends a connection after what has come in already."""
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RD)


class Service(ThreadingHTTPServer):
    """A thread for each connection. When it stops, requests that it has begun are answered."""

    daemon_threads = False
    request_queue_size = 128

    def __init__(self, address: tuple[str, int]) -> None:
        super().__init__(address, Handler)
        self.metrics = metrics.Metrics()
        self.is_stopping = False
        # Connections that wait for a request.
        self.idle: set[socket.socket] = set()
        self.routes = {
            "/": lambda: as_json(200, {"service": settings.NAME}),
            "/healthz": lambda: as_json(200, {"status": "ok"}),
            "/readyz": self._ready,
            "/metrics": lambda: Answer(200, self.metrics.render(), metrics.CONTENT_TYPE),
        }
        self.thread = threading.Thread(target=self.serve_forever, args=(0.1,))

    def _ready(self) -> Answer:
        if self.is_stopping:
            return as_json(503, {"status": "stopping"})
        return as_json(200, {"status": "ready"})

    def start(self) -> None:
        """Takes requests from now on."""
        self.thread.start()

    def stop(self) -> None:
        """Takes no more connections, and returns when all that were there are over."""
        self.is_stopping = True
        self.shutdown()
        self.thread.join()
        for connection in tuple(self.idle):
            hear_no_more(connection)
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    # A connection that says nothing for so long is closed.
    timeout = PATIENCE_SECONDS
    # So that a small answer leaves as one packet.
    wbufsize = -1
    server: Service

    def handle_one_request(self) -> None:
        self.server.idle.add(self.connection)
        # A stop that has gone through the others misses this one.
        if self.server.is_stopping:
            hear_no_more(self.connection)
        try:
            super().handle_one_request()
        finally:
            self.server.idle.discard(self.connection)

    def do_GET(self) -> None:
        self.server.idle.discard(self.connection)
        began = time.perf_counter()
        path = urlsplit(self.path).path
        # Paths that nobody knows would make a time series each.
        route = path if path in self.server.routes else "other"
        with trace.request_span(f"GET {route}", self.headers):
            answer = self._answer(route)
            self._send(answer)
            seconds = time.perf_counter() - began
            self.server.metrics.observe(route, answer.status, seconds)
            logs.info(
                "request", route=route, status=answer.status, seconds=round(seconds, 6)
            )

    def _answer(self, route: str) -> Answer:
        work = self.server.routes.get(route)
        if not work:
            return as_json(404, {"error": "There is nothing here"})
        try:
            return work()
        except Exception:
            logs.failure("request failed", route=route)
            return as_json(500, {"error": "It failed; the log says why"})

    def _send(self, answer: Answer) -> None:
        body = answer.body.encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(body)))
        if self.server.is_stopping:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: each request has a line of its own, in JSON."""
