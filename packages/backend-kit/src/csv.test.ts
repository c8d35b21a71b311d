import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { toCsvLine } from './csv';

describe('toCsvLine', () => {
  it('quotes what needs it and leaves out what is not there', () => {
    expect(toCsvLine(['plain', 'a, b', 'say "so"', undefined, -1.5])).toBe(
      'plain,"a, b","say ""so""",,-1.5\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '  =1', '\t1', '\uff1d1'])(
    'keeps a spreadsheet from running %j',
    text => {
      const [[cell]] = parse(toCsvLine([text]));
      expect(cell).toBe(`'${text}`);
    },
  );

  it('gives every text back', () => {
    const cell = fc.string().map(text => `x${text}`);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), cells => {
        expect(parse(toCsvLine(cells))).toEqual([cells]);
      }),
    );
  });
});
