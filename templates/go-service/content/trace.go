package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"regexp"
	"strings"
)

// span is a piece of work in a trace, by https://www.w3.org/TR/trace-context/; ids are hexadecimal
// digits. Without a trace it is none.
type span struct {
	traceID, spanID, parentID, flags, state string
}

type spanKey struct{}

var traceparent = regexp.MustCompile(`^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$`)

// withSpan makes a span the one that work with this context is for.
func withSpan(ctx context.Context, s span) context.Context {
	return context.WithValue(ctx, spanKey{}, s)
}

func spanOf(ctx context.Context) (span, bool) {
	s, ok := ctx.Value(spanKey{}).(span)
	return s, ok
}

// parseSpan reads the span that made a request: none where it does not say so, or wrongly.
func parseSpan(headers http.Header) span {
	match := traceparent.FindStringSubmatch(strings.TrimSpace(headers.Get("traceparent")))
	if match == nil {
		return span{}
	}
	version, traceID, spanID, flags, rest := match[1], match[2], match[3], match[4], match[5]
	isWrong := version == "ff" || version == "00" && rest != ""
	if isWrong || strings.Trim(traceID, "0") == "" || strings.Trim(spanID, "0") == "" {
		return span{}
	}
	state := strings.Join(headers.Values("tracestate"), ",")
	return span{traceID: traceID, spanID: spanID, flags: flags, state: state}
}

// childOf makes a span in the trace of another, or the first one of a new trace.
func childOf(parent span) span {
	if parent.traceID == "" {
		return span{traceID: randomID(16), spanID: randomID(8), flags: "01"}
	}
	child := parent
	child.spanID, child.parentID = randomID(8), parent.spanID
	return child
}

func (s span) setHeaders(headers http.Header) {
	headers.Set("traceparent", "00-"+s.traceID+"-"+s.spanID+"-"+s.flags)
	if s.state != "" {
		headers.Set("tracestate", s.state)
	}
}

func randomID(bytes int) string {
	id := make([]byte, bytes)
	if _, err := rand.Read(id); err != nil {
		panic(err)
	}
	return hex.EncodeToString(id)
}

// tracing passes the trace of a request's context on. Clients of other services use it as Transport.
type tracing struct {
	base http.RoundTripper
}

func (t tracing) RoundTrip(request *http.Request) (*http.Response, error) {
	if s, ok := spanOf(request.Context()); ok {
		request = request.Clone(request.Context())
		s.setHeaders(request.Header)
	}
	return t.base.RoundTrip(request)
}
