import {
  ASSIGNMENT_EXPORT_STATUSES,
  ASSIGNMENT_IMPORT_STATUSES,
  ASSIGNMENT_IMPORT_STEPS,
  importProblem,
  importReport,
} from '@holdout/domain';
import { z } from 'zod';
import { operation } from './operation.js';

const IMPORT_FIELDS = `
  id status step stepsDone stepsPlanned error publish folderName
  problems { file line path column message suggestion }
  report {
    slug title template definitionDigest splits notes version isNew openedCohorts
    parts { name rows }
    drift { column size unseenLevels }
    anchors {
      metric label unit direction naive simple isSimpleMeasured strong isStrongMeasured whyWithoutWeight
    }
  }`;

const assignmentImport = z.object({
  id: z.string(),
  status: z.enum(ASSIGNMENT_IMPORT_STATUSES),
  step: z.enum(ASSIGNMENT_IMPORT_STEPS).nullable(),
  stepsDone: z.int(),
  stepsPlanned: z.int(),
  error: z.string().nullable(),
  publish: z.boolean(),
  folderName: z.string(),
  problems: z.array(importProblem),
  report: importReport.nullable(),
});
export type AssignmentImport = z.infer<typeof assignmentImport>;

const assignmentExport = z.object({
  id: z.string(),
  status: z.enum(ASSIGNMENT_EXPORT_STATUSES),
  senderKey: z.string().nullable(),
  error: z.string().nullable(),
});

export const importMutation = operation<{
  input: { uploadId: string; folderName: string; publish: boolean };
}>()(
  `mutation ImportAssignment($input: ImportAssignmentInput!) { importAssignment(input: $input) { ${IMPORT_FIELDS} } }`,
  z.object({ importAssignment: assignmentImport }),
);

export const importChangedSubscription = operation<{ id: string }>()(
  `subscription AssignmentImportChanged($id: ID!) { assignmentImportChanged(id: $id) { ${IMPORT_FIELDS} } }`,
  z.object({ assignmentImportChanged: assignmentImport }),
);

export const exportMutation = operation<{
  input: { assignmentSlug: string; version: number | null; recipientKey: string };
}>()(
  `mutation ExportAssignment($input: ExportAssignmentInput!) {
    exportAssignment(input: $input) { id status senderKey error }
  }`,
  z.object({ exportAssignment: assignmentExport }),
);

export const exportQuery = operation<{ id: string }>()(
  `query AssignmentExport($id: ID!) { assignmentExport(id: $id) { id status senderKey error } }`,
  z.object({ assignmentExport }),
);
