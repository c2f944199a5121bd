import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";

import { ToastProvider } from "@/components/Toasts";
import { Letters } from "@/features/account/Letters";

import { aKeeper, anApi, answered, aProblem, aSession, show } from "./people";

const ALL = { reviewRequests: true, reviewReminders: true, reviewResults: true, acknowledgements: true, reports: true, exports: true };

function page(answers: Parameters<typeof anApi>[0]) {
  const api = anApi({ get_own_letters: answered({ ...ALL, etag: '"1"' }), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession());
  const person = show(
    <ToastProvider>
      <Letters />
    </ToastProvider>,
    { ...api, keeper },
  );
  return { ...api, person };
}

it("keeps what somebody does not want", async () => {
  const { person, asked, bodies } = page({ replace_own_letters: answered({ ...ALL, acknowledgements: false, etag: '"2"' }) });
  const weekly = await screen.findByRole("checkbox", { name: /What you have to read/ });
  expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
  await person.click(weekly);
  await person.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(/It holds from the next letter on/)).toBeVisible();
  expect(bodies("replace_own_letters")).toEqual([{ ...ALL, acknowledgements: false }]);
  expect(asked.find(({ operation }) => operation === "replace_own_letters")?.headers).toEqual({ "If-Match": '"1"' });
});

it("shows what is stored when somebody else changed it meanwhile", async () => {
  const stored = answered({ ...ALL, reports: false, etag: '"2"' });
  const { person } = page({ get_own_letters: [answered({ ...ALL, etag: '"1"' }), stored], replace_own_letters: aProblem("stale_version", 412) });
  await person.click(await screen.findByRole("checkbox", { name: /Scheduled exports/ }));
  await person.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(/choose again/)).toBeVisible();
  await waitFor(() => expect(screen.getByRole("checkbox", { name: /Field reports/ })).not.toBeChecked());
  expect(screen.getByRole("checkbox", { name: /Scheduled exports/ })).toBeChecked();
});
