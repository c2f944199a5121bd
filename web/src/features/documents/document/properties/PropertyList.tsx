import type { ReactNode } from "react";

import { useReadDisciplinesQuery } from "@/api/documentTypes";
import { useSiteNames } from "@/api/sites";
import type { FieldSpec } from "@/api/types";
import { Facts } from "@/components/Facts";
import { PersonName } from "@/components/PersonName";
import { Skeleton } from "@/components/Skeleton";
import { formatFully, formatMoment } from "@/format/format";
import { rolesInWords } from "@/format/roles";

import type { OneDocument } from "../types";
import { useTypeAsItWasQuery } from "./requests";
import { shownUnit } from "@/format/units";

export function PropertyList({ document }: { document: OneDocument }) {
  const { typeId, typeVersion, discipline } = document;
  const siteName = useSiteNames(document.siteId !== null);
  const { data: known } = useReadDisciplinesQuery(undefined, { skip: discipline === null });
  const { data: type, isLoading } = useTypeAsItWasQuery({ id: typeId ?? "", version: typeVersion ?? 0 }, { skip: typeId === null || typeVersion === null });
  if (isLoading) return <Skeleton label="Loading the properties" />;
  const specs = type?.fields ?? [];
  const custom = Object.entries(document.fields).map(([key, value]) => {
    const spec = specs.find((one) => one.key === key);
    return [spec?.label ?? key, <FieldValue key={key} spec={spec} value={value} />] as const;
  });
  const word = known?.disciplines.find(({ code }) => code === discipline)?.name;
  return (
    <Facts
      rows={[
        ["Type", typeId === null ? "None" : (type?.name ?? "…")],
        ["Discipline", discipline === null ? "None" : word === undefined ? discipline : `${word} (${discipline})`],
        ["Site", document.siteId === null ? "None: everybody in the organisation sees it" : siteName(document.siteId)],
        document.acknowledgementRoles.length > 0 ? ["Must be read by", rolesInWords(document.acknowledgementRoles)] : null,
        ...custom,
        document.guest && ["Sent by", `${document.guest.name}, by an upload link`],
        ["Begun", <Begun key="begun" document={document} />],
      ]}
    />
  );
}

function Begun({ document: { createdAt, createdBy } }: { document: OneDocument }) {
  return (
    <>
      <time dateTime={createdAt} title={formatFully(createdAt)}>
        {formatMoment(createdAt, new Date())}
      </time>{" "}
      by <PersonName id={createdBy} />
    </>
  );
}

/** One value of a custom field, as its type has it. */
export function FieldValue({ spec, value }: { spec: FieldSpec | undefined; value: unknown }): ReactNode {
  if (typeof value === "object" && value !== null && "value" in value) {
    const { value: number, unit } = value as { value: number; unit?: string | null };
    return `${number.toLocaleString(undefined, { maximumFractionDigits: 12 })}${unit == null ? "" : ` ${shownUnit(unit)}`}`;
  }
  if (typeof value !== "string") return "…";
  switch (spec?.type) {
    case "user":
      return <PersonName id={value} />;
    case "link":
      return (
        <a href={value} target="_blank" rel="noopener noreferrer" className="font-medium text-brand underline underline-offset-2">
          {value.replace(/^https:\/\//, "")}
        </a>
      );
    case "date":
      return new Date(`${value}T00:00:00`).toLocaleDateString(undefined, { dateStyle: "long" });
    default:
      return value;
  }
}
