import { IconButton } from "./Button";
import { DownIcon, TrashIcon, UpIcon } from "./icons";

interface Props {
  /** What the row is, for people who hear it. */
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove?: ((by: -1 | 1) => void) | undefined;
  readonly onRemove: () => void;
}

/** Moves a row of a list that is being edited, or takes it out. */
export function RowButtons({ name, isFirst, isLast, onMove, onRemove }: Props) {
  return (
    <div className="flex shrink-0">
      {onMove && (
        <>
          <IconButton label={`Move ${name} up`} disabled={isFirst} onClick={() => onMove(-1)}>
            <UpIcon className="size-4" />
          </IconButton>
          <IconButton label={`Move ${name} down`} disabled={isLast} onClick={() => onMove(1)}>
            <DownIcon className="size-4" />
          </IconButton>
        </>
      )}
      <IconButton label={`Take ${name} out`} onClick={onRemove}>
        <TrashIcon className="size-4" />
      </IconButton>
    </div>
  );
}
