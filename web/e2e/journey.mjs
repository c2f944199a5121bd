// The journey of a demo user through the page, in a real browser. Prints one line of JSON with what was seen.
// node e2e/journey.mjs BASE_URL MAIL_URL CHROMIUM FOLDER LARGE_FILE SMALL_FILE FAKE_FILE
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename, join } from "node:path";

import { chromium } from "playwright-core";

import { ARGS, signIn, signOut } from "./browser.mjs";
import { revise } from "./document.mjs";
import { join as joinAsNewcomer } from "./joining.mjs";

const [base, mailUrl, executablePath, folder, large, small, fake] = process.argv.slice(2);
const PATIENCE = 120_000;

async function sha256(path) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

async function enter(page, email) {
  await signIn(page, base, email);
  await page.getByRole("heading", { name: "Documents" }).waitFor();
}

function rowOf(page, path) {
  return page.getByRole("table", { name: "Documents" }).getByRole("row").filter({ hasText: basename(path) }).first();
}

async function download(page, path) {
  const [got] = await Promise.all([page.waitForEvent("download"), rowOf(page, path).getByRole("button", { name: /^Download/ }).click()]);
  const target = join(folder, `got-${basename(path)}`);
  await got.saveAs(target);
  return { name: got.suggestedFilename(), same: (await sha256(target)) === (await sha256(path)) };
}

const browser = await chromium.launch({ executablePath, args: ARGS });
const seen = { errors: [] };
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) seen.errors.push(message.text());
  });

  await enter(page, "engineer@demo.example");
  await page.locator("input[type=file]").first().setInputFiles([large, small, fake]);
  await page.getByRole("button", { name: `Pause ${basename(large)}` }).click();
  await page.getByText(/^Paused at/).waitFor();
  await page.getByRole("button", { name: `Resume ${basename(large)}` }).click();
  await rowOf(page, small).getByText("Ready", { exact: true }).filter({ visible: true }).waitFor();
  await rowOf(page, large).getByText("Ready", { exact: true }).filter({ visible: true }).waitFor();
  await rowOf(page, fake).getByText("Rejected", { exact: true }).filter({ visible: true }).waitFor();
  seen.rejection = await rowOf(page, fake).getByText(/program/).innerText();
  seen.downloads = [await download(page, large), await download(page, small)];
  await page.screenshot({ path: join(folder, "documents.png") });

  await rowOf(page, fake).getByRole("button", { name: /to the trash/ }).click();
  await page.getByRole("button", { name: "Move to trash" }).click();
  await rowOf(page, fake).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Trash" }).click();
  await rowOf(page, fake).getByRole("button", { name: /^Restore/ }).click();
  await rowOf(page, fake).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Documents", exact: true }).click();
  await rowOf(page, fake).waitFor();
  seen.restored = true;
  seen.document = await revise(page, basename(large), small);

  await page.reload();
  await page.getByRole("heading", { name: "Documents" }).waitFor();
  seen.stillSignedIn = true;
  await page.setViewportSize({ width: 375, height: 760 });
  seen.fitsPhone = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  await signOut(page);
  await page.reload();
  await page.getByLabel("E-mail").waitFor();
  seen.signedOut = true;

  await page.setViewportSize({ width: 1280, height: 800 });
  await enter(page, "viewer@demo.example");
  await rowOf(page, small).waitFor();
  seen.viewerMayUpload = (await page.getByRole("button", { name: "Upload" }).count()) > 0;
  seen.viewerMayTrash = (await page.getByRole("button", { name: /to the trash/ }).count()) > 0;
  await signOut(page);

  seen.newcomer = await joinAsNewcomer(page, base, mailUrl);
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
