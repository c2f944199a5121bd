import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { describe, expect, it } from "vitest";

import { evaluateExpression, type Scope } from "@/reports/expressions";
import { canonical, receipt, type Json, type Submit } from "@/reports/receipt";
import { evaluateRules, type Finding, type Rule } from "@/reports/rules";

/** What the server's tests run as well: the two must agree to the last digit. */
function vectors(name: string): unknown {
  return JSON.parse(readFileSync(resolve(process.cwd(), "../tests/shared/reports/vectors", name), "utf-8"));
}

interface Expressions extends Pick<Scope, "payload" | "context" | "codes"> {
  readonly vectors: readonly (readonly [expression: Json, result: Json])[];
}

interface Definition extends Pick<Scope, "units" | "codes"> {
  readonly type: string;
  readonly rules: readonly Rule[];
}

interface Planted {
  readonly definition: string;
  readonly set: Readonly<Record<string, Json>>;
  readonly context: Readonly<Record<string, Json>>;
  readonly findings: readonly Finding[];
}

interface Findings {
  readonly correct: Readonly<Record<string, { readonly payload: Json; readonly context: Json }>>;
  readonly planted: readonly Planted[];
}

/** A copy with other values at these JSON pointers. */
function withChanges(document: Json, changes: Readonly<Record<string, Json>>): Json {
  const made = structuredClone(document);
  for (const [pointer, value] of Object.entries(changes)) {
    const path = pointer.split("/").slice(1);
    const last = path.pop() ?? "";
    const place = path.reduce((here, step) => here[step] as Record<string, unknown>, made as Record<string, unknown>);
    place[last] = value;
  }
  return made;
}

function definition(name: string): Definition {
  return vectors(`../released/${name}.json`) as Definition;
}

describe("expressions", () => {
  const { payload, context, codes, vectors: cases } = vectors("expressions.json") as Expressions;
  const units = { ...definition("daily_drilling.1").units, ...definition("daily_production.1").units };
  it.each(cases.map(([expression, result]) => [JSON.stringify(expression), expression, result] as const))("%s", (_, expression, result) => {
    expect(evaluateExpression(expression, { payload, context, codes, units })).toStrictEqual(result);
  });
});

describe("rules", () => {
  const { correct, planted } = vectors("findings.json") as Findings;
  it.each(Object.entries(correct))("say nothing of a correct report: %s", (name, { payload, context }) => {
    const { rules, units, codes } = definition(name);
    expect(evaluateRules(rules, { payload, context, units, codes: withOwn(codes, context) })).toStrictEqual([]);
  });
  it.each(planted.map((one) => [one.definition, Object.keys(one.set).join(), one] as const))("of %s find what the server finds: %s", (name, _, one) => {
    const { rules, units, codes } = definition(name);
    const right = correct[name] as { payload: Json; context: Json };
    const context = withChanges(right.context, one.context);
    const scope = { payload: withChanges(right.payload, one.set), context, units, codes: withOwn(codes, context) };
    expect(evaluateRules(rules, scope)).toStrictEqual(one.findings);
  });
});

/** The organisation's own codes come with the context. */
function withOwn(codes: Scope["codes"], context: Json): Scope["codes"] {
  const own = (context as { readonly activityCodes?: readonly string[] | null }).activityCodes ?? [];
  return { ...codes, activity: [...(codes.activity ?? []), ...own] };
}

describe("receipts", () => {
  const { canonical: cases, receipts } = vectors("receipt.json") as {
    readonly canonical: readonly (readonly [Json, string])[];
    readonly receipts: readonly (readonly [Submit, string])[];
  };
  it.each(cases.map(([value, text]) => [text, value] as const))("%s is canonical", (text, value) => {
    expect(canonical(value)).toBe(text);
  });
  it.each(receipts)("are the server's (%#)", async (submit, digest) => {
    expect(await receipt(submit)).toBe(digest);
    expect(await receipt({ ...submit, attachments: [...submit.attachments].reverse() })).toBe(digest);
  });
  it("refuse what JSON cannot say", () => {
    expect(() => canonical(NaN)).toThrow();
    expect(() => canonical({ half: "\ud800" })).toThrow();
  });
});
