import { Readable } from 'node:stream';
import { toCsv } from '@squadron/contract';
import fc from 'fast-check';
import { CsvRow, readCsv } from './readCsv';
import type { TextSource } from './text';

const columns = { required: ['kpi', 'value'], optional: ['note'] } as const;

async function read(source: TextSource, maxRows = 100_000) {
  const batches: CsvRow[][] = [];
  const onRows = (rows: CsvRow[]) => {
    batches.push(rows);
  };
  const answer = await readCsv(source, { columns, maxRows, onRows });
  return { ...answer, batches, all: batches.flat() };
}

const recordsOf = async (source: TextSource) =>
  (await read(source)).all.map(({ record }) => record);

/** A file in pieces that cut characters, quotes and ends of lines. */
const bytesOf = (text: string) =>
  Readable.from([...Buffer.from(text)].map(byte => Buffer.from([byte])));

describe('readCsv', () => {
  it.each([
    ['commas', 'kpi,value\r\nmttr,1\r\n'],
    ['semicolons', 'kpi;value\nmttr;1'],
    ['tabs', 'kpi\tvalue\nmttr\t1\n'],
    ['a byte order mark', '\ufeffkpi,value\nmttr,1\n'],
    ['old ends of lines', 'kpi,value\rmttr,1\r'],
    ['quotes', '"kpi","value"\n"mttr","1"\n'],
    ['columns in another order', 'value,kpi\n1,mttr\n'],
    ['spaces around', ' kpi , value \n mttr , 1 \n'],
    ['empty lines', '\n\nkpi,value\n\n,\nmttr,1\n\n'],
    ['delimiters behind the last column', 'kpi,value,,\nmttr,1,,\n'],
  ])('reads a file with %s', async (_, text) => {
    const expected = [{ kpi: 'mttr', value: '1' }];
    expect(await recordsOf(text)).toEqual(expected);
    expect(await recordsOf(bytesOf(text))).toEqual(expected);
  });

  it('says where each row starts, also after fields of several lines', async () => {
    const text =
      'kpi,value,note\r\na,1,"one\r\ntwo\nthree"\r\n\r\n"b",2,\r\n,,\r\nc,3\r\n';
    const { all, rows, columns: found } = await read(bytesOf(text));
    expect(all).toEqual([
      { line: 2, record: { kpi: 'a', value: '1', note: 'one\ntwo\nthree' } },
      { line: 6, record: { kpi: 'b', value: '2', note: '' } },
      { line: 8, record: { kpi: 'c', value: '3', note: '' } },
    ]);
    expect({ rows, found }).toEqual({
      rows: 3,
      found: ['kpi', 'value', 'note'],
    });
  });

  it('detects the delimiter without what stands in quotes', async () => {
    const text = 'kpi;value;"note"\n"a,b";1,5;"x,y,z"\n';
    expect(await recordsOf(text)).toEqual([
      { kpi: 'a,b', value: '1,5', note: 'x,y,z' },
    ]);
  });

  it('names every column that does not fit, and what was meant', async () => {
    await expect(read('kpi,vlaue,colour,kpi\n')).rejects.toMatchObject({
      name: 'InputError',
      message:
        'The columns of the file do not fit: “vlaue” is unknown, did you mean “value”?; “colour” is unknown; “value” is missing; “kpi” is there twice. A file must have the columns kpi, value, and may have note',
    });
  });

  it.each([
    ['an empty file', '', '“kpi” is missing; “value” is missing'],
    ['rows without a header', 'mttr,1\n', '“mttr” is unknown'],
    [
      'more fields than columns',
      'kpi,value\na,1,5\n',
      'Line 2 of the file has 3 fields, the header names 2',
    ],
    [
      'an open quote',
      'kpi,value\na,"1\nb,2\n',
      'a quote is opened and not closed',
    ],
    [
      'a quote within',
      'kpi,value\n5" disk,1\n',
      'Line 2 of the file is no CSV: a quote stands within a field',
    ],
    [
      'text after a quote',
      'kpi,value\n"a"b,1\n',
      'Line 2 of the file is no CSV: text follows a closing quote',
    ],
    [
      'an endless first line',
      'x'.repeat(20_000),
      'The first line of the file is longer than 16384 characters',
    ],
    [
      'an endless row',
      `kpi,value\na,"${'x'.repeat(110_000)}`,
      'the row is longer than 100000 bytes',
    ],
  ])('refuses %s and says where and why', async (_, text, message) => {
    for (const source of [text, bytesOf(text)]) {
      await expect(read(source)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(message),
      });
    }
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffkpi,value\n', 'utf16le')],
    ['Latin-1', Buffer.from('kpi,value\nä,1\n', 'latin1')],
    ['a character cut off', Buffer.from('kpi,value\nä').subarray(0, -1)],
  ])('refuses %s, and says how to save it', async (_, bytes) => {
    await expect(read(Readable.from([bytes]))).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('save it as “CSV UTF-8”'),
    });
  });

  it('stops at the limit and closes an endless file', async () => {
    async function* endless() {
      yield 'kpi,value\n';
      for (let at = 0; ; at++) yield `k${at},${at}\n`;
    }
    const source = Readable.from(endless());
    const onRows = jest.fn();
    await expect(
      readCsv(source, { columns, maxRows: 2500, onRows }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('more than 2500 rows'),
    });
    expect(onRows).toHaveBeenCalledTimes(2);
    expect(source.destroyed).toBe(true);
  });

  it('takes exactly as many rows as the limit says', async () => {
    expect(await read('kpi,value\na,1\nb,2\n', 2)).toMatchObject({ rows: 2 });
  });

  it('reads no further while its rows are being worked on', async () => {
    let produced = 0;
    async function* many() {
      yield 'kpi,value\n';
      for (; produced < 50_000; produced += 100) {
        yield `k,${produced}\n`.repeat(100);
      }
    }
    const seen: number[] = [];
    await readCsv(Readable.from(many()), {
      columns,
      maxRows: 100_000,
      onRows: async rows => {
        await new Promise(setImmediate);
        seen.push(produced - Number(rows.at(-1)?.record.value));
      },
    });
    expect(seen).toHaveLength(50);
    expect(Math.max(...seen)).toBeLessThan(10_000);
  });

  it('ends with what the taker of the rows throws', async () => {
    const source = bytesOf('kpi,value\na,1\n');
    const onRows = async () => {
      throw new Error('the database is gone');
    };
    await expect(
      readCsv(source, { columns, maxRows: 10, onRows }),
    ).rejects.toThrow('the database is gone');
  });

  it('ends with what the source throws', async () => {
    async function* broken() {
      yield 'kpi,value\na,1\n';
      throw new Error('the line is cut');
    }
    await expect(read(Readable.from(broken()))).rejects.toThrow('line is cut');
  });

  it('reads back what toCsv writes', async () => {
    const field = fc
      .string({
        unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'ä'),
      })
      .map(text => `x${text}x`);
    const plain = (text: string) => text.replace(/\r\n?/g, '\n');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field)), async rows => {
        const csv = toCsv(['kpi', 'value'], rows);
        expect(await recordsOf(csv)).toEqual(
          rows.map(([kpi, value]) => ({
            kpi: plain(kpi),
            value: plain(value),
          })),
        );
      }),
    );
  });
});
