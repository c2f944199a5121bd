import { EnrolmentSteps } from "./EnrolmentSteps";
import { SecondFactorForm } from "./SecondFactorForm";
import type { StepProps } from "./step";

/** From a challenge to a session: with the second factor, or by setting one up. */
export function FinishSignIn(props: StepProps) {
  return props.challenge.outcome === "second_factor" ? <SecondFactorForm {...props} /> : <EnrolmentSteps {...props} />;
}
