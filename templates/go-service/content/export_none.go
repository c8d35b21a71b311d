//go:build !otel

package main

import "time"

// noExporter is what spans go to where the service was built without the tag otel.
type noExporter struct{}

func startExport() noExporter { return noExporter{} }

func (noExporter) send(span, string, int, time.Time, time.Time) {}

func (noExporter) close() {}
