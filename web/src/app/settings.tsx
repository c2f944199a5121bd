import type { ReactNode } from "react";

import type { Me, Permission } from "@/api/types";
import { ApiKeysPage } from "@/features/api-keys/ApiKeysPage";
import { ArchivesPage } from "@/features/archives/ArchivesPage";
import { DisciplinesPage } from "@/features/disciplines/DisciplinesPage";
import { DocumentTypesPage } from "@/features/document-types/DocumentTypesPage";
import { NewTypePage, TypePage } from "@/features/document-types/TypePage";
import { HoldPage } from "@/features/holds/HoldPage";
import { HoldsPage } from "@/features/holds/HoldsPage";
import { OrganisationPage } from "@/features/organisation/OrganisationPage";
import { RetentionPage } from "@/features/retention/RetentionPage";
import { RunPage } from "@/features/retention/RunPage";
import { SitesPage } from "@/features/sites/SitesPage";
import { UploadLinksPage } from "@/features/upload-links/UploadLinksPage";

interface Part {
  /** In the address, behind /settings/. */
  readonly name: string;
  readonly label: string;
  readonly needs: Permission;
  /** Pages by what stands behind the name in the address. */
  readonly pages: (user: Me) => Readonly<Record<string, ReactNode>>;
}

/** What there is to set, in groups. */
export const GROUPS: readonly { readonly title: string; readonly parts: readonly Part[] }[] = [
  {
    title: "Organisation",
    parts: [
      { name: "organisation", label: "Organisation", needs: "organisation:write", pages: (user) => ({ "": <OrganisationPage id={user.organisation.id} /> }) },
      { name: "sites", label: "Sites", needs: "sites:write", pages: () => ({ "": <SitesPage /> }) },
      { name: "api-keys", label: "API keys", needs: "api-keys:read", pages: () => ({ "": <ApiKeysPage /> }) },
    ],
  },
  {
    title: "Documents",
    parts: [
      { name: "document-types", label: "Document types", needs: "document-types:write", pages: () => ({ "": <DocumentTypesPage />, "/new": <NewTypePage />, "/:typeId": <TypePage /> }) },
      { name: "disciplines", label: "Disciplines", needs: "document-types:write", pages: () => ({ "": <DisciplinesPage /> }) },
      { name: "retention", label: "Retention", needs: "retention:read", pages: () => ({ "": <RetentionPage />, "/runs/:runId": <RunPage /> }) },
      { name: "holds", label: "Legal holds", needs: "holds:read", pages: () => ({ "": <HoldsPage />, "/:holdId": <HoldPage /> }) },
      { name: "upload-links", label: "Upload links", needs: "documents:write", pages: () => ({ "": <UploadLinksPage /> }) },
      { name: "archives", label: "Archives", needs: "archives:write", pages: () => ({ "": <ArchivesPage /> }) },
    ],
  },
];

/** The groups and parts of them that this person may set something in, or look at. */
export function groupsFor({ permissions }: Me): typeof GROUPS {
  const own = GROUPS.map((group) => ({ ...group, parts: group.parts.filter(({ needs }) => permissions.includes(needs)) }));
  return own.filter(({ parts }) => parts.length > 0);
}
