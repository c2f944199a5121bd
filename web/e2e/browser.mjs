// What the journeys of this folder share.
import { createHmac } from "node:crypto";

export const PASSWORD = "seven pumps nod slowly";
export const ARGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const STEP_MS = 30_000;

/** The code an authenticator app shows at this moment (RFC 6238: SHA-1, six digits, 30 s). */
export function codeOf(secret, at) {
  const bits = [...secret.replace(/\s/g, "")].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / STEP_MS)));
  const mac = createHmac("sha1", key).update(step).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** The code after the one of this moment, which is taken as well: each is good once. */
export function nextCodeOf(secret) {
  return codeOf(secret, Date.now() + STEP_MS);
}

export async function signIn(page, base, email) {
  await page.goto(base);
  await page.getByLabel("E-mail").waitFor();
  // With the keyboard alone.
  await page.keyboard.press("Tab");
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
}

export async function signOut(page) {
  await page.getByText("Account", { exact: true }).click({ force: true });
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("E-mail").waitFor();
}
