// The page of one document: a further revision, properties, what the search reads, back to an earlier revision.
const ROW = (page, title) => page.getByRole("main").getByRole("link", { name: title, exact: true }).first();

/** What was seen of the document with this title when the file at `path` became its second revision. */
export async function revise(page, title, path) {
  await ROW(page, title).click();
  await page.getByRole("heading", { name: title, exact: true }).waitFor();
  await page.locator("input[type=file]").first().setInputFiles(path);
  await page.getByText(/^Revision 2 ·/).waitFor();
  await page.getByText("In force", { exact: true }).waitFor();
  await page.getByRole("complementary", { name: "Uploads" }).getByRole("button", { name: "Clear" }).click();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("textbox", { name: "Title" }).fill(`${title}, revised`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("heading", { name: `${title}, revised` }).waitFor();
  await page.getByRole("link", { name: "Revisions" }).click();
  await page.getByRole("link", { name: "Look at revision 1" }).click();
  await page.getByText("Revision 2 is in force; you are looking at 1.").waitFor();
  await page.getByRole("button", { name: "Download revision 1" }).waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  const fitsPhone = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("link", { name: "Documents" }).last().click();
  return { revised: true, fitsPhone };
}
