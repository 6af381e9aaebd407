'use client';

import { ApolloLink, HttpLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { getMainDefinition } from '@apollo/client/utilities';
import { ApolloClient, ApolloNextAppProvider, InMemoryCache } from '@apollo/client-integration-nextjs';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import type { ReactNode } from 'react';
import { ORGANIZATION_HEADER, organizationIn } from '@/lib/organization-cookie';

/** Apollo for the browser: relative addresses, so that the session cookie goes along; subscriptions over one lazy socket. */
export function ApolloProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <ApolloNextAppProvider makeClient={makeClient} extraScriptProps={{ nonce }}>
      {children}
    </ApolloNextAppProvider>
  );
}

function makeClient() {
  return new ApolloClient({
    cache: new InMemoryCache(),
    link: typeof window === 'undefined' ? ApolloLink.empty() : browserLink(),
  });
}

function browserLink(): ApolloLink {
  const organization = organizationIn(document.cookie);
  const http = new HttpLink({
    uri: '/graphql',
    headers: { 'x-holdout-csrf': '1', ...(organization ? { [ORGANIZATION_HEADER]: organization } : {}) },
  });
  // One name for each action, in every log that it leaves a line in. Only a page that came over TLS, or from this machine, can make
  // one; the gateway names the rest.
  const named = new ApolloLink((operation, forward) => {
    const id = window.isSecureContext ? { 'x-correlation-id': crypto.randomUUID() } : {};
    operation.setContext(({ headers }) => ({ headers: { ...headers, ...id } }));
    return forward(operation);
  });
  const socket = new GraphQLWsLink(
    createClient({
      url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
      connectionParams: organization ? { organization } : {},
      // A restarted server must not end a live page: try for about ten minutes, then the page offers to reload.
      retryAttempts: 20,
      shouldRetry: () => true,
    }),
  );
  return ApolloLink.split(({ query }) => isSubscription(query), socket, named.concat(http));
}

function isSubscription(query: Parameters<typeof getMainDefinition>[0]): boolean {
  const definition = getMainDefinition(query);
  return definition.kind === 'OperationDefinition' && definition.operation === OperationTypeNode.SUBSCRIPTION;
}
