import unittest

from service.metrics import BUCKETS, Metrics


class MetricsTest(unittest.TestCase):
    def test_counts_requests_by_route_and_status(self) -> None:
        metrics = Metrics()
        for status in (200, 200, 500):
            metrics.observe("/", status, 0.1)
        lines = metrics.render().splitlines()
        self.assertIn('http_requests_total{route="/",status="200"} 2', lines)
        self.assertIn('http_requests_total{route="/",status="500"} 1', lines)

    def test_counts_a_time_in_every_bucket_that_it_is_not_above(self) -> None:
        metrics = Metrics()
        for seconds in (BUCKETS[0], 0.2, 60):
            metrics.observe("/", 200, seconds)
        text = metrics.render()
        name = "http_request_duration_seconds"
        for most, count in (("0.005", 1), ("0.1", 1), ("0.25", 2), ("2.5", 2), ("+Inf", 3)):
            self.assertIn(f'{name}_bucket{{route="/",le="{most}"}} {count}\n', text)
        self.assertIn(f'{name}_sum{{route="/"}} 60.205000\n', text)
        self.assertIn(f'{name}_count{{route="/"}} 3\n', text)
