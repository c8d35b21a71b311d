"""Starts the service, and stops it when it is asked to."""

import signal
import threading

from service import logs, settings
from service.server import Service


def main() -> None:
    logs.start()
    service = Service(("", settings.PORT))
    stopping = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stopping.set())
    service.start()
    logs.info("listens", port=service.server_port)
    stopping.wait()
    service.stop()
    logs.info("stopped")


main()
