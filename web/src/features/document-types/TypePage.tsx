import { useState } from "react";
import { useNavigate, useParams } from "react-router";

import { useReadDocumentTypeQuery } from "@/api/documentTypes";
import type { DocumentType } from "@/api/types";
import { Awaited } from "@/components/Awaited";
import { BackLink } from "@/components/BackLink";
import { Badge } from "@/components/Badge";
import { Section } from "@/components/Section";
import { useToast } from "@/components/Toasts";
import { useMay } from "@/session/session";

import { Migration } from "./Migration";
import { Retirement } from "./Retirement";
import { TypeForm } from "./TypeForm";
import { Versions } from "./Versions";

const LIST = "/settings/document-types";

export function NewTypePage() {
  const navigate = useNavigate();
  const say = useToast();
  const created = (type: DocumentType) => {
    say(`${type.name} was added.`);
    void navigate(`${LIST}/${type.id}`, { replace: true });
  };
  return (
    <>
      <BackLink to={LIST}>Document types</BackLink>
      <h2 className="mb-4 text-xl font-semibold tracking-tight">Add a document type</h2>
      <TypeForm type={null} onSaved={created} />
    </>
  );
}

export function TypePage() {
  const { typeId = "" } = useParams();
  const query = useReadDocumentTypeQuery(typeId);
  const { currentData, refetch } = query;
  return (
    <>
      <BackLink to={LIST}>Document types</BackLink>
      <Awaited query={query} what="document type" gone="There is no such type, or the address is not whole." />
      {currentData !== undefined && <Loaded key={currentData.id} first={currentData} readAgain={() => refetch().unwrap()} />}
    </>
  );
}

/** What the form began with stays until it was saved or is asked for anew: what somebody is typing must not change under their hands. */
function Loaded({ first, readAgain }: { first: DocumentType; readAgain: () => Promise<DocumentType> }) {
  const [type, setType] = useState(first);
  const [seen, setSeen] = useState(0);
  const mayWrite = useMay("document-types:write");
  const mayWriteDocuments = useMay("documents:write");
  const say = useToast();
  const show = (current: DocumentType) => {
    setType(current);
    setSeen((before) => before + 1);
  };
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h2 className="min-w-0 text-xl font-semibold tracking-tight break-words">{type.name}</h2>
        {type.status === "retired" && <Badge mood="warn">Retired</Badge>}
      </div>
      <TypeForm
        key={seen}
        type={type}
        readAgain={readAgain}
        onReload={() => void readAgain().then(show, () => undefined)} // Failing leaves the note and its button where they are.
        onSaved={(saved) => {
          show(saved);
          say(saved.version === type.version ? "Nothing was to be saved." : `Saved as version ${saved.version}.`);
        }}
      />
      <div className="mt-5 space-y-5">
        <Section title="Versions" lead="Every change makes a version. A document keeps to the one it was last saved with.">
          <Versions id={type.id} newest={type.version} />
        </Section>
        {mayWrite && mayWriteDocuments && type.version > 1 && (
          <Section title="Documents of older versions" lead="Their values are converted where a field holds something else now. A document whose values cannot all be converted stays as it is, and is listed with the reason.">
            <Migration type={type} />
          </Section>
        )}
        {mayWrite && (
          <Section title={type.status === "retired" ? "Take it back into use" : "Retire"}>
            <Retirement type={type} onDone={show} />
          </Section>
        )}
      </div>
    </>
  );
}
