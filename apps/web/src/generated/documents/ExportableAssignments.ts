/* eslint-disable */
import type { ExportableAssignmentsQuery, ExportableAssignmentsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ExportableAssignmentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ExportableAssignments {
  assignments {
    slug
    title
    version {
      version
    }
  }
}
    `, {"documentId":"sha256:0cd262fdcff82afe8aceac2e78f355d127e3abc06b67d05d559312ce99ffff9e"}) as unknown as TypedDocumentString<ExportableAssignmentsQuery, ExportableAssignmentsQueryVariables>;