import { previewOf } from './preview';

describe('a file in a preview', () => {
  const preview = (content: Buffer) => previewOf({ path: 'a', content });

  it('has its text', () => {
    expect(preview(Buffer.from('Grüße'))).toEqual({
      path: 'a',
      bytes: 7,
      text: 'Grüße',
    });
    expect(preview(Buffer.from('')).text).toBe('');
  });

  it('has none where it is no text', () => {
    const [zero, latin] = [Buffer.from([71, 0]), Buffer.from([71, 0xfc])];
    expect(preview(zero)).toEqual({ path: 'a', bytes: 2 });
    expect(preview(latin)).toEqual({ path: 'a', bytes: 2 });
  });

  it('has up to 100,000 characters of it', () => {
    const long = Buffer.from('x'.repeat(100_000));
    expect(preview(long).text).toHaveLength(100_000);
    expect(preview(Buffer.concat([long, long]))).toEqual({
      path: 'a',
      bytes: 200_000,
    });
  });
});
