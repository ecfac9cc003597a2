import { describe, expect, test } from "vitest";
import { kilobytes, spread, times } from "../src/harness/format.ts";
import { interleave } from "../src/harness/interleave.ts";
import { pairedRatio, summarize } from "../src/harness/statistics.ts";
import { printTable } from "../src/harness/table.ts";

describe("a table", () => {
  test("is Markdown that reads well as plain text", () => {
    const table = {
      columns: ["", "gzip", "beside ours"],
      rows: [
        ["raw fetch", "0.25 KB", "0.06 ×"],
        ["intercom-client 7.0.3", "31.89 KB", "7.97 ×"],
      ],
    };
    expect(printTable(table)).toBe(
      [
        "|                       |     gzip | beside ours |",
        "| --------------------- | -------: | ----------: |",
        "| raw fetch             |  0.25 KB |      0.06 × |",
        "| intercom-client 7.0.3 | 31.89 KB |      7.97 × |",
      ].join("\n"),
    );
  });

  test("keeps a cell in its place, whatever is in it", () => {
    const table = { columns: ["", "ms"], rows: [["a generator", "fails: a | b\n  c"], ["another"]] };
    const lines = printTable(table).split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[2]).toContain("fails: a \\| b c");
  });
});

describe("figures", () => {
  test("are a median and the quartiles, which one slow round does not move", () => {
    expect(summarize([12, 10, 11, 14, 1000])).toEqual({
      median: 12,
      lowerQuartile: 11,
      upperQuartile: 14,
      count: 5,
    });
    expect(summarize([10, 20]).median).toBe(15);
    expect(spread(summarize([12, 10, 11, 14, 1000]), 1)).toBe("12.0 (11.0–14.0)");
  });

  test("are compared round by round, so that a slow round is slow for both", () => {
    expect(pairedRatio([2, 20, 200], [1, 10, 100])).toBe(2);
    expect(times(pairedRatio([3, 3, 3], [2, 2, 2]))).toBe("1.50 ×");
    expect(times(pairedRatio([3], undefined))).toBe("–");
  });

  test("count a thousand bytes as a kilobyte", () => {
    expect(kilobytes(4_031)).toBe("4.03 KB");
    expect(kilobytes(526_400)).toBe("526 KB");
  });

  test("are measured in turns, each subject once a round and none always first", async () => {
    const order: string[] = [];
    const values = await interleave(["a", "b", "c"], 3, (subject) => order.push(subject));
    expect(order.join("")).toBe("abcbcacab");
    expect(values.map(({ length }) => length)).toEqual([3, 3, 3]);
    expect(values[0]).toEqual([1, 6, 8]);
  });
});
