import { describe, expect, it } from "vitest";

import { formatBytes, formatLeft, formatMoment, kindOf } from "@/format/format";

describe("sizes", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1_000, "1.0 KB"],
    [99_400, "99.4 KB"],
    [100_000, "100 KB"],
    [999_600, "1.0 MB"],
    [5_368_709_120, "5.4 GB"],
  ])("%d is shown as %s", (bytes, shown) => {
    expect(formatBytes(bytes)).toBe(shown);
  });
});

describe("time left", () => {
  it.each([
    [2, "a few seconds left"],
    [32, "35 s left"],
    [61, "2 min left"],
    [3_700, "1 h 2 min left"],
  ])("%d seconds are %s", (seconds, shown) => {
    expect(formatLeft(seconds)).toBe(shown);
  });
});

describe("moments", () => {
  const now = new Date(2026, 4, 4, 12, 0);
  it("shows the time of day for today only", () => {
    const today = formatMoment(new Date(2026, 4, 4, 6, 30).toISOString(), now);
    const earlier = formatMoment(new Date(2025, 4, 4, 6, 30).toISOString(), now);
    expect(today).toMatch(/30/);
    expect(today).not.toMatch(/2026/);
    expect(earlier).toMatch(/2025/);
  });
});

describe("kinds", () => {
  it("believes the verified type before the name", () => {
    expect(kindOf("application/pdf", "report.txt")).toBe("PDF");
    expect(kindOf(null, "log.DLIS")).toBe("DLIS");
    expect(kindOf(null, "no extension")).toBe("File");
    expect(kindOf("text/plain", "readings.csv")).toBe("CSV");
  });
});
