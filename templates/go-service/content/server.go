package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"runtime/debug"
	"sync/atomic"
	"time"
)

// exporter takes the span of a request that was answered.
type exporter func(s span, name string, status int, began, ended time.Time)

// service answers requests with its health and its metrics.
type service struct {
	log      *logger
	metrics  *metrics
	export   exporter
	routes   map[string]http.HandlerFunc
	stopping atomic.Bool
}

func newService(log *logger, export exporter) *service {
	s := &service{log: log, metrics: newMetrics(time.Now()), export: export}
	s.routes = map[string]http.HandlerFunc{
		"/": func(out http.ResponseWriter, _ *http.Request) {
			writeJSON(out, http.StatusOK, fields{"service": name})
		},
		"/healthz": func(out http.ResponseWriter, _ *http.Request) {
			writeJSON(out, http.StatusOK, fields{"status": "ok"})
		},
		"/readyz":  s.ready,
		"/metrics": s.measures,
	}
	return s
}

func (s *service) ready(out http.ResponseWriter, _ *http.Request) {
	if s.stopping.Load() {
		writeJSON(out, http.StatusServiceUnavailable, fields{"status": "stopping"})
		return
	}
	writeJSON(out, http.StatusOK, fields{"status": "ready"})
}

func (s *service) measures(out http.ResponseWriter, _ *http.Request) {
	out.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	s.metrics.write(out)
}

// ServeHTTP answers a request, and then measures, traces and logs it.
func (s *service) ServeHTTP(out http.ResponseWriter, request *http.Request) {
	began := time.Now()
	// Paths that nobody knows would make a time series each.
	route, handle := "other", http.HandlerFunc(nothing)
	if known, ok := s.routes[request.URL.Path]; ok {
		route, handle = request.URL.Path, known
	}
	current := childOf(parseSpan(request.Header))
	ctx := withSpan(request.Context(), current)
	recorder := &statusRecorder{ResponseWriter: out, status: http.StatusOK}
	s.guard(ctx, route, recorder, func() { handle(recorder, request.WithContext(ctx)) })

	ended := time.Now()
	s.metrics.observe(route, recorder.status, ended.Sub(began))
	s.export(current, request.Method+" "+route, recorder.status, began, ended)
	s.log.write(ctx, "info", "request", fields{
		"route": route, "status": recorder.status, "seconds": ended.Sub(began).Seconds(),
	})
}

// guard answers for a handler that panics, and says in the log why.
func (s *service) guard(ctx context.Context, route string, out *statusRecorder, work func()) {
	defer func() {
		if fault := recover(); fault != nil {
			s.log.write(ctx, "error", "request failed", fields{
				"route": route, "error": fmt.Sprint(fault), "stack": string(debug.Stack()),
			})
			writeJSON(out, http.StatusInternalServerError, fields{"error": "It failed; the log says why"})
		}
	}()
	work()
}

func nothing(out http.ResponseWriter, _ *http.Request) {
	writeJSON(out, http.StatusNotFound, fields{"error": "There is nothing here"})
}

func writeJSON(out http.ResponseWriter, status int, body fields) {
	out.Header().Set("Content-Type", "application/json")
	out.WriteHeader(status)
	// Whoever asked may be gone.
	_ = json.NewEncoder(out).Encode(body)
}

// statusRecorder remembers the status that was answered.
type statusRecorder struct {
	http.ResponseWriter
	status int
}

func (r *statusRecorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}
