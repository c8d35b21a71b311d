import { toCsv } from './csv';

describe('toCsv', () => {
  it('quotes what needs it and ends each line as RFC 4180 says', () => {
    expect(toCsv(['Name', 'People'], [['A, "B"\nC', 3]])).toBe(
      'Name,People\r\n"A, ""B""\nC",3\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '＝1', '\r\n'])(
    'keeps a spreadsheet from running %j',
    text => {
      const [, line] = toCsv(['x'], [[text]]).split(/\r\n(.*)/s);
      expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('leaves numbers as they are, also negative ones', () => {
    expect(toCsv(['x'], [[-1.5], [undefined]])).toBe('x\r\n-1.5\r\n\r\n');
  });
});
