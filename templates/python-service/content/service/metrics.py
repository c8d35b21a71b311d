"""What Prometheus reads: requests, and how long they take."""

import time
from collections import Counter, defaultdict
from threading import Lock

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)


class Metrics:
    """Requests by route and status, and their time by route.

    Routes are those of the service: a label value that comes from outside would have to be escaped.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._buckets: dict[str, list[int]] = defaultdict(lambda: [0] * len(BUCKETS))
        self._seconds: Counter[str] = Counter()
        self._count: Counter[str] = Counter()
        self._began = time.time()

    def observe(self, route: str, status: int, seconds: float) -> None:
        """Counts a request that was answered."""
        with self._lock:
            self._requests[route, status] += 1
            self._count[route] += 1
            self._seconds[route] += seconds
            for at, most in enumerate(BUCKETS):
                self._buckets[route][at] += seconds <= most

    def render(self) -> str:
        """All of it in the text format of Prometheus."""
        with self._lock:
            lines = [
                "# HELP http_requests_total Requests by route and status",
                "# TYPE http_requests_total counter",
                *(
                    f'http_requests_total{{route="{route}",status="{status}"}} {count}'
                    for (route, status), count in sorted(self._requests.items())
                ),
                "# HELP http_request_duration_seconds Time to answer by route",
                "# TYPE http_request_duration_seconds histogram",
                *(line for route in sorted(self._count) for line in self._time_of(route)),
                "# HELP process_start_time_seconds When the process began",
                "# TYPE process_start_time_seconds gauge",
                f"process_start_time_seconds {self._began:.3f}",
            ]
        return "\n".join(lines) + "\n"

    def _time_of(self, route: str) -> list[str]:
        name, label = "http_request_duration_seconds", f'route="{route}"'
        count = self._count[route]
        return [
            *(
                f'{name}_bucket{{{label},le="{most}"}} {below}'
                for most, below in zip(BUCKETS, self._buckets[route])
            ),
            f'{name}_bucket{{{label},le="+Inf"}} {count}',
            f"{name}_sum{{{label}}} {self._seconds[route]:.6f}",
            f"{name}_count{{{label}}} {count}",
        ]
