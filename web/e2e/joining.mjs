// Somebody is invited, joins through the letter, sets up a second factor and signs in with it.
import { codeOf, nextCodeOf, PASSWORD, signIn, signOut } from "./browser.mjs";

const WAIT_MS = 60_000;
const LINK = /\S+\/invitation#\S+/;

async function linkTo(mailUrl, address) {
  const end = Date.now() + WAIT_MS;
  while (Date.now() < end) {
    const letters = await (await fetch(`${mailUrl}/letters`)).json();
    const link = letters.find((letter) => letter.to.includes(address))?.text.match(LINK)?.[0];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no letter to ${address}`);
}

async function invite(page, base, address) {
  await signIn(page, base, "admin@demo.example");
  await page.getByRole("link", { name: "People" }).click();
  await page.getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite somebody" });
  await dialog.getByLabel("Name").fill("Nora Newcomer");
  await dialog.getByLabel("E-mail").fill(address);
  await dialog.getByLabel("Chosen sites").check();
  await dialog.getByLabel("Nordvind A").check();
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByRole("listitem").filter({ hasText: address }).getByText("Invited").waitFor();
  await signOut(page);
}

async function setUpSecondFactor(page) {
  await page.getByText("Account", { exact: true }).click({ force: true });
  await page.getByRole("link", { name: "Your account" }).click();
  await page.getByText("Nordvind A").waitFor();
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: "Go on" }).click();
  const secret = await page.getByLabel("Secret", { exact: true }).innerText();
  await page.getByLabel(/^Code/).fill(codeOf(secret, Date.now()));
  await page.getByRole("button", { name: "Confirm" }).click();
  const list = page.getByRole("list", { name: "Recovery codes" });
  await list.waitFor();
  const codes = await list.getByRole("listitem").count();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await page.getByText("10 recovery codes left").waitFor();
  return { secret, codes };
}

/** What was seen: whether the newcomer got in at each step. */
export async function join(page, base, mailUrl) {
  const address = "newcomer@demo.example";
  await invite(page, base, address);
  await page.goto(await linkTo(mailUrl, address));
  await page.getByRole("heading", { name: "Welcome to Demo Energy" }).waitFor();
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("heading", { name: "Documents" }).waitFor();
  const { secret, codes } = await setUpSecondFactor(page);
  await signOut(page);
  await signIn(page, base, address);
  await page.getByLabel(/^Code/).fill(nextCodeOf(secret));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Documents" }).waitFor();
  await signOut(page);
  return { joined: true, recoveryCodes: codes };
}
