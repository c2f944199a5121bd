// Writes the typed client from the OpenAPI document: `npm run api`. With --check it only says whether the committed files are current.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

import openapiTS, { astToString } from "openapi-typescript";

const here = (path) => new URL(`../${path}`, import.meta.url);
const source = process.env.OPENAPI ? pathToFileURL(process.env.OPENAPI) : here("../docs/api/openapi.json");
const VERBS = ["get", "post", "put", "patch", "delete"];
const HEADER = "// Generated from docs/api/openapi.json by `npm run api`. Do not edit.\n";

/** A server given as a path ("/api") is part of every path; one given as an origin is the deployment's business. */
function prefixOf(document) {
  const url = document.servers?.[0]?.url ?? "";
  return url.startsWith("/") ? url.replace(/\/$/, "") : "";
}

function operationsOf(document) {
  const prefix = prefixOf(document);
  const rows = Object.entries(document.paths).flatMap(([path, item]) =>
    VERBS.filter((verb) => item[verb]?.operationId).map((verb) => [item[verb].operationId, verb.toUpperCase(), prefix + path]),
  );
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = rows.map(([id, method, path]) => `  ${id}: { method: "${method}", path: "${path}" },`);
  return `${HEADER}export const operationTable = {\n${lines.join("\n")}\n} as const;\n`;
}

async function schemaOf(document) {
  const nodes = await openapiTS(document, { alphabetize: true, immutable: true, defaultNonNullable: false });
  return `${HEADER}${astToString(nodes)}`;
}

const document = JSON.parse(await readFile(source, "utf8"));
const wanted = {
  "src/api/operations.gen.ts": operationsOf(document),
  "src/api/schema.gen.ts": await schemaOf(document),
};

const stale = [];
for (const [path, text] of Object.entries(wanted)) {
  const current = await readFile(here(path), "utf8").catch(() => "");
  if (current === text) continue;
  stale.push(path);
  if (!process.argv.includes("--check")) await writeFile(here(path), text);
}

if (process.argv.includes("--check") && stale.length > 0) {
  console.error(`The API client is older than docs/api/openapi.json: ${stale.join(", ")}. Run \`npm run api\`.`);
  process.exit(1);
}
console.log(stale.length > 0 ? `Written: ${stale.join(", ")}` : "The API client is up to date.");
