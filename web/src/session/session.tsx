import { createContext, use, useSyncExternalStore, type ReactNode } from "react";

import type { Me, Permission } from "@/api/types";

import type { SessionKeeper, SessionState } from "./keeper";

const KeeperContext = createContext<SessionKeeper | null>(null);

export function SessionProvider({ keeper, children }: { keeper: SessionKeeper; children: ReactNode }) {
  return <KeeperContext value={keeper}>{children}</KeeperContext>;
}

export function useSessionKeeper(): SessionKeeper {
  const keeper = use(KeeperContext);
  if (keeper === null) throw new Error("SessionProvider is missing");
  return keeper;
}

export function useSession(): SessionState {
  const keeper = useSessionKeeper();
  return useSyncExternalStore(keeper.subscribe, keeper.getState);
}

/** The person signed in; null while nobody is. */
export function useMe(): Me | null {
  const session = useSession();
  return session.status === "signed-in" ? session.user : null;
}

export function useMay(permission: Permission): boolean {
  return useMe()?.permissions.includes(permission) ?? false;
}
