const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID as shared/kit/ids.py makes them: 48 bits of milliseconds, 80 bits of chance, in the order of time. */
export function newId(now = Date.now()): string {
  let text = "";
  for (let left = now, digit = 0; digit < 10; digit += 1) {
    text = (LETTERS[left % 32] ?? "") + text;
    left = Math.floor(left / 32);
  }
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) text += LETTERS[byte % 32] ?? "";
  return text;
}
