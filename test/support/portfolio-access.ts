/** Who may use the operations of portfolios and hiring. */
export const PORTFOLIO_ACCESS = {
  publishedPortfolio: 'public',
  shareLinkAsksForPasscode: 'public',
  openShareLink: 'public',
  myPortfolio: ['STUDENT'],
  myPasses: ['STUDENT'],
  portfolioPreview: ['STUDENT'],
  beginPortfolio: ['STUDENT'],
  savePortfolio: ['STUDENT'],
  publishPortfolio: ['STUDENT'],
  consentToSearch: ['STUDENT'],
  myShareLinks: ['STUDENT'],
  createShareLink: ['STUDENT'],
  revokeShareLink: ['STUDENT'],
  receivedContactRequests: ['STUDENT'],
  answerContactRequest: ['STUDENT'],
  candidates: ['HIRING_MANAGER'],
  candidate: ['HIRING_MANAGER'],
  searchableProjects: ['HIRING_MANAGER'],
  compareCandidates: ['HIRING_MANAGER'],
  shortlist: ['HIRING_MANAGER'],
  putOnShortlist: ['HIRING_MANAGER'],
  takeOffShortlist: ['HIRING_MANAGER'],
  sentContactRequests: ['HIRING_MANAGER'],
  requestContact: ['HIRING_MANAGER'],
} as const;

/** Public operations that tell whoever knows an address; here nothing lies at it. */
export const BY_ADDRESS = ['publishedPortfolio', 'shareLinkAsksForPasscode', 'openShareLink'];
