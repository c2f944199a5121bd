import { useState } from "react";

import { asProblem, sentenceOf, type Problem } from "@/api/problem";
import type { ListedView } from "@/api/types";
import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { Menu } from "@/components/Menu";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";
import { useMay, useMe } from "@/session/session";

import { savedOf, viewOfSaved, type View } from "../view";
import { useChangeViewMutation, useChooseDefaultViewMutation, useDeleteViewMutation, useLazyReadViewQuery, useListViewsInfiniteQuery } from "./requests";
import { ViewForm } from "./ViewForm";

interface Props {
  /** What the library shows now. */
  readonly view: View;
  readonly onOpen: (view: View) => void;
  readonly onClose: () => void;
}

/** Views that were saved: to open, and to keep in order. */
export function ViewsDialog({ view, onOpen, onClose }: Props) {
  const list = useListViewsInfiniteQuery(undefined);
  const views = list.data?.pages.flatMap((page) => page.items);
  const defaultId = list.data?.pages[0]?.defaultId ?? null;
  const me = useMe();
  const [form, setForm] = useState<ListedView | "new" | null>(null);
  const act = useActions(view);
  const open = async (saved: ListedView) => {
    await act.sayWhatIsGone(saved);
    onOpen(viewOfSaved(saved.query));
    onClose();
  };
  if (form !== null) {
    const back = () => setForm(null);
    return (
      <Dialog title={form === "new" ? "Save this view" : form.name} onClose={onClose}>
        <ViewForm saved={form === "new" ? null : form} query={savedOf(view)} readAgain={form === "new" ? undefined : () => act.read(form.id)} onDone={back} onCancel={back} />
      </Dialog>
    );
  }
  const mine = views?.filter(({ ownerId }) => ownerId === me?.id) ?? [];
  const shared = views?.filter(({ ownerId }) => ownerId !== me?.id) ?? [];
  const group = (title: string, some: readonly ListedView[]) =>
    some.length > 0 && (
      <div>
        <h3 className="text-sm font-semibold">{title}</h3>
        <ul aria-label={title} className="divide-y divide-line">
          {some.map((saved) => (
            <Row key={saved.id} saved={saved} isDefault={saved.id === defaultId} onOpen={() => void open(saved)} onEdit={() => setForm(saved)} act={act} />
          ))}
        </ul>
      </div>
    );
  return (
    <Dialog title="Views" onClose={onClose}>
      <div className="space-y-4">
        {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
        {views === undefined && !list.isError && <Skeleton label="Loading views" />}
        {views?.length === 0 && <p className="text-sm text-quiet">None yet. Narrow the list down as you need it often, and save it.</p>}
        {group("Mine", mine)}
        {group("Shared with me", shared)}
        <MoreButton list={list} />
        <Button look="primary" onClick={() => setForm("new")}>
          Save this view…
        </Button>
      </div>
    </Dialog>
  );
}

interface RowProps {
  readonly saved: ListedView;
  readonly isDefault: boolean;
  readonly onOpen: () => void;
  readonly onEdit: () => void;
  readonly act: ReturnType<typeof useActions>;
}

function Row({ saved, isDefault, onOpen, onEdit, act }: RowProps) {
  const isMine = useMe()?.id === saved.ownerId;
  const mayShare = useMay("views:share");
  const mayChange = isMine || mayShare;
  const items = [
    { label: isDefault ? "Do not open it first" : "Open it first", run: () => void act.makeDefault(isDefault ? null : saved.id) },
    ...(mayChange
      ? [
          { label: "Rename or share…", run: onEdit },
          { label: "Save what is shown now as it", run: () => void act.overwrite(saved) },
          { label: "Delete", run: () => void act.remove(saved), grave: true },
        ]
      : []),
  ];
  return (
    <li className="flex items-center gap-2 py-1">
      <button type="button" className="min-h-10 min-w-0 flex-1 rounded-lg px-2 text-left text-sm font-medium break-words hover:bg-raised hover:text-brand" onClick={onOpen}>
        {saved.name}
        {saved.query.trashed && <span className="ml-1 text-xs font-normal text-quiet">trash</span>}
      </button>
      {isDefault && <Badge mood="brand">Opens first</Badge>}
      {isMine && saved.roles.length > 0 && <Badge mood="calm">Shared</Badge>}
      <Menu label={`Further steps with ${saved.name}`} items={items} />
    </li>
  );
}

function useActions(view: View) {
  const say = useToast();
  const [change] = useChangeViewMutation();
  const [remove] = useDeleteViewMutation();
  const [choose] = useChooseDefaultViewMutation();
  const [read] = useLazyReadViewQuery();
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      say(done);
    } catch (error) {
      const problem = asProblem(error);
      say(problem.code === "stale_version" ? "Somebody changed this view just now. Look at it again." : sentenceOf(problem));
    }
  };
  return {
    read: (id: string) => read(id).unwrap(),
    remove: (saved: ListedView) => attempt(() => remove(saved).unwrap(), `The view ${saved.name} was deleted.`),
    overwrite: (saved: ListedView) => attempt(() => change({ id: saved.id, etag: saved.etag, change: { query: savedOf(view) } }).unwrap(), `${saved.name} shows this from now on.`),
    makeDefault: (id: string | null) => attempt(() => choose(id).unwrap(), id === null ? "All documents open first." : "This view opens first."),
    /** A view opens also when what it names is gone; better to hear so than to wonder why it is empty. */
    sayWhatIsGone: async (saved: ListedView) => {
      const { gone } = await read(saved.id).unwrap().catch(() => ({ gone: [] as readonly string[] }));
      if (gone.length > 0) say(`${saved.name} names what is not there any more: ${gone.join(", ")}.`);
    },
  };
}
