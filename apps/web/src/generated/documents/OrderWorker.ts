/* eslint-disable */
import type { OrderWorkerMutation, OrderWorkerMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const OrderWorkerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation OrderWorker($id: ID!, $order: WorkerOrder!) {
  orderWorker(id: $id, order: $order)
}
    `, {"documentId":"sha256:7b6fdaedb3a9f79cc4d91a201d03a12e58c7198d9dab8e883ced646b2f67805a"}) as unknown as TypedDocumentString<OrderWorkerMutation, OrderWorkerMutationVariables>;