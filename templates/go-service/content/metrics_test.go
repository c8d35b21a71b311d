package main

import (
	"strings"
	"testing"
	"time"
)

func TestMetricsCountRequestsAndTheirTime(t *testing.T) {
	m := newMetrics(time.Unix(1_700_000_000, 0))
	m.observe("/", 200, 5*time.Millisecond)
	m.observe("/", 200, 200*time.Millisecond)
	m.observe("/", 500, time.Minute)
	var out strings.Builder
	m.write(&out)

	for _, line := range []string{
		`http_requests_total{route="/",status="200"} 2`,
		`http_requests_total{route="/",status="500"} 1`,
		`http_request_duration_seconds_bucket{route="/",le="0.005"} 1`,
		`http_request_duration_seconds_bucket{route="/",le="0.1"} 1`,
		`http_request_duration_seconds_bucket{route="/",le="0.25"} 2`,
		`http_request_duration_seconds_bucket{route="/",le="2.5"} 2`,
		`http_request_duration_seconds_bucket{route="/",le="+Inf"} 3`,
		`http_request_duration_seconds_sum{route="/"} 60.205`,
		`http_request_duration_seconds_count{route="/"} 3`,
		`process_start_time_seconds 1700000000`,
	} {
		if !strings.Contains(out.String(), line+"\n") {
			t.Errorf("%s is missing in\n%s", line, out.String())
		}
	}
}
