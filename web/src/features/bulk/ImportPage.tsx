import { useState, type ReactNode } from "react";
import { useNavigate, useSearchParams } from "react-router";

import type { Problem } from "@/api/problem";
import type { BulkPreview, ListedDocument } from "@/api/types";
import { BackLink } from "@/components/BackLink";
import { Button } from "@/components/Button";
import { SelectField } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { DocumentChooser } from "@/components/DocumentChooser";
import { ProblemNote } from "@/components/ProblemNote";
import { Section } from "@/components/Section";
import { Skeleton } from "@/components/Skeleton";
import { useAttempt } from "@/components/useAttempt";

import { faultOf, mappingOf, suggested, type KeyKind, type Reading } from "./mapping";
import { MappingTable } from "./MappingTable";
import { useBeginImportMutation, usePreviewImportQuery } from "./requests";

const ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

interface Props {
  readonly uploadButton: ReactNode;
  /** Hears of every state a document is seen in. */
  readonly onSeen: (document: ListedDocument) => void;
}

/** Three steps: the table, what its columns say, and the trial with its results, which has a page of its own. */
export function ImportPage({ uploadButton, onSeen }: Props) {
  const [params, setParams] = useSearchParams();
  const documentId = params.get("document") ?? "";
  const chosen = ID.test(documentId);
  return (
    <section aria-labelledby="page-title" className="mx-auto max-w-4xl">
      <BackLink to="/bulk">Bulk operations</BackLink>
      <h1 id="page-title" className="text-2xl font-semibold tracking-tight">
        Import from CSV
      </h1>
      <ol aria-label="Steps" className="mt-2 mb-5 flex flex-wrap gap-x-6 gap-y-1 text-sm text-quiet">
        {["Choose the table", "Say what its columns mean", "Try it, then carry it out"].map((step, index) => (
          <li key={step} aria-current={index === (chosen ? 1 : 0) ? "step" : undefined} className="aria-[current=step]:font-semibold aria-[current=step]:text-ink">
            {index + 1}. {step}
          </li>
        ))}
      </ol>
      {chosen ? <Columns documentId={documentId} onOther={() => setParams({})} /> : <ChooseTable uploadButton={uploadButton} onSeen={onSeen} onChoose={({ id }) => setParams({ document: id })} />}
    </section>
  );
}

function ChooseTable({ uploadButton, onSeen, onChoose }: Props & { onChoose: (document: ListedDocument) => void }) {
  return (
    <Section title="Choose the table" lead="A document whose file is a table of text: columns separated by commas, semicolons, tabs or bars, with a line of names first. Upload it here if it is not among the documents yet; it is offered once it is ready.">
      <div className="mb-4">{uploadButton}</div>
      <DocumentChooser
        onSeen={onSeen}
        actionsFor={(document) => (
          <Button disabled={document.current === null} onClick={() => onChoose(document)}>
            Choose <span className="sr-only">{document.title}</span>
          </Button>
        )}
      />
    </Section>
  );
}

function Columns({ documentId, onOther }: { documentId: string; onOther: () => void }) {
  const { currentData: preview, error, refetch } = usePreviewImportQuery(documentId);
  return (
    <Section title="What the columns mean" lead="Each line changes one document. Columns that mean nothing are left out.">
      {error !== undefined && <ProblemNote problem={error as Problem} onRetry={() => void refetch()} />}
      {preview === undefined && error === undefined && <Skeleton label="Reading the table" />}
      {preview !== undefined && <Mapping key={documentId} documentId={documentId} preview={preview} />}
      <Button look="quiet" className="mt-3" onClick={onOther}>
        Choose another table
      </Button>
    </Section>
  );
}

function Mapping({ documentId, preview }: { documentId: string; preview: BulkPreview }) {
  const [reading, setReading] = useState<Reading>(() => suggested(preview));
  const [begin] = useBeginImportMutation();
  const attempt = useAttempt();
  const navigate = useNavigate();
  const fault = faultOf(reading);
  const set = (values: Partial<Reading>) => setReading((before) => ({ ...before, ...values }));
  const tryIt = () =>
    void attempt.run(async () => {
      const operation = await begin({ documentId, revision: preview.revision, key: reading.key, mapping: mappingOf(reading), blank: reading.blank, dryRun: true }).unwrap();
      void navigate(`/bulk/${operation.id}`);
    });
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField label="Which document a line is about" value={reading.key.column} onChange={({ target }) => set({ key: { ...reading.key, column: target.value } })}>
          {preview.columns.map((column) => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
        </SelectField>
        <SelectField label="It holds its" value={reading.key.is} onChange={({ target }) => set({ key: { ...reading.key, is: target.value as KeyKind } })}>
          <option value="number">Number</option>
          <option value="id">Id</option>
        </SelectField>
        <SelectField label="An empty cell" value={reading.blank} onChange={({ target }) => set({ blank: target.value as Reading["blank"] })}>
          <option value="keep">changes nothing</option>
          <option value="clear">takes the value away</option>
        </SelectField>
      </div>
      <MappingTable preview={preview} reading={reading} onTargets={(targets) => set({ targets })} />
      <FormProblem problem={attempt.problem} fields={[]} />
      {fault !== null && <p className="text-sm text-quiet">{fault}</p>}
      <Button look="primary" disabled={fault !== null || attempt.busy} onClick={tryIt}>
        {attempt.busy ? "Beginning…" : "Try it"}
      </Button>
    </div>
  );
}
