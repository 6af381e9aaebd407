/** The audit of dependencies (infra/local/suites/audit), to be tried on what is known to be weak. */
interface Versioned {
  name: string;
  version: string;
}

export class NotAuditedError extends Error {}
/** Weak for years. */
export const KNOWN: Versioned;
export function writePlanted(folder: string, wanted: Versioned): void;
export function auditPackages(options: { folder: string; registries: string[] }): Promise<string>;
export function auditPins(options: { pins: Versioned[]; services: string[][] }): Promise<string>;
export function missingUpdates(options: {
  dockerHost: string;
  image: string;
  aged?: string;
}): Promise<string[]>;
