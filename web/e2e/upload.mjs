// How long the page takes to hash and upload one file, in a real browser. Prints one line of JSON: seconds, from choosing the file to the
// answer that completes it, and of these the seconds of sending.
// node e2e/upload.mjs BASE_URL CHROMIUM FILE
import { chromium } from "playwright-core";

import { ARGS, PASSWORD } from "./browser.mjs";

const [base, executablePath, file] = process.argv.slice(2);
const PATIENCE = 600_000;

const browser = await chromium.launch({ executablePath, args: ARGS });
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(base);
  await page.getByLabel("E-mail").fill("engineer@demo.example");
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Documents" }).waitFor();
  const announced = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith("/api/v1/documents"));
  const completed = page.waitForResponse((answer) => answer.url().endsWith("/complete"));
  const chosen = performance.now();
  await page.locator("input[type=file]").first().setInputFiles(file);
  await announced;
  const sending = performance.now();
  const answer = await completed;
  const now = performance.now();
  if (!answer.ok()) throw new Error(`completing answered ${answer.status()}`);
  console.log(JSON.stringify({ seconds: (now - chosen) / 1000, sending: (now - sending) / 1000 }));
} finally {
  await browser.close();
}
