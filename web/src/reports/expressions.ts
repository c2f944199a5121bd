import type { Json } from "@/reports/receipt";

/** The language of rules, as shared/reports/rules/expressions.py describes it: null is unknown, wrong types are unknown, nothing throws. */
export interface Scope {
  readonly payload: Json;
  readonly context: Json;
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** Factor and offset to SI, by unit. */
  readonly units: Readonly<Record<string, readonly [factor: number, offset: number]>>;
  readonly row?: Json;
  readonly previous?: Json;
}

type Operator = (...values: Json[]) => Json;
type Group = Readonly<Record<string, Json | undefined>>;

const MOMENT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

export function evaluateExpression(expression: Json, scope: Scope): Json {
  if (expression === null || typeof expression !== "object") return expression;
  const [operator, given] = Object.entries(expression)[0] as [string, Json];
  if (operator === "get") return walk(scope.payload, given as string);
  if (operator === "context") return walk(scope.context, given as string);
  if (operator === "row") return walk(scope.row ?? null, given as string);
  if (operator === "previous") return walk(scope.previous ?? null, given as string);
  const given_ = isList(given) ? given : [given];
  const fold = FOLDS[operator];
  if (fold) return overRows(fold, given_, scope);
  if (operator === "code") {
    const code = evaluateExpression(given_[0] ?? null, scope);
    return typeof code === "string" ? (scope.codes[given_[1] as string] ?? []).includes(code) : null;
  }
  const values = given_.map((argument) => evaluateExpression(argument, scope));
  if (operator === "in") return inUnit(values[0] ?? null, values[1] ?? null, scope.units);
  const apply = OPERATORS[operator];
  if (!apply) throw new Error(`no such operator: ${operator}`);
  return apply(...values);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isGroup(value: Json | undefined): value is Group {
  return value !== null && typeof value === "object" && !isList(value);
}

export function number(value: Json | undefined): number | null {
  return typeof value === "number" && Math.abs(value) < 1e300 ? value : null;
}

export function walk(value: Json, pointer: string): Json {
  let here: Json = value;
  for (const step of pointer.split("/").slice(1)) {
    if (isGroup(here)) here = (Object.hasOwn(here, step) ? here[step] : null) ?? null;
    else if (isList(here) && /^\d+$/.test(step)) here = here[Number(step)] ?? null;
    else return null;
  }
  return here;
}

/** Each row with the one before it. */
export function pairs(table: readonly Json[]): readonly (readonly [previous: Json, row: Json])[] {
  return table.map((row, place) => [place ? (table[place - 1] ?? null) : null, row] as const);
}

function overRows(fold: (values: Json[]) => Json, [rows, inner]: readonly Json[], scope: Scope): Json {
  const table = evaluateExpression(rows ?? null, scope);
  if (!isList(table)) return null;
  return fold(pairs(table).map(([previous, row]) => evaluateExpression(inner ?? null, { ...scope, row, previous })));
}

function numbers(apply: (...values: number[]) => number | boolean | null): Operator {
  return (...values) => {
    const given = values.map(number);
    if (given.includes(null)) return null;
    const result = apply(...(given as number[]));
    return typeof result === "boolean" ? result : number(result);
  };
}

function equal(one: Json, other: Json): boolean | null {
  const plain = typeof one === typeof other && ["string", "boolean"].includes(typeof one);
  return plain || (number(one) !== null && number(other) !== null) ? one === other : null;
}

const and: Operator = (...values) => (values.includes(false) ? false : values.every((value) => value === true) ? true : null);
const or: Operator = (...values) => (values.includes(true) ? true : values.every((value) => value === false) ? false : null);
const add = numbers((first, ...rest) => rest.reduce<number>((total, value) => total + value, first));

function inUnit(value: Json, unit: Json, units: Scope["units"]): Json {
  if (!isGroup(value) || typeof unit !== "string" || typeof value.unit !== "string") return null;
  const of = Object.hasOwn(units, value.unit) ? units[value.unit] : undefined;
  const into = Object.hasOwn(units, unit) ? units[unit] : undefined;
  const entered = number(value.value);
  if (!of || !into || entered === null) return null;
  return value.unit === unit ? entered : number((entered * of[0] + of[1] - into[1]) / into[0]);
}

function isDate(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return DATE.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text && !text.startsWith("0000");
}

function minutes(value: Json): Json {
  if (typeof value !== "string" || !MOMENT.test(value) || !isDate(value.slice(0, 10))) return null;
  const [, hour, minute, second] = /T(\d\d):(\d\d):?(\d\d)?/.exec(value) ?? [];
  const [, sign, hours, rest] = /([+-])(\d\d):(\d\d)$/.exec(value) ?? ["", "+", "00", "00"];
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(rest));
  const day = Date.parse(`${value.slice(0, 10)}T00:00:00Z`) / 1000;
  return (day + (Number(hour) * 60 + Number(minute) - offset) * 60 + Number(second ?? 0)) / 60;
}

function days(value: Json): Json {
  return typeof value === "string" && isDate(value.slice(0, 10)) ? Date.parse(`${value.slice(0, 10)}T00:00:00Z`) / 86_400_000 : null;
}

function known(value: Json): boolean {
  if (typeof value === "string") return /[^ \t\r\n]/.test(value);
  return value !== null && !(isList(value) && value.length === 0);
}

function find(rows: Json, name: Json, value: Json, pointer: Json): Json {
  const row = isList(rows) ? rows.find((one) => equal(walk(one, name as string), value) === true) : undefined;
  return row === undefined ? null : walk(row, pointer as string);
}

const FOLDS: Readonly<Record<string, (values: Json[]) => Json>> = {
  sum: (values) => add(0, ...values),
  count: (values) => (values.includes(null) ? null : values.filter((value) => value === true).length),
  any: (values) => or(false, ...values),
  all: (values) => and(true, ...values),
};

const OPERATORS: Readonly<Record<string, Operator>> = {
  "+": add,
  "*": numbers((...values) => values.reduce((product, value) => product * value, 1)),
  "-": numbers((a, b) => (a) - (b)),
  "/": numbers((a, b) => (b ? (a) / b : null)),
  abs: numbers((a) => Math.abs(a)),
  min: numbers((...values) => Math.min(...values)),
  max: numbers((...values) => Math.max(...values)),
  near: numbers((a, b, tolerance) => Math.abs((a) - (b)) <= (tolerance)),
  "=": (a, b) => equal(a, b),
  "!=": (a, b) => not(equal(a, b)),
  "<": numbers((a, b) => (a) < (b)),
  "<=": numbers((a, b) => (a) <= (b)),
  ">": numbers((a, b) => (a) > (b)),
  ">=": numbers((a, b) => (a) >= (b)),
  and,
  or,
  not: (value) => not(value),
  if: (condition, a, b) => (condition === true ? (a ?? null) : condition === false ? (b ?? null) : null),
  else: (...values) => values.find((value) => value !== null) ?? null,
  known: (value) => known(value),
  oneOf: (value, ...options) => (value === null ? null : options.some((option) => equal(value, option) === true)),
  startsWith: (value, prefix) => (typeof value === "string" ? value.startsWith(prefix as string) : null),
  unit: (value) => walk(value, "/unit"),
  minutes: (value) => minutes(value),
  days: (value) => days(value),
  clock: (value) => (typeof value === "string" && MOMENT.test(value) ? value.slice(11, 16) : null),
  find: (rows, name, value, pointer) => find(rows, name, value, pointer),
};

function not(value: Json): boolean | null {
  return typeof value === "boolean" ? !value : null;
}
