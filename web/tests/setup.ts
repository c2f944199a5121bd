import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// jsdom has no shape of its own: pages are tested as on a desk.
window.matchMedia = (media) => Object.assign(new EventTarget(), { media, matches: media.includes("min-width"), onchange: null, addListener: () => undefined, removeListener: () => undefined });

configure({ asyncUtilTimeout: 15_000 });
afterEach(() => {
  cleanup();
  localStorage.clear();
});
