package main

import (
	"context"
	"encoding/json"
	"io"
	"sync"
	"time"
)

type fields map[string]any

// logger writes lines of JSON, each with the trace that it belongs to.
type logger struct {
	mutex sync.Mutex
	out   *json.Encoder
	now   func() time.Time
}

func newLog(out io.Writer, now func() time.Time) *logger {
	return &logger{out: json.NewEncoder(out), now: now}
}

func (l *logger) write(ctx context.Context, level, message string, more fields) {
	line := fields{
		"time":    l.now().UTC().Format(time.RFC3339Nano),
		"level":   level,
		"message": message,
		"service": name,
	}
	for key, value := range more {
		line[key] = value
	}
	if s, ok := spanOf(ctx); ok {
		line["trace_id"], line["span_id"] = s.traceID, s.spanID
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	// A log that cannot be written is no reason to fail a request.
	_ = l.out.Encode(line)
}
