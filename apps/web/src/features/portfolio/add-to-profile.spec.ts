import { addToProfileAddress } from './add-to-profile';

it('fills the form with what the credential says', () => {
  const address = new URL(
    addToProfileAddress({
      title: 'Ranking & more',
      issuerName: 'Holdout Demo School',
      issuedAt: '2026-12-31T23:30:00.000Z',
      credentialAddress: 'https://holdout.example/issuers/school/credentials/0193',
    }),
  );
  expect(Object.fromEntries(address.searchParams)).toEqual({
    startTask: 'CERTIFICATION_NAME',
    name: 'Ranking & more',
    organizationName: 'Holdout Demo School',
    issueYear: '2026',
    issueMonth: '12',
    certUrl:
      'https://holdout.example/verify?url=https%3A%2F%2Fholdout.example%2Fissuers%2Fschool%2Fcredentials%2F0193',
    certId: '0193',
  });
});
