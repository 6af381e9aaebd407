/* eslint-disable */
import type { OwnDataExportsLeftQuery, OwnDataExportsLeftQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const OwnDataExportsLeftDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OwnDataExportsLeft {
  ownDataExportsLeft
}
    `, {"documentId":"sha256:8db220f4a532c82786e94875ebe854675ba4d550472b1c50ddbc5f106e87b027"}) as unknown as TypedDocumentString<OwnDataExportsLeftQuery, OwnDataExportsLeftQueryVariables>;