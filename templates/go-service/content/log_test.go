package main

import (
	"bytes"
	"context"
	"encoding/json"
	"testing"
	"time"
)

func TestLogLineIsJSONWithFieldsAndTrace(t *testing.T) {
	var out bytes.Buffer
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.FixedZone("east", 3600))
	log := newLog(&out, func() time.Time { return at })
	s := childOf(span{})
	log.write(withSpan(context.Background(), s), "info", "it \"works\"", fields{"route": "/"})

	var line map[string]string
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{
		"time":     "2026-03-01T11:00:00Z",
		"level":    "info",
		"message":  "it \"works\"",
		"service":  name,
		"route":    "/",
		"trace_id": s.traceID,
		"span_id":  s.spanID,
	} {
		if line[key] != want {
			t.Errorf("%s is %q, not %q", key, line[key], want)
		}
	}
}
