import type { Problem } from "@/api/problem";
import type { Me } from "@/api/types";
import { useSiteNames } from "@/api/sites";
import { Notice } from "@/components/Notice";
import { ProblemNote } from "@/components/ProblemNote";
import { Section } from "@/components/Section";
import { Skeleton } from "@/components/Skeleton";
import { useMay } from "@/session/session";

import { Letters } from "./Letters";
import { MicrosoftPanel } from "./MicrosoftPanel";
import { PasswordForm } from "./PasswordForm";
import { useListMethodsQuery, useReadSecondFactorQuery } from "./requests";
import { SecondFactorPanel } from "./SecondFactorPanel";
import { Sessions } from "./Sessions";

export function AccountPage({ user }: { user: Me }) {
  const factor = useReadSecondFactorQuery(undefined);
  const offersMicrosoft = useListMethodsQuery(undefined).data?.methods.includes("entra") ?? false;
  const problem = factor.error as Problem | undefined;
  const signsInElsewhere = problem?.code === "no_password";
  return (
    <section aria-labelledby="page-title" className="mx-auto max-w-3xl space-y-5">
      <h1 id="page-title" className="text-2xl font-semibold tracking-tight">
        Your account
      </h1>
      <Section title="Profile" lead="Name, role and sites are set by the administrators of your organisation.">
        <Profile user={user} />
      </Section>
      {signsInElsewhere ? (
        <Section title="Password and second factor">
          <Notice>You sign in with Microsoft: your password and your second factor are kept there.</Notice>
        </Section>
      ) : (
        <>
          <Section title="Password" lead="Changing it ends every other session of yours.">
            <PasswordForm email={user.email} />
          </Section>
          <Section title="Second factor" lead="A code of an authenticator app, asked for beside your password.">
            {problem && <ProblemNote problem={problem} onRetry={() => void factor.refetch()} />}
            {factor.data === undefined && problem === undefined && <Skeleton label="Loading the second factor" />}
            {factor.data !== undefined && <SecondFactorPanel factor={factor.data} email={user.email} />}
          </Section>
          {offersMicrosoft && factor.data !== undefined && (
            <Section title="Microsoft account" lead="Sign in with the Microsoft account of your organisation. Your password stays good.">
              <MicrosoftPanel email={user.email} />
            </Section>
          )}
        </>
      )}
      <Section title="Letters" lead="Which e-mails you get. Those about your account (invitation, password, second factor) are always sent.">
        <Letters />
      </Section>
      <Section title="Sessions" lead="Where you are signed in. End what you do not know, and change your password then.">
        <Sessions />
      </Section>
    </section>
  );
}

function Profile({ user }: { user: Me }) {
  const siteNames = useSiteNames(useMay("sites:read") && user.siteIds !== null);
  const rows: readonly (readonly [string, string])[] = [
    ["Name", user.name],
    ["E-mail", user.email],
    ["Role", user.role],
    ["Organisation", user.organisation.name],
    ["Sites", user.siteIds === null ? "All sites" : user.siteIds.map(siteNames).join(", ") || "None"],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-0.5 text-sm sm:gap-y-2 sm:grid-cols-[8rem_1fr]">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-quiet">{label}</dt>
          <dd className={`mb-2 font-medium break-words sm:mb-0 ${label === "Role" ? "capitalize" : ""}`}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
