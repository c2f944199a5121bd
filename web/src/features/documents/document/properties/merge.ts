import { isBlank, same, type Draft, type Typed } from "./draft";

type Name = Exclude<keyof Draft, "fields">;
const NAMES: readonly Name[] = ["title", "number", "siteId", "typeId", "discipline", "tags", "addedRoles"];

/** One property that two people have left different. */
export interface Difference {
  /** `title`, or `fields.depth` for the custom field `depth`. */
  readonly name: string;
  readonly mine: Draft[Name] | Typed | undefined;
  readonly theirs: Draft[Name] | Typed | undefined;
  /** Whose it is, as long as nobody says otherwise: who did change it; mine where both did. */
  readonly suggested: Side;
  /** Both changed it. */
  readonly both: boolean;
}

export type Side = "mine" | "theirs";

function valueOf(draft: Draft, name: string): Difference["mine"] {
  if (!name.startsWith("fields.")) return draft[name as Name];
  const typed = draft.fields[name.slice("fields.".length)];
  return isBlank(typed) ? undefined : typed;
}

/** What differs between what somebody typed and what is stored by now, both begun from the same version. */
export function differencesOf(base: Draft, mine: Draft, theirs: Draft): readonly Difference[] {
  const keys = new Set([base, mine, theirs].flatMap(({ fields }) => Object.keys(fields)));
  const names = [...NAMES, ...[...keys].sort().map((key) => `fields.${key}`)];
  return names.flatMap((name) => {
    const [before, one, other] = [base, mine, theirs].map((draft) => valueOf(draft, name));
    if (same(one, other)) return [];
    const iDid = !same(before, one);
    const theyDid = !same(before, other);
    return [{ name, mine: one, theirs: other, suggested: iDid ? "mine" : "theirs", both: iDid && theyDid } satisfies Difference];
  });
}

/** The stored version with what was chosen of mine put over it. */
export function merged(theirs: Draft, differences: readonly Difference[], sides: Readonly<Record<string, Side>>): Draft {
  const result: Record<string, unknown> = { ...theirs };
  const fields: Record<string, Typed> = { ...theirs.fields };
  for (const { name, mine, suggested } of differences) {
    if ((sides[name] ?? suggested) !== "mine") continue;
    if (!name.startsWith("fields.")) result[name] = mine;
    else if (mine === undefined) delete fields[name.slice("fields.".length)]; // eslint-disable-line @typescript-eslint/no-dynamic-delete
    else fields[name.slice("fields.".length)] = mine as Typed;
  }
  return { ...(result as unknown as Draft), fields };
}
