import { Button } from "@/components/Button";

import type { Definition } from "../types";
import { placeOf, textOf } from "../words";
import { withMine, withTheirs, type Side, type Sides } from "./sides";

interface Props {
  readonly sides: Sides;
  readonly definition: Definition;
  readonly onChoose: (chosen: Side) => void;
}

const PARTS: Readonly<Record<string, string>> = { attachments: "Photos and files", reasons: "Reason for a warning" };

/** Where somebody else wrote in the same fields: both are shown, and one of them is chosen. Nothing is saved before that. */
export function Disagreed({ sides, definition, onChoose }: Props) {
  const touchesTheSame = sides.conflicts.length > 0 || sides.merged === null;
  return (
    <div role="alert" className="space-y-3 rounded-xl bg-warn-soft p-4 text-sm text-warn">
      <p className="font-semibold">Somebody else changed this report while you wrote. Nothing of yours was saved yet.</p>
      {sides.conflicts.length > 0 && (
        <ul className="space-y-2">
          {sides.conflicts.map(({ part, address, mine, theirs }) => (
            <li key={part + address}>
              <p className="font-medium">{PARTS[part] ?? placeOf(definition, sides.theirs.payload, address)}</p>
              {part !== "attachments" && (
                <p className="wrap-anywhere whitespace-pre-line">
                  Yours: {textOf(mine)} · Theirs: {textOf(theirs)}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-3">
        {touchesTheSame && <Button onClick={() => onChoose(withMine(sides))}>Keep mine</Button>}
        <Button onClick={() => onChoose(withTheirs(sides))}>{touchesTheSame ? "Take theirs" : "Bring both together"}</Button>
      </div>
    </div>
  );
}
