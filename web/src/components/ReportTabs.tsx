import { NavLink } from "react-router";

const TABS = [
  ["/reports", "All reports"],
  ["/due-reports", "Due reports"],
  ["/figures", "Figures"],
] as const;

/** The pages about field reports. */
export function ReportTabs() {
  return (
    <nav aria-label="Reports" className="mb-5 flex gap-1 border-b border-line">
      {TABS.map(([to, label]) => (
        <NavLink
          key={to}
          to={to}
          end
          className={({ isActive }) => `-mb-px flex min-h-10 items-center border-b-2 px-3 text-sm font-medium ${isActive ? "border-brand text-brand" : "border-transparent text-quiet hover:text-ink"}`}
        >
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
