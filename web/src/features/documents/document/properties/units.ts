import type { Unit } from "@/api/types";

/** What each unit measures: a number may be entered in any unit of the same kind as its field's. */
const KINDS = {
  length: ["m", "ft", "in", "mm", "cm", "km"],
  pressure: ["Pa", "kPa", "MPa", "bar", "psi"],
  volume: ["m3", "L", "bbl", "gal", "ft3"],
  standardVolume: ["Sm3", "MSm3"],
  mass: ["kg", "g", "t", "lb"],
  density: ["kg/m3", "g/cm3", "ppg"],
  time: ["s", "min", "h", "d"],
  flow: ["m3/s", "m3/d", "bbl/d", "L/min", "gpm"],
  standardFlow: ["Sm3/s", "Sm3/d"],
  speed: ["m/s", "m/h", "ft/h"],
  viscosity: ["Pa.s", "cP"],
  ratio: ["fraction", "%"],
  temperature: ["K", "degC", "degF"],
} as const satisfies Record<string, readonly Unit[]>;

/** Fails to compile when the API has a unit that no kind has. */
type Missing = Exclude<Unit, (typeof KINDS)[keyof typeof KINDS][number]>;
const COMPLETE: [Missing] extends [never] ? readonly (readonly Unit[])[] : never = Object.values(KINDS);

export function unitsLike(unit: Unit): readonly Unit[] {
  return COMPLETE.find((units) => units.includes(unit)) ?? [unit];
}

const SHOWN: Partial<Record<Unit, string>> = { m3: "m³", ft3: "ft³", Sm3: "Sm³", MSm3: "MSm³", "kg/m3": "kg/m³", "g/cm3": "g/cm³", "m3/s": "m³/s", "m3/d": "m³/d", "Sm3/s": "Sm³/s", "Sm3/d": "Sm³/d", "Pa.s": "Pa·s", degC: "°C", degF: "°F" };

/** A unit as it is written for people. */
export function shownUnit(unit: string): string {
  return SHOWN[unit as Unit] ?? unit;
}
