import type { AnswerOf, BodyOf, QueryOf } from "@/api/types";
import type { Json } from "@/reports/receipt";

export type ReportPageAnswer = AnswerOf<"list_reports">;
export type ReportHead = ReportPageAnswer["items"][number];
export type Report = AnswerOf<"get_report">;
export type ReportQuery = Pick<QueryOf<"list_reports">, "type" | "siteId" | "state" | "subject" | "dayFrom" | "dayTo" | "mine" | "awaiting">;
export type ReportTypes = AnswerOf<"list_report_types">;
export type Definition = AnswerOf<"get_report_type">;
export type FormSection = Definition["sections"][number];
export type FormField = FormSection["fields"][number];
export type RevisionPage = AnswerOf<"list_report_revisions">;
export type RevisionRow = RevisionPage["items"][number];
export type Changes = AnswerOf<"compare_report_revisions">;
export type Change = Changes["payload"][number];
export type Decision = BodyOf<"decide_report">;
export type Attachment = Report["content"]["attachments"][number];
export type AttachmentState = AnswerOf<"list_report_attachments">["items"][number];
export type Outline = AnswerOf<"get_report_outline">;
export type Payload = Readonly<Record<string, Json | undefined>>;
/** What a reviewer says about fields, by their addresses. */
export type Marks = Readonly<Record<string, string>>;
