//go:build otel

package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

type export struct {
	ResourceSpans []struct {
		Resource struct {
			Attributes []struct {
				Key   string
				Value struct{ StringValue string }
			}
		}
		ScopeSpans []struct {
			Spans []struct {
				TraceID, SpanID, ParentSpanID, Name, StartTimeUnixNano, EndTimeUnixNano string
				Kind                                                                    int
				Status                                                                  struct{ Code int }
			}
		}
	}
}

// collector answers the exports that it gets, and whether they came where they should.
func collector(t *testing.T) (*httptest.Server, chan export) {
	got := make(chan export, 8)
	server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, request *http.Request) {
		var body export
		if err := json.NewDecoder(request.Body).Decode(&body); err != nil || request.URL.Path != "/v1/traces" {
			t.Errorf("%s: %v", request.URL.Path, err)
		}
		got <- body
	}))
	t.Cleanup(server.Close)
	return server, got
}

func TestExportSendsWhatWaitsWhenItCloses(t *testing.T) {
	server, got := collector(t)
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", server.URL+"/")
	t.Setenv("OTEL_SERVICE_NAME", "renamed")
	s := childOf(parseSpan(headersOf(parent)))
	began := time.Unix(1_700_000_000, 0)
	e := startExport()
	e.send(s, "GET /", 503, began, began.Add(time.Millisecond))
	e.close()

	sent := (<-got).ResourceSpans[0]
	if name := sent.Resource.Attributes[0]; name.Key != "service.name" || name.Value.StringValue != "renamed" {
		t.Errorf("the resource is %+v", name)
	}
	if len(sent.ScopeSpans[0].Spans) != 1 {
		t.Fatalf("%d spans were sent", len(sent.ScopeSpans[0].Spans))
	}
	one := sent.ScopeSpans[0].Spans[0]
	if one.TraceID != traceID || one.ParentSpanID != spanID || one.SpanID != s.spanID {
		t.Errorf("%+v is not the span %+v", one, s)
	}
	if one.Name != "GET /" || one.Kind != 2 || one.Status.Code != 2 {
		t.Errorf("%+v is no failed request", one)
	}
	if one.StartTimeUnixNano != "1700000000000000000" || one.EndTimeUnixNano != "1700000000001000000" {
		t.Errorf("%+v took another time", one)
	}
}

func TestExportLeavesOutWhatIsNotSampled(t *testing.T) {
	server, got := collector(t)
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", server.URL)
	s := childOf(parseSpan(headersOf("00-" + traceID + "-" + spanID + "-00")))
	e := startExport()
	e.send(s, "GET /", 200, time.Now(), time.Now())
	e.close()
	if len(got) > 0 {
		t.Errorf("%+v was sent", <-got)
	}
}

func TestExportWithoutACollectorSendsNothing(t *testing.T) {
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "")
	e := startExport()
	e.send(childOf(span{}), "GET /", 200, time.Now(), time.Now())
	e.close()
}
