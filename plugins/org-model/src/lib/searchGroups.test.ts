import { company } from '../__testUtils__/groupTree';
import { searchGroups } from './searchGroups';

const found = (text: string) =>
  searchGroups(company, text).map(({ name }) => name);

describe('searchGroups', () => {
  it('puts an exact code first', () => {
    expect(found('b-1')[0]).toBe('squad-b-1');
    expect(found('squad-b-1')[0]).toBe('squad-b-1');
  });

  it('finds the start of a code before words of a title', () => {
    expect(found('u-c')).toEqual(['unit-b-1-u-c1', 'unit-b-1-u-c2']);
  });

  it('wants every word, and finds a lead too', () => {
    expect(found('kernel U-C2')).toEqual(['unit-b-1-u-c2']);
    expect(found('grace')).toEqual(['division-1b']);
    expect(found('kernel edge')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(found('  ')).toEqual([]);
  });
});
