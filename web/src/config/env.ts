/** What the build was told, read and checked once. Everything else asks this object. */
export interface Env {
  /** Path or origin in front of every path of the OpenAPI document; empty when page and API share an origin. */
  readonly apiBaseUrl: string;
}

export function parseEnv(source: Readonly<Record<string, unknown>>): Env {
  const raw = source.VITE_API_BASE_URL ?? "";
  if (typeof raw !== "string") throw new Error("VITE_API_BASE_URL must be text");
  const apiBaseUrl = raw.replace(/\/+$/, "");
  if (apiBaseUrl !== "" && !apiBaseUrl.startsWith("/") && !URL.canParse(apiBaseUrl)) {
    throw new Error("VITE_API_BASE_URL must be a path or an address");
  }
  return { apiBaseUrl };
}

export const env: Env = parseEnv(import.meta.env);
