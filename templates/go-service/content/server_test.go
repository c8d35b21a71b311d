package main

import (
	"bytes"
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"
)

func noExport(span, string, int, time.Time, time.Time) {}

func newTestService() (*service, *bytes.Buffer) {
	var log bytes.Buffer
	return newService(newLog(&log, time.Now), noExport), &log
}

func get(s *service, path string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodGet, path, nil)
	request.Header.Set("traceparent", parent)
	answer := httptest.NewRecorder()
	s.ServeHTTP(answer, request)
	return answer
}

func TestServiceSaysWhatItIsAndThatItIsWell(t *testing.T) {
	s, _ := newTestService()
	for path, want := range map[string]string{
		"/":               `{"service":"` + name + `"}`,
		"/healthz":        `{"status":"ok"}`,
		"/readyz?verbose": `{"status":"ready"}`,
	} {
		answer := get(s, path)
		if got := strings.TrimSpace(answer.Body.String()); answer.Code != http.StatusOK || got != want {
			t.Errorf("%s answers %d %s", path, answer.Code, got)
		}
	}
}

func TestServiceIsNotReadyWhileItStops(t *testing.T) {
	s, _ := newTestService()
	s.stopping.Store(true)
	if answer := get(s, "/readyz"); answer.Code != http.StatusServiceUnavailable {
		t.Errorf("/readyz answers %d", answer.Code)
	}
}

func TestServiceCountsUnknownPathsAsOne(t *testing.T) {
	s, _ := newTestService()
	for _, path := range []string{"/a", "/b"} {
		if answer := get(s, path); answer.Code != http.StatusNotFound {
			t.Errorf("%s answers %d", path, answer.Code)
		}
	}
	const line = `http_requests_total{route="other",status="404"} 2`
	if text := get(s, "/metrics").Body.String(); !strings.Contains(text, line) {
		t.Errorf("%s is missing in\n%s", line, text)
	}
}

func TestServiceAnswersForAPanicAndSaysItInTheLogWithItsTrace(t *testing.T) {
	s, log := newTestService()
	s.routes["/"] = func(http.ResponseWriter, *http.Request) { panic("out of luck") }
	answer := get(s, "/")
	if answer.Code != http.StatusInternalServerError || strings.Contains(answer.Body.String(), "luck") {
		t.Errorf("it answers %d %s", answer.Code, answer.Body)
	}
	for _, part := range []string{`"error":"out of luck"`, `"trace_id":"` + traceID + `"`} {
		if !strings.Contains(log.String(), part) {
			t.Errorf("%s is missing in %s", part, log)
		}
	}
}

func TestRunServesUntilItIsStopped(t *testing.T) {
	free, err := net.Listen("tcp", ":0")
	if err != nil {
		t.Fatal(err)
	}
	port := strconv.Itoa(free.Addr().(*net.TCPAddr).Port)
	free.Close()
	ctx, stop := context.WithCancel(context.Background())
	written := make(lines, 8)
	over := make(chan error, 1)
	go func() { over <- run(ctx, newLog(written, time.Now), port) }()
	<-written
	answer, err := http.Get("http://localhost:" + port + "/readyz")
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Errorf("/readyz answers %d", answer.StatusCode)
	}
	stop()
	if err := <-over; err != nil {
		t.Error(err)
	}
}

func TestPortIsTheOneThatIsGivenOrTheServicesOwn(t *testing.T) {
	if portOf("1234") != "1234" || portOf("") != defaultPort {
		t.Errorf("it takes %s and %s", portOf("1234"), portOf(""))
	}
}

// lines are what was written, a line at a time.
type lines chan string

func (l lines) Write(line []byte) (int, error) {
	l <- string(line)
	return len(line), nil
}
