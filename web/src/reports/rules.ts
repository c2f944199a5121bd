import { evaluateExpression, isGroup, isList, number, pairs, walk, type Scope } from "@/reports/expressions";
import type { Json } from "@/reports/receipt";

/** A rule as a definition of a report type brings it: shared/reports/rules/rule.py. */
export interface Rule {
  readonly id: string;
  readonly kind: "block" | "warn";
  readonly text: string;
  readonly fields: readonly string[];
  readonly check: Json;
  readonly when: Json;
  readonly each: string | null;
  readonly values: Readonly<Record<string, Json>>;
  readonly reason: string | null;
}

export interface Finding {
  readonly rule: string;
  readonly kind: "block" | "warn";
  readonly text: string;
  /** JSON pointers into the payload. */
  readonly fields: readonly string[];
  readonly reason: string | null;
}

const MAX_SHOWN = 80;

/** What the server would say of this payload, without asking it. */
export function evaluateRules(rules: readonly Rule[], scope: Scope): Finding[] {
  return rules.flatMap((rule) => [...findings(rule, scope)]);
}

function* findings(rule: Rule, scope: Scope): Generator<Finding> {
  for (const [place, here] of scopes(rule, scope)) {
    if (evaluateExpression(rule.when, here) !== true || evaluateExpression(rule.check, here) !== false) continue;
    const text = rule.text.replace(/\{(\w+)\}/g, (_, name: string) => shown(evaluateExpression(rule.values[name] ?? null, here)));
    const fields = rule.fields.map((pointer) => pointer.replaceAll("*", place));
    yield { rule: rule.id, kind: rule.kind, text, fields, reason: rule.reason };
  }
}

function* scopes(rule: Rule, scope: Scope): Generator<readonly [place: string, scope: Scope]> {
  if (rule.each === null) {
    yield ["", scope];
    return;
  }
  const table = walk(scope.payload, rule.each);
  for (const [place, [previous, row]] of isList(table) ? pairs(table).entries() : []) yield [String(place), { ...scope, row, previous }];
}

function shown(value: Json): string {
  const entered = isGroup(value) ? number(value.value) : null;
  if (isGroup(value) && entered !== null && typeof value.unit === "string") return `${String(entered)} ${value.unit}`;
  if (typeof value === "string") {
    const letters = Array.from(value);
    return letters.length <= MAX_SHOWN ? value : `${letters.slice(0, MAX_SHOWN - 1).join("")}…`;
  }
  const figure = number(value);
  if (figure === null) return "–";
  if (Math.abs(figure) >= 1e15) return String(figure);
  const text = figure.toFixed(2).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}
