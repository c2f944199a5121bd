import { fileURLToPath } from "node:url";

import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// `npm run dev` serves the page itself and hands the API to the local stack's host.
const API_TARGET = process.env.PETROCONNECT_API ?? "http://127.0.0.1:7071";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: {
    alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) },
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": { target: API_TARGET, changeOrigin: false } },
  },
  worker: { format: "es" },
  build: {
    // Safari 17.4 is the first with AbortSignal.any and everything else the page uses.
    target: ["es2022", "safari17.4"],
    modulePreload: { polyfill: false },
    // Nothing may become a data: URL: the content security policy of the page allows none for scripts and workers.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        manualChunks: (id) =>
          /node_modules\/(react|react-dom|scheduler|react-router|react-redux|@reduxjs|immer|reselect|redux|redux-thunk|use-sync-external-store|cookie)\//.test(id)
            ? "framework"
            : undefined,
      },
    },
  },
  test: {
    environment: "jsdom",
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/setup.ts"],
    // A loaded machine decides no test.
    testTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
