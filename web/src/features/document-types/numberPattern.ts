/** What a number is made of, and what stands for it in an example. */
export interface NumberParts {
  readonly type: string;
  readonly site: string;
  readonly discipline: string;
  readonly year: number;
}

export const TOKENS: readonly (readonly [token: string, word: string])[] = [
  ["{site}", "Code of the site"],
  ["{type}", "Code of the type"],
  ["{discipline}", "Code of the discipline"],
  ["{year}", "Year"],
  ["{seq:4}", "Running number with 4 digits"],
];

const PIECE = /\{(site|type|discipline|year|seq:[1-8])\}|[A-Za-z0-9._/-]+/y;
const MAX_NUMBER = 60;

export type Example = { readonly number: string; readonly series: string } | { readonly fault: string };

/** The first number a pattern makes, and which documents are counted together; or what is wrong with the pattern. As the API reads it. */
export function exampleOf(pattern: string, parts: NumberParts): Example {
  let number = "";
  let series = "";
  let sequences = 0;
  for (let at = 0; at < pattern.length; ) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(pattern);
    if (found === null) return { fault: `“${pattern.slice(at, at + 12)}” is neither a word in braces nor one of A–Z a–z 0–9 . _ / -` };
    const word = found[1];
    if (word?.startsWith("seq:")) sequences += 1;
    number += word === undefined ? found[0] : valueOf(word, parts);
    series += word === undefined ? found[0] : word.startsWith("seq:") ? "…" : valueOf(word, parts);
    at = PIECE.lastIndex;
  }
  if (sequences !== 1) return { fault: "It needs {seq:N} exactly once: the running number, with N digits." };
  if (number.length > MAX_NUMBER) return { fault: `It makes numbers of more than ${MAX_NUMBER} characters.` };
  return { number, series };
}

function valueOf(word: string, parts: NumberParts): string {
  if (word.startsWith("seq:")) return "1".padStart(Number(word.slice(4)), "0");
  return String(parts[word as keyof NumberParts]);
}
