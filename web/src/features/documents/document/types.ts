import type { AnswerOf, BodyOf } from "@/api/types";

/** One document as it is read by itself: with what else holds the same bytes. */
export type OneDocument = AnswerOf<"get_document">;
export type DocumentChange = BodyOf<"change_document">;
export type FileFacts = OneDocument["newest"];
export type RevisionPage = AnswerOf<"list_revisions">;
export type Revision = AnswerOf<"get_revision">;
export type Review = NonNullable<Revision["review"]>;
export type Reviewer = Review["reviewers"][number];
export type Decision = BodyOf<"decide_review">["decision"];
export type Derived = Revision["preview"];
export type Part = BodyOf<"reprocess_revision">["parts"][number];
export type Keeping = AnswerOf<"get_document_retention">;
export type Hold = AnswerOf<"get_hold">;
export type ShareLink = AnswerOf<"get_share_link">;
export type ShareLinkPage = AnswerOf<"list_share_links">;
export type ShareLinkDraft = BodyOf<"create_share_link">;
export type NewShareLink = AnswerOf<"create_share_link">;
export type ShareUsePage = AnswerOf<"list_share_link_uses">;
export type ActivityPage = AnswerOf<"list_document_activity">;
export type Preview = AnswerOf<"get_preview">;
export type PageText = AnswerOf<"list_page_texts">["items"][number];
export type ReaderPage = AnswerOf<"list_acknowledgements">;
export type Reader = ReaderPage["items"][number];

/** One revision of one document. */
export interface Place {
  readonly id: string;
  readonly number: number;
}

/** One version of a document, for changes that must not meet another. */
export interface Version {
  readonly id: string;
  readonly etag: string;
}
