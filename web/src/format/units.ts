import type { Unit } from "@/api/types";

/** What each unit measures. A number may come in any unit of the kind of its field's unit. */
const KINDS: Readonly<Record<Unit, string>> = {
  m: "Length", ft: "Length", in: "Length", "1/64 in": "Length", mm: "Length", cm: "Length", km: "Length",
  Pa: "Pressure", kPa: "Pressure", MPa: "Pressure", bar: "Pressure", psi: "Pressure", "lb/100ft2": "Pressure",
  m3: "Volume", L: "Volume", bbl: "Volume", gal: "Volume", ft3: "Volume",
  Sm3: "Volume of gas at standard conditions", MSm3: "Volume of gas at standard conditions",
  scf: "Volume of gas at standard conditions", Mscf: "Volume of gas at standard conditions", MMscf: "Volume of gas at standard conditions",
  kg: "Mass", g: "Mass", t: "Mass", lb: "Mass",
  N: "Force", kN: "Force", klbf: "Force", tf: "Force",
  "N.m": "Torque", "kN.m": "Torque", "ft.lbf": "Torque",
  "kg/m3": "Density", "g/cm3": "Density", ppg: "Density",
  "g/L": "Concentration", "mg/L": "Concentration",
  s: "Time", min: "Time", h: "Time", d: "Time",
  "m3/s": "Flow", "m3/d": "Flow", "bbl/d": "Flow", "L/min": "Flow", gpm: "Flow",
  "Sm3/s": "Flow of gas at standard conditions", "Sm3/d": "Flow of gas at standard conditions",
  "Mscf/d": "Flow of gas at standard conditions", "MMscf/d": "Flow of gas at standard conditions",
  "m/s": "Speed", "m/h": "Speed", "ft/h": "Speed", kn: "Speed",
  "rad/s": "Rotation", rpm: "Rotation",
  rad: "Angle", deg: "Angle",
  "rad/m": "Curvature", "deg/30m": "Curvature", "deg/100ft": "Curvature",
  "Pa.s": "Viscosity", cP: "Viscosity",
  fraction: "Ratio", "%": "Ratio",
  K: "Temperature", degC: "Temperature", degF: "Temperature",
};

/** Units by what they measure; only those of the kind of `like`, if there is one. */
export function unitsByKind(like: Unit | null): readonly (readonly [kind: string, units: readonly Unit[]])[] {
  const kinds = new Map<string, Unit[]>();
  for (const [unit, kind] of Object.entries(KINDS) as [Unit, string][]) {
    if (like === null || KINDS[like] === kind) kinds.set(kind, [...(kinds.get(kind) ?? []), unit]);
  }
  return [...kinds];
}

/** Units that a number may be entered in whose field has this one. */
export function unitsLike(unit: Unit): readonly Unit[] {
  return unitsByKind(unit).flatMap(([, units]) => units);
}

const SHOWN: Partial<Record<Unit, string>> = {
  m3: "m³", ft3: "ft³", Sm3: "Sm³", MSm3: "MSm³", "lb/100ft2": "lb/100 ft²", "N.m": "N·m", "kN.m": "kN·m", "ft.lbf": "ft·lbf",
  "kg/m3": "kg/m³", "g/cm3": "g/cm³", "m3/s": "m³/s", "m3/d": "m³/d", "Sm3/s": "Sm³/s", "Sm3/d": "Sm³/d",
  deg: "°", "deg/30m": "°/30 m", "deg/100ft": "°/100 ft", "Pa.s": "Pa·s", degC: "°C", degF: "°F",
};

/** A unit as it is written for people. */
export function shownUnit(unit: string): string {
  return SHOWN[unit as Unit] ?? unit;
}
