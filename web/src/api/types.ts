import type { operations } from "./schema.gen";

export type OperationId = keyof operations;

type Parameters<Id extends OperationId> = operations[Id]["parameters"];
type JsonOf<R> = R extends { content: { "application/json": infer Body } } ? Body : undefined;
type Success = 200 | 201 | 202 | 204;
type Responses<Id extends OperationId> = operations[Id]["responses"];

/** The body of the successful answer of an operation; undefined where there is none. */
export type AnswerOf<Id extends OperationId> = {
  [S in keyof Responses<Id> & Success]: JsonOf<Responses<Id>[S]>;
}[keyof Responses<Id> & Success];

/** The query parameters an operation takes. */
export type QueryOf<Id extends OperationId> = NonNullable<Parameters<Id>["query"]>;

/** The JSON body an operation takes. */
export type BodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { "application/json": infer Body } };
}
  ? Body
  : never;

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the type that adds nothing to an intersection
interface None {}
type Part<Name extends string, Value> = [NonNullable<Value>] extends [never]
  ? None
  : None extends NonNullable<Value>
    ? Partial<Record<Name, Value>>
    : Record<Name, Value>;

/** Everything an operation needs to be called; a part it does not have cannot be given. */
export type ArgumentsOf<Id extends OperationId> = Part<"path", Parameters<Id>["path"]> &
  Part<"query", Parameters<Id>["query"]> &
  Part<"headers", Parameters<Id>["header"]> &
  Part<"body", BodyOf<Id>>;

export type SignIn = AnswerOf<"sign_in">;
export type Session = Extract<SignIn, { outcome: "signed_in" }>;
/** What is still to be done before there is a session. */
export type Challenge = Exclude<SignIn, Session>;
export type EnrolledSession = AnswerOf<"finish_enrolment">;
export type NewSecret = AnswerOf<"create_second_factor">;
export type Me = AnswerOf<"get_me">;
export type DocumentPage = AnswerOf<"list_documents">;
export type Document = AnswerOf<"complete_upload">;
export type ListedDocument = DocumentPage["items"][number];
export type DocumentState = Document["newest"]["state"];
export type ControlStatus = Document["status"];
export type DocumentDraft = BodyOf<"create_document">;
export type Announced = AnswerOf<"create_document">;
export type Upload = AnswerOf<"create_upload_url">;
export type Download = AnswerOf<"create_download_url">;
export type User = AnswerOf<"get_user">;
export type UserPage = AnswerOf<"list_users">;
export type UserDraft = BodyOf<"create_user">;
export type UserChange = BodyOf<"change_user">;
export type Role = User["role"];
export type UserStatus = User["status"];
export type Permission = Me["permissions"][number];
export type Site = AnswerOf<"get_site">;
export type SitePage = AnswerOf<"list_sites">;
export type SiteDraft = BodyOf<"create_site">;
export type SiteChange = BodyOf<"change_site">;
export type Organisation = AnswerOf<"get_organisation">;
export type OrganisationChange = BodyOf<"change_organisation">;
export type ApiKey = AnswerOf<"get_api_key">;
export type ApiKeyPage = AnswerOf<"list_api_keys">;
export type ApiKeyDraft = BodyOf<"create_api_key">;
export type NewApiKey = AnswerOf<"create_api_key">;
export type DocumentType = AnswerOf<"get_document_type">;
export type DocumentTypePage = AnswerOf<"list_document_types">;
/** A type as a list shows it, without its fields. */
export type DocumentTypeRow = DocumentTypePage["items"][number];
export type DocumentTypeDraft = BodyOf<"create_document_type">;
export type DocumentTypeChange = BodyOf<"change_document_type">;
export type DocumentTypeVersion = AnswerOf<"get_document_type_version">;
export type FieldSpec = DocumentType["fields"][number];
export type FieldType = FieldSpec["type"];
export type Unit = NonNullable<FieldSpec["unit"]>;
export type Disciplines = AnswerOf<"get_disciplines">;
export type Discipline = Disciplines["disciplines"][number];
export type SearchPage = AnswerOf<"search_documents">;
export type Hit = SearchPage["items"][number];
export type Snippet = Hit["matches"][number]["snippet"];
export type Hold = AnswerOf<"get_hold">;
export type HoldPage = AnswerOf<"list_holds">;
export type HoldDraft = BodyOf<"create_hold">;
export type HoldChange = BodyOf<"change_hold">;
export type HeldDocumentPage = AnswerOf<"list_held_documents">;
export type HeldDocument = HeldDocumentPage["items"][number];
export type RetentionPolicies = AnswerOf<"get_retention_policies">;
export type RetentionPolicy = RetentionPolicies["policies"][number];
export type RetentionRun = AnswerOf<"get_retention_run">;
export type RetentionRunPage = AnswerOf<"list_retention_runs">;
export type RetentionRunRow = RetentionRunPage["items"][number];
export type RetentionRowPage = AnswerOf<"list_retention_rows">;
export type RetentionRow = RetentionRowPage["items"][number];
export type BulkDraft = BodyOf<"create_bulk_operation">;
/** What is done to documents at once. */
export type BulkAction = BulkDraft["action"];
export type BulkCriteria = NonNullable<BulkDraft["selection"]["query"]>;
export type BulkOperation = AnswerOf<"get_bulk_operation">;
export type BulkOperationPage = AnswerOf<"list_bulk_operations">;
export type BulkResultPage = AnswerOf<"list_bulk_results">;
export type BulkResult = BulkResultPage["items"][number];
export type BulkImportDraft = BodyOf<"create_bulk_import">;
export type BulkPreview = AnswerOf<"preview_bulk_import">;
export type SavedView = AnswerOf<"get_view">;
export type ViewPage = AnswerOf<"list_views">;
export type ListedView = ViewPage["items"][number];
export type ViewDraft = BodyOf<"create_view">;
export type ViewChange = BodyOf<"change_view">;
export type ViewQuery = ViewDraft["query"];
export type Archive = AnswerOf<"get_archive">;
export type ArchivePage = AnswerOf<"list_archives">;
export type ArchiveProof = BodyOf<"create_archive">;
export type ArchiveDownload = AnswerOf<"create_archive_download">;
export type UploadLink = AnswerOf<"get_upload_link">;
export type UploadLinkPage = AnswerOf<"list_upload_links">;
export type UploadLinkDraft = BodyOf<"create_upload_link">;
export type NewUploadLink = AnswerOf<"create_upload_link">;
export type UploadUsePage = AnswerOf<"list_upload_link_uses">;
export type DueReportPage = AnswerOf<"list_due_reports">;
export type DueReport = DueReportPage["items"][number];
export type Production = AnswerOf<"get_production">;
export type Punctuality = AnswerOf<"get_punctuality">;
export type Export = AnswerOf<"get_export">;
export type ExportPage = AnswerOf<"list_exports">;
export type ExportOrder = BodyOf<"create_export">;
export type ExportDownload = AnswerOf<"get_export_download">;
export type ExportSchedule = AnswerOf<"get_export_schedule">;
export type ExportSchedulePage = AnswerOf<"list_export_schedules">;
export type ExportScheduleDraft = BodyOf<"create_export_schedule">;
export type ReportState = AnswerOf<"list_reports">["items"][number]["state"];
export type Well = AnswerOf<"get_well">;
export type WellPage = AnswerOf<"list_wells">;
export type WellDraft = BodyOf<"create_well">;
export type WellChange = BodyOf<"change_well">;
export type ProductionMonth = AnswerOf<"close_production_month">;
export type ProductionMonthPage = AnswerOf<"list_production_months">;
export type ProductionMonthDraft = BodyOf<"close_production_month">;
