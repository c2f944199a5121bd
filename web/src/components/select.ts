/** A choice in the head of a list. */
export const SELECT = "h-10 min-w-0 rounded-lg border border-line bg-surface px-3 text-sm text-ink";
