package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const (
	traceID = "4bf92f3577b34da6a3ce929d0e0e4736"
	spanID  = "00f067aa0ba902b7"
	parent  = "00-" + traceID + "-" + spanID + "-01"
)

func headersOf(traceparent string) http.Header {
	return http.Header{"Traceparent": {traceparent}, "Tracestate": {"a=1", "b=2"}}
}

func TestSpanGoesOnWithATrace(t *testing.T) {
	child := childOf(parseSpan(headersOf(parent)))
	if child.traceID != traceID || child.parentID != spanID || child.spanID == spanID {
		t.Errorf("%+v is no child of %s", child, parent)
	}
	if child.flags != "01" || child.state != "a=1,b=2" {
		t.Errorf("%+v has lost what it passes on", child)
	}
}

func TestSpanBeginsATraceWhereThereIsNone(t *testing.T) {
	one, other := childOf(span{}), childOf(span{})
	if len(one.traceID) != 32 || len(one.spanID) != 16 || one.traceID == other.traceID {
		t.Errorf("%+v and %+v are not first spans of two traces", one, other)
	}
}

func TestLaterVersionsAreTakenWithWhatTheyAdd(t *testing.T) {
	if s := parseSpan(headersOf("01-" + traceID + "-" + spanID + "-00-more")); s.flags != "00" {
		t.Errorf("%+v is not the span of a later version", s)
	}
}

func TestWrongHeadersAreNoSpan(t *testing.T) {
	for _, wrong := range []string{
		"",
		"something",
		"ff-" + traceID + "-" + spanID + "-01",
		parent + "-more",
		strings.ToUpper(parent),
		"00-" + strings.Repeat("0", 32) + "-" + spanID + "-01",
		"00-" + traceID + "-" + strings.Repeat("0", 16) + "-01",
	} {
		if s := parseSpan(headersOf(wrong)); s.traceID != "" {
			t.Errorf("%q became %+v", wrong, s)
		}
	}
}

func TestRequestsPassTheTraceOn(t *testing.T) {
	var seen http.Header
	other := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, request *http.Request) {
		seen = request.Header
	}))
	defer other.Close()
	s := childOf(parseSpan(headersOf(parent)))
	request, err := http.NewRequestWithContext(withSpan(context.Background(), s), http.MethodGet, other.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	client := http.Client{Transport: tracing{http.DefaultTransport}}
	answer, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if got := seen.Get("traceparent"); got != "00-"+traceID+"-"+s.spanID+"-01" {
		t.Errorf("traceparent was %q", got)
	}
	if got := seen.Get("tracestate"); got != "a=1,b=2" {
		t.Errorf("tracestate was %q", got)
	}
}
