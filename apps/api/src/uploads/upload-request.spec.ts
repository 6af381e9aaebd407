import { readUploadRequest } from './upload-request.js';

const encoded = (text: string) => Buffer.from(text).toString('base64');
const metadata = `filename ${encoded('../../etc/my project.tar.gz')},assignment ${encoded('tabular-risk')}`;

describe('a request to upload', () => {
  it('states size, assignment and a name without its folders', () => {
    expect(readUploadRequest({ 'upload-length': '1200', 'upload-metadata': metadata })).toEqual({
      bytes: 1200,
      fileName: 'my project.tar.gz',
      purpose: { kind: 'submission', assignmentSlug: 'tabular-risk' },
    });
  });

  it.each(['import', 'dataset'])('may be for no assignment: %s', (purpose) => {
    const headers = { 'upload-length': '9', 'upload-metadata': `purpose ${encoded(purpose)}` };
    expect(readUploadRequest(headers).purpose).toEqual({ kind: purpose });
  });

  it.each([
    [{ 'upload-metadata': metadata }, /Upload-Length is missing/],
    [{ 'upload-length': '1e9', 'upload-metadata': metadata }, /not a number/],
    [{ 'upload-length': '0', 'upload-metadata': metadata }, /empty \(0 bytes\)/],
    [
      { 'upload-length': '0', 'upload-metadata': `purpose ${encoded('dataset')}` },
      /file is empty \(0 bytes\)\. Choose a table/,
    ],
    [{ 'upload-length': '5' }, /has no "assignment"/],
  ])('names what is wrong with it', (headers, message) => {
    expect(() => readUploadRequest(headers)).toThrow(message);
  });
});
