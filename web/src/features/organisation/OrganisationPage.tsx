import { useState } from "react";

import type { Problem } from "@/api/problem";
import type { Organisation } from "@/api/types";
import { ProblemNote } from "@/components/ProblemNote";
import { Section } from "@/components/Section";
import { Skeleton } from "@/components/Skeleton";

import { ProfileForm } from "./ProfileForm";
import { useReadOrganisationQuery } from "./requests";
import { SharingForm } from "./SharingForm";
import { SignInForm } from "./SignInForm";

export function OrganisationPage({ id }: { id: string }) {
  const { data, error, refetch } = useReadOrganisationQuery(id);
  if (data === undefined && error !== undefined) return <ProblemNote problem={error as Problem} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <div className="rounded-2xl border border-line bg-surface p-6">
        <Skeleton label="Loading the organisation" />
      </div>
    );
  }
  const readAgain = () => refetch().unwrap();
  return <Forms first={data} readAgain={readAgain} />;
}

/** What the forms began with stays until it was saved or is asked for anew: what somebody is typing must not change under their hands. */
function Forms({ first, readAgain }: { first: Organisation; readAgain: () => Promise<Organisation> }) {
  const [organisation, setOrganisation] = useState(first);
  const [seen, setSeen] = useState(0);
  const show = (current: Organisation) => {
    setOrganisation(current);
    setSeen(seen + 1);
  };
  const form = {
    organisation,
    onSaved: setOrganisation,
    onReload: () => void readAgain().then(show, () => undefined), // Failing leaves the note and its button where they are.
  };
  return (
    <div key={seen} className="space-y-5">
      <Section title="Profile">
        <ProfileForm {...form} />
      </Section>
      <Section title="Signing in" lead="For everybody in the organisation, from the next sign-in or renewal on.">
        <SignInForm {...form} />
      </Section>
      <Section title="Sharing" lead="How far links may reach that are given to people outside.">
        <SharingForm {...form} />
      </Section>
    </div>
  );
}
