import { configureStore } from "@reduxjs/toolkit";

import { api, type StoreExtra } from "@/api/api";

export function createStore(extra: StoreExtra) {
  return configureStore({
    reducer: { [api.reducerPath]: api.reducer },
    middleware: (defaults) => defaults({ thunk: { extraArgument: extra } }).concat(api.middleware),
  });
}
