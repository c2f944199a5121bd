// A report with a photo goes from its author to a reviewer, back, is approved and exported, in a real browser. Prints one line of JSON with what was seen.
// node e2e/reports.mjs BASE_URL CHROMIUM DAY
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import { chromium } from "playwright-core";

import { ARGS, signIn } from "./browser.mjs";

const [base, executablePath, day] = process.argv.slice(2);
const PATIENCE = 120_000;
const PHOTO = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const seen = { errors: [] };

async function open(browser, email) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on("pageerror", (error) => seen.errors.push(error.message));
  await signIn(page, base, email);
  await page.getByRole("link", { name: "Reports", exact: true }).click();
  return page;
}

/** Orders an export of what the list shows, and answers whether the file is the one its page vouches for. */
async function exported(page, query) {
  await page.goto(`${base}/reports?${query}`);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByLabel(/^Format/).selectOption("json");
  await page.getByRole("button", { name: "Order it" }).click();
  const button = page.getByRole("button", { name: "Download", exact: true });
  await button.waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const sha256 = createHash("sha256").update(await readFile(await download.path())).digest("hex");
  return { same: (await page.getByTitle(sha256).count()) === 1, complete: (await page.getByText("Yes: every report that was selected is in it").count()) === 1 };
}

const stateOf = (page, word) => page.getByRole("heading", { level: 1 }).getByText(word, { exact: true });

const browser = await chromium.launch({ executablePath, args: ARGS });
try {
  const olga = await open(browser, "operator@demo.example");
  await olga.getByRole("button", { name: "New report" }).click();
  await olga.getByRole("dialog").getByLabel(/^Type/).selectOption("hse_observation");
  await olga.getByRole("dialog").getByLabel(/^Day/).fill(day);
  await olga.getByRole("button", { name: "Begin" }).click();
  await stateOf(olga, "Draft").waitFor();
  const address = olga.url();
  await olga.getByRole("button", { name: "Submit", exact: true }).click();
  await olga.getByRole("alert").getByText(/still in the way/).waitFor();
  seen.blocked = true;
  await olga.getByLabel(/^Location/).fill("Pipe deck");
  await olga.getByLabel(/^Observed/).selectOption({ index: 1 });
  await olga.getByLabel(/^Category/).selectOption({ index: 1 });
  await olga.getByLabel(/^Description/).fill("Sling left over a walkway.");
  await olga.getByLabel(/^Time/).fill(`${day}T10:00`);
  await olga.getByLabel("Choose photos for Photos").setInputFiles({ name: "sling.png", mimeType: "image/png", buffer: PHOTO });
  await olga.getByText(/^Stored/).waitFor();
  await olga.setViewportSize({ width: 390, height: 844 });
  seen.formFitsPhone = await olga.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  await olga.setViewportSize({ width: 1280, height: 860 });
  await olga.getByRole("button", { name: "Submit", exact: true }).click();
  await stateOf(olga, "Submitted").waitFor();

  const erik = await open(browser, "engineer@demo.example");
  await erik.goto(address);
  await erik.getByRole("list", { name: "Photos and files" }).getByRole("link", { name: "sling.png" }).waitFor();
  seen.photo = true;
  await erik.getByRole("button", { name: "Mark Location" }).click();
  await erik.getByLabel(/^What is wrong with Location/).fill("Which side?");
  await erik.getByRole("button", { name: "Mark", exact: true }).click();
  await erik.getByRole("button", { name: "Send back" }).click();
  await stateOf(erik, "Changes requested").waitFor();

  await olga.reload();
  await olga.getByText("Which side?").waitFor();
  await olga.getByLabel(/^Location/).fill("Pipe deck, port side");
  await olga.getByRole("button", { name: "Submit", exact: true }).click();
  await stateOf(olga, "Submitted").waitFor();

  await erik.reload();
  await erik.getByRole("button", { name: "Changes since revision 1" }).click();
  const changes = erik.getByRole("list", { name: "Changes of revision 2" });
  await changes.getByText("Pipe deck, port side").waitFor();
  seen.changes = await changes.getByRole("listitem").count();
  await erik.getByRole("button", { name: "Approve" }).click();
  await stateOf(erik, "Approved").waitFor();
  seen.approved = true;
  await olga.goto(`${base}/reports?type=hse_observation&state=approved&mine=true`);
  await olga.getByRole("list", { name: "Reports" }).getByRole("link").first().waitFor();
  seen.listed = true;
  seen.exported = await exported(erik, `type=hse_observation&dayFrom=${day}&dayTo=${day}`);
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
