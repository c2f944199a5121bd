import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";

import type { OperationId } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { OperationPage } from "@/features/bulk/OperationPage";
import { TypePage } from "@/features/document-types/TypePage";
import { ExportPage } from "@/features/exports/ExportPage";
import { HoldPage } from "@/features/holds/HoldPage";
import { ReportPage } from "@/features/reports/report/ReportPage";
import { RunPage } from "@/features/retention/RunPage";

import { aKeeper, anApi, ANN, aProblem, aSession, answered, show } from "./people";

function unused(): never {
  throw new Error("there is no report");
}

const PAGES: readonly [what: string, param: string, page: ReactNode, reads: OperationId][] = [
  ["report", "reportId", <ReportPage key="report" uploadsOf={unused} />, "get_report"],
  ["export", "exportId", <ExportPage key="ExportPage" />, "get_export"],
  ["operation", "operationId", <OperationPage key="OperationPage" />, "get_bulk_operation"],
  ["case", "holdId", <HoldPage key="HoldPage" />, "get_hold"],
  ["run", "runId", <RunPage key="RunPage" />, "get_retention_run"],
  ["document type", "typeId", <TypePage key="TypePage" />, "get_document_type"],
];

function open(param: string, page: ReactNode, reads: OperationId, answer: ReturnType<typeof aProblem>) {
  const api = anApi({ [reads]: answer, list_sites: answered({ items: [], nextCursor: null }) });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(ANN));
  show(
    <ToastProvider>
      <Routes>
        <Route path={`/some/:${param}`} element={page} />
      </Routes>
    </ToastProvider>,
    { ...api, keeper, path: "/some/broken-address" },
  );
}

it.each(PAGES)("says plainly that a %s is not here, whatever the address is", async (what, param, page, reads) => {
  open(param, page, reads, aProblem("http_404", 404, { title: "The service did not answer as expected" }));
  expect(await screen.findByText(`This ${what} is not here`)).toBeVisible();
  expect(screen.queryByText(/http_404|as expected/)).toBeNull();
  expect(screen.getByRole("link", { name: /^(Reports|Exports|Bulk operations|Legal holds|Retention|Document types)$/ })).toBeVisible();
});

it.each(PAGES)("offers to try again where a %s could not be read", async (_, param, page, reads) => {
  open(param, page, reads, aProblem("unavailable", 503));
  expect(await screen.findByRole("button", { name: "Try again" })).toBeVisible();
});
