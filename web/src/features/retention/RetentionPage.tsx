import type { Problem } from "@/api/problem";
import { ProblemNote } from "@/components/ProblemNote";
import { Section } from "@/components/Section";
import { Skeleton } from "@/components/Skeleton";

import { PoliciesForm } from "./PoliciesForm";
import { useReadPoliciesQuery } from "./requests";
import { Runs } from "./Runs";

export function RetentionPage() {
  const { data, error, refetch } = useReadPoliciesQuery(undefined);
  return (
    <div className="space-y-5">
      <Section title="Retention" lead="How long documents are kept. Without a policy nothing is ever moved to the trash or deleted by itself. Every day what is due is done; a legal hold keeps a document whatever is said here.">
        {data === undefined && error !== undefined && <ProblemNote problem={error as Problem} onRetry={() => void refetch()} />}
        {data === undefined && error === undefined && <Skeleton label="Loading policies" />}
        {data !== undefined && <PoliciesForm first={data} readAgain={() => refetch().unwrap()} />}
      </Section>
      <Section title="Runs" lead="What was done each day. A dry run only says what would be done with the policies as they are saved.">
        <Runs hasPolicies={(data?.policies.length ?? 0) > 0} />
      </Section>
    </div>
  );
}
