import type { ReactNode } from "react";

import { ProblemNote } from "@/components/ProblemNote";
import { Section } from "@/components/Section";
import { Skeleton } from "@/components/Skeleton";
import { useMay } from "@/session/session";

import type { OneDocument, Revision } from "../types";
import { useRevision } from "../useDocument";
import { BeginForm } from "./BeginForm";
import { DecisionForm } from "./DecisionForm";
import { FormerRounds } from "./FormerRounds";
import { Round } from "./Round";
import { stageOf } from "./stage";
import { WithdrawButton } from "./WithdrawButton";

interface Props {
  readonly document: OneDocument;
  readonly further: ReactNode;
}

/** Who decides whether a revision comes into force, and what they said. */
export function ReviewPart({ document, further }: Props) {
  const about = document.inReview ?? document.current?.number ?? null;
  const { revision, problem, retry } = useRevision(about === null ? null : { id: document.id, number: about });
  return (
    <div className="space-y-5">
      {problem && !revision && <ProblemNote problem={problem} onRetry={retry} />}
      {about === null && (
        <Section title="Review">
          <p className="text-sm text-quiet">There is something to review once a revision is verified and ready.</p>
        </Section>
      )}
      {about !== null && !revision && !problem && (
        <Section title="Review">
          <Skeleton label="Loading the review" />
        </Section>
      )}
      {revision && <Current key={revision.number} document={document} revision={revision} further={further} />}
      <FormerRounds document={document} current={revision} />
    </div>
  );
}

function Current({ document, revision, further }: { document: OneDocument; revision: Revision; further: ReactNode }) {
  const mayReview = useMay("documents:review");
  const stage = stageOf(document, revision);
  const title = `Revision ${revision.number}`;
  const isTrashed = document.trashedAt !== null;
  switch (stage) {
    case "under-way":
      return (
        <Section title={`${title} is being reviewed`} lead="All must approve; the first who wants changes ends the review. What is in force stays so meanwhile.">
          {revision.review && <Round review={revision.review} />}
          {!isTrashed && <DecisionForm document={document} revision={revision} />}
          {mayReview && !isTrashed && <WithdrawButton place={{ id: document.id, number: revision.number }} />}
        </Section>
      );
    case "changes-requested":
      return (
        <Section title={`Changes to revision ${revision.number} are requested`} lead="They are answered with a further revision, which is reviewed anew.">
          {revision.review && <Round review={revision.review} />}
          {!isTrashed && further && <div className="mt-4 flex justify-end">{further}</div>}
        </Section>
      );
    case "approved":
      return (
        <Section title={`${title} is approved and in force`}>
          {revision.review ? <Round review={revision.review} /> : <p className="text-sm text-quiet">It was in force before documents of this type were reviewed.</p>}
        </Section>
      );
    case "draft":
      return (
        <Section title={`${title} is a draft`} lead="It comes into force when all who are asked approve it.">
          {revision.review && <Round review={revision.review} />}
          {mayReview && !isTrashed ? <BeginForm document={document} revision={revision} /> : <p className="text-sm text-quiet">{isTrashed ? "Nothing is reviewed in the trash." : "An engineer begins the review."}</p>}
        </Section>
      );
  }
}
