import { usePersonName } from "@/api/people";

/** The name of whoever did something. */
export function PersonName({ id }: { id: string | null }) {
  return <>{usePersonName(id)}</>;
}
