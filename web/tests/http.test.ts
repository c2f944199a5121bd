import { expect, test, vi } from "vitest";

import { createSend } from "../src/api/http";

test.each(["", "https://api.petroconnect.example"])("requests to '%s' take the session cookie along", async (base) => {
  const fetcher = vi.fn<typeof fetch>().mockResolvedValue(new Response(null, { status: 204 }));
  const answer = await createSend(base, fetcher)({ operation: "sign_out" }, null);
  expect(answer).toEqual({ ok: true, body: undefined });
  const [address, init] = fetcher.mock.calls[0] ?? [];
  expect(address).toBe(`${base}/api/v1/auth/sign-out`);
  expect(init?.credentials).toBe("include");
});
