import { errorText } from './errorText';

function responseError(cause?: unknown) {
  const error = Object.assign(new Error('Request failed with 503'), { cause });
  error.name = 'ResponseError';
  return error;
}

describe('errorText', () => {
  it("prefers the server's sentence to the status of the response", () => {
    expect(errorText(responseError(new Error('try again in a minute')))).toBe(
      'try again in a minute',
    );
    expect(errorText(responseError())).toBe('Request failed with 503');
  });

  it('says what any other error says', () => {
    expect(errorText(new Error('offline'))).toBe('offline');
    expect(errorText('odd')).toBe('odd');
  });
});
