import { setupListeners } from "@reduxjs/toolkit/query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Provider } from "react-redux";

import { createHttp, createSend } from "./api/http";
import { App } from "./app/App";
import { createStore } from "./app/store";
import { startTheme } from "./app/theme";
import { env } from "./config/env";
import { SessionKeeper } from "./session/keeper";
import { SessionProvider } from "./session/session";
import { browserTabs, oneTabAtATime } from "./session/tabs";
import "./styles/index.css";

const send = createSend(env.apiBaseUrl, (input, init) => fetch(input, init));
const keeper = new SessionKeeper({
  send,
  tabs: browserTabs(),
  exclusively: oneTabAtATime,
  goTo: (url) => window.location.assign(url),
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
const http = createHttp(send, keeper);
const store = createStore({ http });
// Polls rest while nobody sees the page; what may be old is asked for again when somebody does.
setupListeners(store.dispatch);

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") void keeper.wake();
});
// What one person saw, the next one at the same page must not.
let userId: string | null = null;
keeper.subscribe(() => {
  const state = keeper.getState();
  const current = state.status === "signed-in" ? state.user.id : null;
  if (current !== userId) {
    userId = current;
    store.dispatch({ type: "api/resetApiState" });
  }
});
void keeper.start();
startTheme();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Provider store={store}>
      <SessionProvider keeper={keeper}>
        <App http={http} send={send} />
      </SessionProvider>
    </Provider>
  </StrictMode>,
);
