import { useCallback, useEffect, useState, type ComponentType } from "react";
import { useDispatch } from "react-redux";
import { BrowserRouter, Navigate, Route, Routes, useLocation, useNavigate } from "react-router";

import { api } from "@/api/api";
import type { Http, Send } from "@/api/http";
import type { Document, Me } from "@/api/types";
import { ProblemNote } from "@/components/ProblemNote";
import { Logo } from "@/components/icons";
import { ToastProvider, useToast } from "@/components/Toasts";
import { AccountPage } from "@/features/account/AccountPage";
import { FiguresPage } from "@/features/analytics/FiguresPage";
import { ImportPage } from "@/features/bulk/ImportPage";
import { OperationPage } from "@/features/bulk/OperationPage";
import { OperationsPage } from "@/features/bulk/OperationsPage";
import { DocumentPage } from "@/features/documents/document/DocumentPage";
import { DueReportsPage } from "@/features/due-reports/DueReportsPage";
import { ExportPage } from "@/features/exports/ExportPage";
import { ExportsPage } from "@/features/exports/ExportsPage";
import { SchedulesPage } from "@/features/exports/SchedulesPage";
import { MonthsPage } from "@/features/months/MonthsPage";
import { reportUploads } from "@/features/reports/files/backend";
import { ReportPage } from "@/features/reports/report/ReportPage";
import { SharedPage } from "@/features/shared/SharedPage";
import { ForgottenPage } from "@/features/sign-in/ForgottenPage";
import { InvitationPage } from "@/features/sign-in/InvitationPage";
import { ResetPage } from "@/features/sign-in/ResetPage";
import { SignInPage } from "@/features/sign-in/SignInPage";
import { wordsOfCode } from "@/features/sign-in/words";
import { WaitingPage } from "@/features/documents/waiting/WaitingPage";
import { RevisionButton } from "@/features/uploads/RevisionButton";
import { GuestPage } from "@/features/uploads/guests/GuestPage";
import { UploadButton } from "@/features/uploads/UploadButton";
import { UploadPanel } from "@/features/uploads/UploadPanel";
import { UploadsProvider } from "@/features/uploads/uploads";
import { UsersPage } from "@/features/users/UsersPage";
import { WellsPage } from "@/features/wells/WellsPage";
import { useMay, useSession, useSessionKeeper } from "@/session/session";
import { useUploadQueue } from "@/uploads/queue";

import { Library } from "./Library";
import { Reports } from "./Reports";
import { groupsFor } from "./settings";
import { SettingsPage } from "./SettingsPage";
import { Shell } from "./Shell";

interface Props {
  readonly http: Http;
  /** For pages of people who are not signed in. */
  readonly send: Send;
}

export function App({ http, send }: Props) {
  return (
    <BrowserRouter>
      <Routes>
        <Route path="/invitation" element={<FromLetter Page={InvitationPage} send={send} />} />
        <Route path="/reset-password" element={<FromLetter Page={ResetPage} send={send} />} />
        <Route path="/forgotten-password" element={<ForgottenPage send={send} />} />
        <Route path="/shared" element={<SharedPage send={send} />} />
        <Route path="/upload" element={<GuestPage send={send} />} />
        <Route path="*" element={<Inside http={http} send={send} />} />
      </Routes>
    </BrowserRouter>
  );
}

interface LetterPageProps {
  readonly send: Send;
  readonly onDone: () => void;
}

/** A page behind the link of a letter. Replaced when it is done, so that going back does not lead to a used link. */
function FromLetter({ Page, send }: { Page: ComponentType<LetterPageProps>; send: Send }) {
  const navigate = useNavigate();
  return <Page send={send} onDone={() => void navigate("/", { replace: true })} />;
}

function Inside({ http, send }: Props) {
  const keeper = useSessionKeeper();
  const session = useSession();
  if (session.status === "starting") {
    return (
      <div role="status" aria-label="Loading" className="flex min-h-dvh items-center justify-center">
        <Logo className="size-12 animate-pulse" />
      </div>
    );
  }
  if (session.status === "unreachable") {
    return (
      <main className="mx-auto flex min-h-dvh max-w-lg items-center p-4">
        <ProblemNote problem={session.problem} onRetry={() => void keeper.start()} />
      </main>
    );
  }
  if (session.status === "signed-out") return <SignInPage send={send} reason={session.reason} />;
  return <SignedIn key={session.user.id} user={session.user} http={http} />;
}

function SignedIn({ user, http }: { user: Me; http: Http }) {
  const dispatch = useDispatch();
  const mayReadUsers = useMay("users:read");
  const mayReadReports = useMay("reports:read");
  const mayReadSites = useMay("sites:read");
  const mayExport = useMay("exports:request");
  const maySchedule = useMay("exports:schedule");
  const [uploadsOf] = useState(() => reportUploads(http));
  const maySet = groupsFor(user).length > 0;
  const listAgain = useCallback(() => void dispatch(api.util.invalidateTags(["Documents"])), [dispatch]);
  return (
    <ToastProvider>
      <UploadsProvider http={http} userId={user.id} onDocument={listAgain}>
        <Shell user={user}>
          <Routes>
            <Route path="/documents" element={<Library key="documents" trashed={false} />} />
            <Route path="/documents/:documentId/*" element={<OneDocument />} />
            <Route path="/waiting" element={<WaitingPage />} />
            <Route path="/trash" element={<Library key="trash" trashed />} />
            <Route path="/bulk" element={<OperationsPage />} />
            <Route path="/bulk/import" element={<Import />} />
            <Route path="/bulk/:operationId" element={<OperationPage />} />
            {mayReadReports && <Route path="/due-reports" element={<DueReportsPage />} />}
            {mayReadReports && <Route path="/figures" element={<FiguresPage />} />}
            {mayReadReports && <Route path="/months" element={<MonthsPage />} />}
            {mayReadSites && <Route path="/wells" element={<WellsPage />} />}
            {mayReadReports && <Route path="/reports" element={<Reports />} />}
            {mayReadReports && <Route path="/reports/:reportId" element={<ReportPage uploadsOf={uploadsOf} />} />}
            {mayExport && <Route path="/exports" element={<ExportsPage />} />}
            {mayExport && <Route path="/exports/:exportId" element={<ExportPage />} />}
            {maySchedule && <Route path="/exports/schedules" element={<SchedulesPage />} />}
            {mayReadUsers && <Route path="/users" element={<UsersPage />} />}
            {maySet && <Route path="/settings/*" element={<SettingsPage user={user} />} />}
            <Route path="/sign-in" element={<CameBack />} />
            <Route path="/account" element={<AccountPage user={user} />} />
            <Route path="*" element={<Navigate to="/documents" replace />} />
          </Routes>
        </Shell>
        <UploadPanel />
      </UploadsProvider>
    </ToastProvider>
  );
}

/** Back from Microsoft, still signed in: what was tried there was for this account. */
function CameBack() {
  const code = new URLSearchParams(useLocation().search).get("error");
  const say = useToast();
  useEffect(() => {
    if (code !== null) say(wordsOfCode(code));
  }, [code, say]);
  return <Navigate to={code === null ? "/" : "/account"} replace />;
}

function Import() {
  const queue = useUploadQueue();
  const settle = useCallback((document: Document) => queue.settle(document), [queue]);
  return useMay("documents:write") ? <ImportPage uploadButton={<UploadButton />} onSeen={settle} /> : <Navigate to="/bulk" replace />;
}

function OneDocument() {
  const queue = useUploadQueue();
  const settle = useCallback((document: Document) => queue.settle(document), [queue]);
  return <DocumentPage furtherRevision={(id, label) => <RevisionButton documentId={id} label={label} />} onSeen={settle} />;
}
