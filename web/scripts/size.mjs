// What a browser downloads, gzipped, per file of the build: `npm run size`.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const files = await readdir(dist, { recursive: true, withFileTypes: true });
const rows = await Promise.all(
  files
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = await readFile(path);
      return [path.slice(dist.length + 1), bytes.length, gzipSync(bytes, { level: 9 }).length];
    }),
);
rows.sort((a, b) => b[2] - a[2]);
for (const [name, raw, zipped] of rows) console.log(`${(zipped / 1000).toFixed(1).padStart(8)} kB gzip ${(raw / 1000).toFixed(1).padStart(8)} kB  ${name}`);
const total = rows.reduce((sum, row) => sum + row[2], 0);
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB gzip in all`);
