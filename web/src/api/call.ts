import { operationTable } from "./operations.gen";
import type { ArgumentsOf, OperationId } from "./types";

/** One request, named by its operation. Made by `call` only, so that its parts fit the operation. */
export interface Call {
  readonly operation: OperationId;
  readonly path?: Readonly<Record<string, string | number>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: unknown;
}

export function call<Id extends OperationId>(operation: Id, args: ArgumentsOf<Id>): Call {
  return { operation, ...args };
}

export function methodOf({ operation }: Call): string {
  return operationTable[operation].method;
}

export function addressOf({ operation, path = {}, query = {} }: Call, baseUrl: string): string {
  const filled = operationTable[operation].path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined) throw new Error(`${operation} needs ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") search.set(name, String(value));
  }
  const text = search.toString();
  return `${baseUrl}${filled}${text === "" ? "" : `?${text}`}`;
}

/** An entity tag as a header carries it: quoted, whether or not the body quoted it. */
export function quoted(etag: string): string {
  return etag.startsWith('"') || etag.startsWith("W/") ? etag : `"${etag}"`;
}
