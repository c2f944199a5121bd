/** What the tabs of one browser tell each other about the session. Never a token. */
export type TabMessage = { readonly kind: "signed-in"; readonly userId: string } | { readonly kind: "signed-out" };

export interface Tabs {
  tell(message: TabMessage): void;
  listen(hear: (message: TabMessage) => void): () => void;
}

function isTabMessage(value: unknown): value is TabMessage {
  return typeof value === "object" && value !== null && "kind" in value && (value.kind === "signed-in" || value.kind === "signed-out");
}

export function browserTabs(): Tabs {
  const channel = new BroadcastChannel("petroconnect-session");
  return {
    tell: (message) => channel.postMessage(message),
    listen: (hear) => {
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        if (isTabMessage(data)) hear(data);
      };
      channel.addEventListener("message", onMessage);
      return () => channel.removeEventListener("message", onMessage);
    },
  };
}

/** Runs `work` while no other tab does; at once where the browser has no locks. */
export async function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  // Typed as always there, but missing on an insecure origin.
  const locks = navigator.locks as LockManager | undefined;
  return locks ? await locks.request("petroconnect-session", async () => await work()) : await work();
}
