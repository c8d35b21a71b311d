package main

import (
	"fmt"
	"io"
	"sort"
	"sync"
	"time"
)

var buckets = []float64{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5}

type requestKey struct {
	route  string
	status int
}

type durations struct {
	// Of each bucket, those that were not above it.
	below   []int
	seconds float64
	count   int
}

// metrics counts requests by route and status, and their time by route. Routes are those of the
// service: a label value that comes from outside would have to be escaped.
type metrics struct {
	mutex    sync.Mutex
	requests map[requestKey]int
	times    map[string]*durations
	began    time.Time
}

func newMetrics(began time.Time) *metrics {
	return &metrics{
		requests: map[requestKey]int{},
		times:    map[string]*durations{},
		began:    began,
	}
}

// observe counts a request that was answered.
func (m *metrics) observe(route string, status int, took time.Duration) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.requests[requestKey{route, status}]++
	times, ok := m.times[route]
	if !ok {
		times = &durations{below: make([]int, len(buckets))}
		m.times[route] = times
	}
	seconds := took.Seconds()
	times.count++
	times.seconds += seconds
	for at, most := range buckets {
		if seconds <= most {
			times.below[at]++
		}
	}
}

// write writes all of it in the text format of Prometheus.
func (m *metrics) write(out io.Writer) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	fmt.Fprintln(out, "# HELP http_requests_total Requests by route and status")
	fmt.Fprintln(out, "# TYPE http_requests_total counter")
	for _, key := range m.sortedRequests() {
		fmt.Fprintf(out, "http_requests_total{route=%q,status=\"%d\"} %d\n", key.route, key.status, m.requests[key])
	}
	fmt.Fprintln(out, "# HELP http_request_duration_seconds Time to answer by route")
	fmt.Fprintln(out, "# TYPE http_request_duration_seconds histogram")
	for _, route := range m.sortedRoutes() {
		m.times[route].write(out, route)
	}
	fmt.Fprintln(out, "# HELP process_start_time_seconds When the process began")
	fmt.Fprintln(out, "# TYPE process_start_time_seconds gauge")
	fmt.Fprintf(out, "process_start_time_seconds %d\n", m.began.Unix())
}

func (d *durations) write(out io.Writer, route string) {
	const metric = "http_request_duration_seconds"
	for at, most := range buckets {
		fmt.Fprintf(out, "%s_bucket{route=%q,le=\"%g\"} %d\n", metric, route, most, d.below[at])
	}
	fmt.Fprintf(out, "%s_bucket{route=%q,le=\"+Inf\"} %d\n", metric, route, d.count)
	fmt.Fprintf(out, "%s_sum{route=%q} %g\n", metric, route, d.seconds)
	fmt.Fprintf(out, "%s_count{route=%q} %d\n", metric, route, d.count)
}

func (m *metrics) sortedRequests() []requestKey {
	keys := make([]requestKey, 0, len(m.requests))
	for key := range m.requests {
		keys = append(keys, key)
	}
	sort.Slice(keys, func(a, b int) bool {
		if keys[a].route != keys[b].route {
			return keys[a].route < keys[b].route
		}
		return keys[a].status < keys[b].status
	})
	return keys
}

func (m *metrics) sortedRoutes() []string {
	routes := make([]string, 0, len(m.times))
	for route := range m.times {
		routes = append(routes, route)
	}
	sort.Strings(routes)
	return routes
}
