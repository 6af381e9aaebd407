/* eslint-disable */
import type { PaletteQuery, PaletteQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PaletteDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Palette {
  assignments {
    id
    slug
    title
    stage {
      id
      title
    }
  }
  track {
    id
    stages {
      id
      slug
      title
      lessons {
        id
        slug
        title
      }
    }
    diagrams {
      id
      slug
      title
    }
  }
  runs(first: 8) {
    edges {
      cursor
      node {
        id
        assignment {
          id
          title
        }
        submission {
          id
          fileName
        }
      }
    }
  }
}
    `, {"documentId":"sha256:a3ec2530c64cdf7890f4fe72d5fe14eefcb9119cf6844226083b9059aa01c388"}) as unknown as TypedDocumentString<PaletteQuery, PaletteQueryVariables>;