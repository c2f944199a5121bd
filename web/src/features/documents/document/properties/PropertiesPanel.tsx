import { useState } from "react";

import { Button } from "@/components/Button";
import { Section } from "@/components/Section";
import { useMay } from "@/session/session";

import type { OneDocument } from "../types";
import { PropertiesForm } from "./PropertiesForm";
import { PropertyList } from "./PropertyList";

/** What the document is sorted by: to read, and to change where somebody may. */
export function PropertiesPanel({ document }: { document: OneDocument }) {
  const mayWrite = useMay("documents:write");
  const [editing, setEditing] = useState(false);
  return (
    <Section title="Properties">
      {editing ? (
        <PropertiesForm document={document} onDone={() => setEditing(false)} />
      ) : (
        <>
          <PropertyList document={document} />
          {mayWrite && document.trashedAt === null && (
            <Button className="mt-4 w-full" onClick={() => setEditing(true)}>
              Edit
            </Button>
          )}
        </>
      )}
    </Section>
  );
}
