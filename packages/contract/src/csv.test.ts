import { toCsv, toCsvLine } from './csv';

describe('toCsv', () => {
  it('quotes what needs it and ends each line as RFC 4180 says', () => {
    expect(toCsv(['Name', 'People'], [['A, "B"\nC', 3]])).toBe(
      'Name,People\r\n"A, ""B""\nC",3\r\n',
    );
  });

  it('keeps a spreadsheet from running what stands in a header', () => {
    expect(toCsv(['=x'], [])).toBe("'=x\r\n");
  });
});

describe('toCsvLine', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '＝1', '\r\n'])(
    'keeps a spreadsheet from running %j',
    text => {
      const line = toCsvLine([text]);
      expect(line.replace(/^"/, '').startsWith(`'${text}`)).toBe(true);
    },
  );

  it('leaves numbers as they are, also negative ones, and what is missing empty', () => {
    expect(toCsvLine([-1.5, undefined, 1e-11])).toBe('-1.5,,1e-11\r\n');
  });
});
