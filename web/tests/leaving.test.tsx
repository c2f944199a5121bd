import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";

import type { Archive, Me, NewUploadLink, UploadLink } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { ArchivesPage } from "@/features/archives/ArchivesPage";
import { draftOf } from "@/features/upload-links/draft";
import { UploadLinksPage } from "@/features/upload-links/UploadLinksPage";

import { openDialogs } from "./dialogs";
import { aKeeper, anApi, ANN, answered, aProblem, aSession, show } from "./people";

openDialogs();

const ARCHIVE: Archive = { id: "01HZZZZZZZZZZZZZZZZZZZZZ61", state: "finished", percent: 100, done: 7, total: 7, parts: 2, sizeBytes: 2000, fileBytes: 1500, writing: 0, counts: {}, dataAsOf: "2026-01-01T00:00:00Z", failure: null, failedAt: "", expiresAt: "2099-01-01T00:00:00Z", createdAt: "2026-01-01T00:00:00Z", createdBy: "U1", finishedAt: "2026-01-01T00:00:00Z" };
const LINK: UploadLink = { id: "01HZZZZZZZZZZZZZZZZZZZZZ71", state: "active", note: "Valves & Co.", message: "", siteId: null, typeId: null, discipline: null, tags: [], fields: {}, titleRule: "{file}", expiresAt: "2099-01-01T00:00:00Z", maxFiles: 20, maxBytes: 1_000_000_000, files: 3, bytes: 5_000_000, lastUsedAt: null, hasPassword: false, createdAt: "2026-01-01T00:00:00Z", createdBy: "U1", revokedAt: null };
const NEW_LINK: NewUploadLink = { ...LINK, token: "t", url: "https://petroconnect.example/send#the-secret" };
const ADMIN: Me = { ...ANN, permissions: ["documents:read", "documents:write", "archives:write"] };
const listed = (...items: object[]) => answered({ items, nextCursor: null });

function page(children: React.JSX.Element, answers: Parameters<typeof anApi>[0]) {
  const api = anApi({ list_sites: listed(), list_document_types: listed(), get_disciplines: answered({ disciplines: [], etag: "v1" }), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(ADMIN));
  return { ...api, person: show(<ToastProvider>{children}</ToastProvider>, { ...api, keeper }) };
}

it("makes an archive for somebody who proves once more who they are", async () => {
  const { person, bodies } = page(<ArchivesPage />, { list_archives: [listed(), listed(), listed({ ...ARCHIVE, state: "running", percent: 40 }), listed(ARCHIVE)], create_archive: [aProblem("proof_wrong", 422), answered(ARCHIVE)] });
  await screen.findByText("No archives yet");
  await person.click(screen.getByRole("button", { name: "Make an archive" }));
  await person.type(screen.getByLabelText("Your password"), "wrong");
  await person.click(screen.getByRole("button", { name: "Make it" }));
  await screen.findByText("This is not right.");
  await person.click(screen.getByRole("button", { name: "Use a code" }));
  await person.type(screen.getByLabelText(/^Code/), "123 456");
  await person.click(screen.getByRole("button", { name: "Make it" }));
  expect(await screen.findByText("Being written")).toBeVisible();
  expect(screen.getByRole("button", { name: "Make an archive" })).toBeDisabled();
  expect(await screen.findByText("Finished")).toBeVisible();
  expect(bodies("create_archive")).toEqual([{ password: "wrong" }, { code: "123456" }]);
});

it("offers the manifest and every part of an archive that can be had, and says why one failed", async () => {
  page(<ArchivesPage />, { list_archives: listed(ARCHIVE, { ...ARCHIVE, id: "2", state: "failed", failure: "file_changed", failedAt: "D1:2", expiresAt: null }) });
  const [whole, failed] = within(await screen.findByRole("list", { name: "Archives" })).getAllByRole("listitem").filter((item) => item.textContent.startsWith("Archive of"));
  expect(within(whole ?? document.body).getAllByRole("button").map((button) => button.textContent)).toEqual(["Manifest", "Part 1", "Part 2"]);
  expect(failed).toHaveTextContent("It failed: file_changed (D1:2)");
  expect(within(failed ?? document.body).queryByRole("button")).toBeNull();
});

it("asks for a link as the form says, a little shorter than the longest", () => {
  const texts = { note: " Valves & Co. ", message: "", days: "7", maxFiles: "20", maxGigabytes: "1.5", password: "", siteId: "", typeId: "", discipline: "DR", titleRule: " " };
  expect(draftOf(texts, ["handover"], new Date("2026-01-01T00:00:00Z"))).toEqual({
    note: "Valves & Co.",
    message: "",
    expiresAt: "2026-01-07T23:00:00.000Z",
    maxFiles: 20,
    maxBytes: 1_500_000_000,
    password: null,
    siteId: null,
    typeId: null,
    discipline: "DR",
    tags: ["handover"],
    fields: null,
    titleRule: "{file}",
  });
});

it("shows the address of a new upload link once", async () => {
  const { person } = page(<UploadLinksPage />, { list_upload_links: [listed(), listed(LINK)], create_upload_link: answered(NEW_LINK) });
  await person.click(await screen.findByRole("button", { name: "Make a link" }));
  await person.click(screen.getByRole("button", { name: "Make the link" }));
  expect(await screen.findByLabelText("Link")).toHaveTextContent("#the-secret");
  await person.click(screen.getByRole("button", { name: "I have kept it" }));
  expect(await screen.findByRole("list", { name: "Upload links" })).toHaveTextContent("3 of 20 files · 5.0 MB of 1.0 GB · without a password · to no site");
  expect(document.body).not.toHaveTextContent("#the-secret");
});

it("revokes an upload link after asking, and says what was refused at its field", async () => {
  const refused = aProblem("invalid", 422, { errors: [{ field: "password", code: "missing", message: "The organisation asks for a password." }] });
  const { person, asked } = page(<UploadLinksPage />, { list_upload_links: [listed(LINK), listed({ ...LINK, state: "revoked" })], delete_upload_link: answered(undefined), create_upload_link: refused });
  await person.click(await screen.findByRole("button", { name: "Revoke Valves & Co." }));
  await person.click(screen.getByRole("button", { name: "Revoke" }));
  expect(await screen.findByText("Revoked")).toBeVisible();
  expect(asked.find(({ operation }) => operation === "delete_upload_link")?.path).toEqual({ upload_link_id: LINK.id });
  await person.click(screen.getByRole("button", { name: "Make a link" }));
  await person.click(screen.getByRole("button", { name: "Make the link" }));
  expect(await screen.findByText("The organisation asks for a password.")).toBeVisible();
});
