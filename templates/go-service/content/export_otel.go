//go:build otel

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

const (
	// More spans than that are dropped until the collector has taken some.
	waitingSpans = 2048
	spansAtOnce  = 256
	flushEvery   = time.Second
)

// otlpExporter sends spans to a collector, as OTLP/HTTP in JSON:
// https://opentelemetry.io/docs/specs/otlp/#otlphttp
type otlpExporter struct {
	url     string
	client  http.Client
	waiting chan fields
	closing chan struct{}
	closed  chan struct{}
}

// startExport sends spans where OTEL_EXPORTER_OTLP_ENDPOINT says, and nowhere without it.
func startExport() *otlpExporter {
	endpoint := os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT")
	if endpoint == "" {
		return &otlpExporter{}
	}
	e := &otlpExporter{
		url:     strings.TrimRight(endpoint, "/") + "/v1/traces",
		client:  http.Client{Timeout: 5 * time.Second},
		waiting: make(chan fields, waitingSpans),
		closing: make(chan struct{}),
		closed:  make(chan struct{}),
	}
	go e.work()
	return e
}

func (e *otlpExporter) send(s span, name string, status int, began, ended time.Time) {
	// A trace that is not sampled is passed on only.
	if flags, _ := strconv.ParseUint(s.flags, 16, 8); e.url == "" || flags&1 == 0 {
		return
	}
	sent := fields{
		"traceId":           s.traceID,
		"spanId":            s.spanID,
		"parentSpanId":      s.parentID,
		"traceState":        s.state,
		"name":              name,
		"kind":              2, // SERVER
		"startTimeUnixNano": strconv.FormatInt(began.UnixNano(), 10),
		"endTimeUnixNano":   strconv.FormatInt(ended.UnixNano(), 10),
		"attributes":        []fields{attribute("http.response.status_code", "intValue", strconv.Itoa(status))},
	}
	if status >= 500 {
		sent["status"] = fields{"code": 2} // ERROR
	}
	select {
	case e.waiting <- sent:
	default:
	}
}

// close sends what waits. Nothing is to be sent afterwards.
func (e *otlpExporter) close() {
	if e.url == "" {
		return
	}
	close(e.closing)
	<-e.closed
}

func (e *otlpExporter) work() {
	defer close(e.closed)
	ticker := time.NewTicker(flushEvery)
	defer ticker.Stop()
	var batch []fields
	for {
		select {
		case s := <-e.waiting:
			if batch = append(batch, s); len(batch) < spansAtOnce {
				continue
			}
		case <-ticker.C:
		case <-e.closing:
			for len(e.waiting) > 0 {
				batch = append(batch, <-e.waiting)
			}
			e.post(batch)
			return
		}
		e.post(batch)
		batch = nil
	}
}

func (e *otlpExporter) post(spans []fields) {
	if len(spans) == 0 {
		return
	}
	resource := fields{"attributes": []fields{attribute("service.name", "stringValue", serviceName())}}
	scope := fields{"scope": fields{"name": name}, "spans": spans}
	body, err := json.Marshal(fields{
		"resourceSpans": []fields{{"resource": resource, "scopeSpans": []fields{scope}}},
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "spans cannot be written:", err)
		return
	}
	answer, err := e.client.Post(e.url, "application/json", bytes.NewReader(body))
	if err != nil {
		fmt.Fprintln(os.Stderr, "the collector took no spans:", err)
		return
	}
	answer.Body.Close()
	if answer.StatusCode >= http.StatusBadRequest {
		fmt.Fprintln(os.Stderr, "the collector took no spans:", answer.Status)
	}
}

func serviceName() string {
	if given := os.Getenv("OTEL_SERVICE_NAME"); given != "" {
		return given
	}
	return name
}

func attribute(key, kind, value string) fields {
	return fields{"key": key, "value": fields{kind: value}}
}
