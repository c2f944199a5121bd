import { Section } from "@/components/Section";

import { AddFiles } from "./AddFiles";
import { FileCard } from "./FileCard";
import { useFiles } from "./files";

/** As many as a report can name. */
const MOST = 100;

interface Props {
  /** Files that stand in fields of the form, and are shown there. */
  readonly named: ReadonlySet<string>;
}

/** Files that go with the report as a whole. */
export function FilesSection({ named }: Props) {
  const { files, add } = useFiles();
  const others = files.filter(({ id }) => !named.has(id));
  const room = MOST - files.length;
  return (
    <Section title="Photos and files" lead="They go with the report, and are sent while you write.">
      <div className="space-y-3">
        {others.length > 0 && (
          <ul aria-label="Photos and files" className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {others.map((file) => (
              <li key={file.id} className="min-w-0">
                <FileCard file={file} />
              </li>
            ))}
          </ul>
        )}
        <AddFiles to="the report" multiple disabled={room <= 0} onFiles={(chosen) => add(chosen.slice(0, room))} />
        {room <= 0 && <p className="text-sm text-quiet">A report has at most {MOST} files.</p>}
      </div>
    </Section>
  );
}
